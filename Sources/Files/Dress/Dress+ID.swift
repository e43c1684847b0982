package import Tables
package import Units

/// Why a text is no id.
package enum IDFault: Error, Hashable, Sendable {
  /// More than ``Dress/longestID`` bytes.
  case tooLong
  /// A character that ids do not have.
  case character(Unicode.Scalar)
  /// A spreadsheet has made a rounded number of it: `1.30434E+11`.
  case damaged
  /// A list or an object of NDJSON.
  case nested
  /// A resident's ID number.
  case residentID

  /// What it is called in a list of rejects.
  package var problem: RowProblem {
    switch self {
    case .tooLong, .character, .nested: .badID
    case .damaged: .idDamaged
    case .residentID: .residentID
    }
  }

  /// What is wrong, for people.
  package var what: Wording {
    switch self {
    case .character(let scalar):
      Wording(
        zh: "编号里有 \(Reject.codePoint(of: scalar))：控制字符、不可见字符和无法辨认的字符不能用在编号里",
        en:
          "an id with \(Reject.codePoint(of: scalar)): control, invisible and unknown characters cannot stand in an id"
      )
    case .nested:
      Wording(zh: "编号是一个列表或对象，应为文本", en: "an id that is a list or an object: it must be a text")
    case .tooLong, .damaged, .residentID: problem.name
    }
  }
}

extension Dress {
  /// The longest id, in bytes.
  package static let longestID = 255

  /// Why a cell, its outer dress off, is no id; `nil` where it is one.
  package static func idFault(_ cell: Cell) -> IDFault? {
    if unsafe cell.count > longestID { return .tooLong }
    if unsafe isDamaged(cell) { return .damaged }
    if unsafe isNested(cell) { return .nested }
    var index = 0
    while unsafe index < cell.count {
      let (scalar, length) = unsafe ScalarText(cell).scalar(at: index)
      if scalar.isRefusedInIDs { return .character(scalar) }
      index += length
    }
    return nil
  }

  /// Whether it is a resident's ID number. Ids of other lengths, which most are, cost no more than their length, and most
  /// others a look at the century and the month of birth.
  package static func isResidentID(_ cell: Cell) -> Bool {
    switch unsafe cell.count {
    case 18:
      let century = unsafe (cell.start[6], cell.start[7])
      guard century == (0x31, 0x39) || century.0 == 0x32 else { return false }
    case 15: guard unsafe cell.start[8] | 1 == 0x31 else { return false }
    default: return false
    }
    return ResidentID.looksLikeOne(unsafe cell.string)
  }

  /// A digit, perhaps decimals, `E+` and at least two digits: a number as a spreadsheet rounds it.
  private static func isDamaged(_ cell: Cell) -> Bool {
    func isDigit(_ index: Int) -> Bool { unsafe index < cell.count && cell.start[index] &- 0x30 < 10 }
    guard isDigit(0) else { return false }
    var index = 1
    if unsafe index < cell.count && cell.start[index] == UInt8(ascii: ".") {
      guard isDigit(index + 1) else { return false }
      index += 1
      while isDigit(index) { index += 1 }
    }
    guard
      unsafe index + 3 < cell.count && cell.start[index] | 0x20 == UInt8(ascii: "e")
        && cell.start[index + 1] == UInt8(ascii: "+")
    else { return false }
    return unsafe (index + 2..<cell.count).allSatisfy(isDigit)
  }

  /// What a table of JSON has for a list and for an object.
  private static let nested = ["[…]", "{…}"].map { Array($0.utf8) }

  private static func isNested(_ cell: Cell) -> Bool {
    nested.contains { unsafe cell.holds($0) }
  }
}
