package import Rules
package import Units

/// Reads the cells of one row of an office's list. Of its faults the one furthest to the left is told, each row once.
package struct RowReading<File: TableFile> {
  package let row: FileRow<File>
  package private(set) var fault: Reject?

  package init(_ row: FileRow<File>) { self.row = row }

  package mutating func note(_ role: File.Role, _ problem: RowProblem, _ what: Wording? = nil) {
    let found = row.fault(role, problem, what)
    if let fault, fault.column <= found.column { return }
    fault = found
  }

  /// An id that must be there, and is nobody's resident ID.
  package mutating func id(_ role: File.Role) -> String? {
    guard let text = row[role] else {
      note(role, .missing)
      return nil
    }
    guard let id = checkedID(text, role) else { return nil }
    guard !id.isEmpty else {
      note(role, .missing)
      return nil
    }
    return id
  }

  /// An id that may be missing.
  package mutating func optionalID(_ role: File.Role) -> String? {
    row[role].flatMap { checkedID($0, role) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Empty where the cell says in wide letters that nothing is known.
  private mutating func checkedID(_ text: String, _ role: File.Role) -> String? {
    let id: String
    switch Dress.id(text) {
    case .success(let read): id = row.read(role, read)
    case .failure(let fault):
      note(role, fault.problem, fault.what)
      return nil
    }
    guard !ResidentID.looksLikeOne(id) else {
      note(role, .residentID)
      return nil
    }
    return id
  }

  private static func isShortAndPlain(_ text: String) -> Bool {
    text.utf8.count <= Dress.longestID
      && !text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  /// A short text that may be missing.
  package mutating func text(_ role: File.Role) -> String? {
    guard let text = row[role] else { return nil }
    guard RowReading.isShortAndPlain(text) else {
      note(role, .badText)
      return nil
    }
    guard !ResidentID.looksLikeOne(text) else {
      note(role, .residentID, Wording(zh: "这一格不写身份证号", en: "a resident ID must not be written in this cell"))
      return nil
    }
    return text
  }

  /// A count that may be missing; 无 is 0.
  package mutating func count(_ role: File.Role, atLeast least: Int = 0) -> Int? {
    if row[role] == nil { return nil }
    let count = row.count(role, noneIsZero: true)
    if let fault = CellReading.fault(count, atLeast: least) { note(role, fault) }
    return count
  }

  /// A count that must be there.
  package mutating func requiredCount(_ role: File.Role) -> Int? {
    if row[role] == nil { note(role, .missing) }
    return count(role)
  }

  /// An amount within a range, which may be missing.
  package mutating func yuan(_ role: File.Role, in range: ClosedRange<Yuan>) -> Yuan? {
    if row[role] == nil { return nil }
    let amount = row.amount(role, signed: range.lowerBound < .zero)
    if let fault = CellReading.fault(amount, in: range) { note(role, fault) }
    return amount
  }

  /// An amount that must be there: what is not known is not zero.
  package mutating func requiredYuan(_ role: File.Role) -> Yuan? {
    if row[role] == nil { note(role, .missing) }
    return yuan(role, in: .zero ... .claimLimit)
  }

  /// The day of an event, which must be there, and not after another.
  package mutating func day(_ role: File.Role, notAfter last: Day) -> Day? {
    if row[role] == nil {
      note(role, .missing)
      return nil
    }
    guard let day = row.day(role) else {
      note(role, .badDate)
      return nil
    }
    if day < Dress.earliestEvent { note(role, .badDate, Dress.longPast) }
    if day > last {
      note(
        role, .inTheFuture,
        Wording(zh: "晚于记录日期 \(last)", en: "later than the date of recording, \(last)"))
    }
    return day
  }

  /// A group by its word or its Chinese name, as its word; it may be missing.
  package mutating func group(_ role: File.Role, of scheme: Scheme) -> String? {
    guard let text = row.word(role) else { return nil }
    let group = scheme.groups.first { $0.id == text || $0.name.zh == text }
    if group == nil { note(role, .unknownWord) }
    return group?.id
  }

  /// Whatever else has a shape of its own; it may be missing. `read` gives the text to keep, or says what is wrong.
  package mutating func checked(
    _ role: File.Role, _ problem: RowProblem, _ read: (String) -> CheckedText
  ) -> String? {
    guard let text = row.word(role) else { return nil }
    switch read(text) {
    case .sound(let kept): return kept
    case .fault(let what):
      note(role, problem, what)
      return nil
    }
  }
}

/// What a check of a text gives.
package enum CheckedText {
  case sound(String)
  case fault(Wording)
}
