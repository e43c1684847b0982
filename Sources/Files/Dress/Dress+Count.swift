package import Tables

extension Dress {
  /// The count in a cell whose outer dress is off: 1 to 9 digits, perhaps with decimals that are zeros.
  ///
  /// - Parameters:
  ///   - noneIsZero: whether 无 and 没有 are 0 here.
  ///   - worn: what it wore.
  package static func count(_ cell: Cell, noneIsZero: Bool, _ worn: inout DressKinds) -> Int? {
    if noneIsZero && none.contains(where: { unsafe cell.holds($0) }) {
      worn.insert(DressKinds(.count))
      return 0
    }
    var value = 0
    var index = 0
    while unsafe index < cell.count, unsafe cell.start[index] &- 0x30 < 10 {
      if index == 9 { return nil }
      value = unsafe value * 10 + Int(cell.start[index] - 0x30)
      index += 1
    }
    if index == 0 { return nil }
    if unsafe index == cell.count { return value }
    guard unsafe cell.start[index] == UInt8(ascii: "."), unsafe index + 1 < cell.count,
      unsafe (index + 1..<cell.count).allSatisfy({ unsafe cell.start[$0] == UInt8(ascii: "0") })
    else { return nil }
    worn.insert(DressKinds(.count))
    return value
  }

  private static let none = ["无", "没有"].map { Array($0.utf8) }

  /// Yes or no in a cell whose outer dress is off.
  package static func answer(_ cell: Cell, _ worn: inout DressKinds) -> Bool? {
    for (words, isYes) in [(yes, true), (no, false)] {
      guard let place = words.firstIndex(where: { unsafe cell.holds($0) }) else { continue }
      if place >= plainAnswers { worn.insert(DressKinds(.answer)) }
      return isYes
    }
    return nil
  }

  /// So many words of each list are the plain ones.
  private static let plainAnswers = 2
  private static let yes = ["yes", "是", "有", "√", "Y", "1"].map { Array($0.utf8) }
  private static let no = ["no", "否", "无", "×", "N", "0"].map { Array($0.utf8) }
}
