import Batch
import Rules
import Units

/// Reads the cells of one row. Of its faults the one furthest to the left is told, each row once.
struct RowReading {
  let sheet: Sheet
  let row: Sheet.Row
  private(set) var fault: Sheet.Fault?

  init(_ sheet: Sheet, _ row: Sheet.Row) {
    self.sheet = sheet
    self.row = row
  }

  mutating func note(_ role: Int, _ problem: String, _ what: Wording) {
    let found = sheet.fault(row, role, problem, what)
    if let fault, fault.column <= found.column { return }
    fault = found
  }

  mutating func note(_ role: Int, _ problem: RowProblem) {
    note(role, problem.rawValue, problem.name)
  }

  /// An id that must be there: at most 255 bytes, no control characters, and nobody's resident ID.
  mutating func id(_ role: Int) -> String? {
    guard let text = row[role] else {
      note(role, .missing)
      return nil
    }
    return checkedID(text, role)
  }

  /// An id that may be missing.
  mutating func optionalID(_ role: Int) -> String? { row[role].flatMap { checkedID($0, role) } }

  private mutating func checkedID(_ text: String, _ role: Int) -> String? {
    guard text.utf8.count <= 255, !text.unicodeScalars.contains(where: RowReading.isControl) else {
      note(role, .badID)
      return nil
    }
    guard !ResidentID.looksLikeOne(text) else {
      note(
        role, Refusal.Code.residentID.rawValue,
        Wording(
          zh: "像居民身份证号码，不能用作编号", en: "looks like a resident ID, which may not serve as an id"))
      return nil
    }
    return text
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// A short text that may be missing.
  mutating func text(_ role: Int) -> String? {
    guard let text = row[role] else { return nil }
    guard text.utf8.count <= 255, !text.unicodeScalars.contains(where: RowReading.isControl) else {
      note(
        role, "bad-text", Wording(zh: "有控制字符，或超过 255 字节", en: "has control characters, or is over 255 bytes"))
      return nil
    }
    guard !ResidentID.looksLikeOne(text) else {
      note(
        role, Refusal.Code.residentID.rawValue,
        Wording(zh: "这一格不写身份证号", en: "a resident ID has no place in this cell"))
      return nil
    }
    return text
  }

  /// A count of 1 to 9 digits that may be missing.
  mutating func count(_ role: Int, atLeast least: Int = 0) -> Int? {
    guard let text = row[role] else { return nil }
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
      let count = Int(text)
    else {
      note(role, .badCount)
      return nil
    }
    if count < least { note(role, .membersBelowOne) }
    return count
  }

  /// A count that must be there.
  mutating func requiredCount(_ role: Int) -> Int? {
    if row[role] == nil { note(role, .missing) }
    return count(role)
  }

  /// An amount within a range, which may be missing.
  mutating func yuan(_ role: Int, in range: ClosedRange<Yuan>) -> Yuan? {
    guard let text = row[role] else { return nil }
    guard let amount = Yuan(text, signed: range.lowerBound < .zero) else {
      note(role, .badAmount)
      return nil
    }
    if !range.contains(amount) { note(role, .amountOutOfRange) }
    return amount
  }

  /// An amount that must be there: what is not known is not zero.
  mutating func requiredYuan(_ role: Int) -> Yuan? {
    if row[role] == nil { note(role, .missing) }
    return yuan(role, in: .zero ... .claimLimit)
  }

  /// A day that must be there, not after another.
  mutating func day(_ role: Int, notAfter last: Day) -> Day? {
    guard let text = row[role] else {
      note(role, .missing)
      return nil
    }
    guard let day = Day(text) else {
      note(role, .badDate)
      return nil
    }
    if day > last {
      note(
        role, Refusal.Code.inTheFuture.rawValue,
        Wording(zh: "晚于记录日期 \(last)", en: "later than the day of recording, \(last)"))
    }
    return day
  }

  /// A group by its word or its Chinese name, as its word; it may be missing.
  mutating func group(_ role: Int, of scheme: Scheme) -> String? {
    guard let text = row[role] else { return nil }
    let group = scheme.groups.first { $0.id == text || $0.name.zh == text }
    if group == nil { note(role, .unknownWord) }
    return group?.id
  }

  /// Whatever else has a shape of its own; it may be missing. `read` gives the text to keep, or says what is wrong.
  mutating func checked(_ role: Int, _ problem: String, _ read: (String) -> Checked) -> String? {
    guard let text = row[role] else { return nil }
    switch read(text) {
    case .sound(let kept): return kept
    case .fault(let what):
      note(role, problem, what)
      return nil
    }
  }

  /// What a check of a text gives.
  enum Checked {
    case sound(String)
    case fault(Wording)
  }
}
