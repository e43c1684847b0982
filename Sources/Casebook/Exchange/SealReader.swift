import Files
import JSONText
package import Journal
import Sealing
import Tables
import Units

extension Seal {
  /// Reads a seal's file; what is wrong in it is reported with its place.
  package static func read(_ path: String) throws(CasebookError) -> Seal {
    let bytes: [UInt8]
    do { bytes = try InputFile.contents(of: path) } catch { throw .file(error) }
    var reader = SealReader(JSONSource(bytes: bytes, file: path))
    return try reader.read()
  }
}

/// Takes a seal's JSON apart: strict, with a place for whatever is wrong.
private struct SealReader {
  private let source: JSONSource
  private var members: [String: JSONValue] = [:]
  private var whole = JSONValue(.null, offset: 0)
  private var faults: [Diagnostic] = []

  private static let keys = [
    "actor", "answers", "casebook", "cases", "day", "format", "from", "key", "kind", "rows", "sha256",
    "signature", "sum", "to",
  ]

  init(_ source: JSONSource) { self.source = source }

  mutating func read() throws(CasebookError) -> Seal {
    switch source.read() {
    case .failure(let fault): throw .input([source.diagnostic(for: fault)])
    case .success(let value): whole = value
    }
    guard let found = whole.members else {
      report("not-a-seal", at: whole.offset, Wording(zh: "签章文件应是一个 JSON 对象", en: "a seal is a JSON object"))
      throw .input(faults)
    }
    take(found)
    let format = text("format")
    if let format, format != Seal.format {
      report(
        "seal-format", at: offset("format"),
        Wording(zh: "不认识签章格式“\(format)”", en: "unknown seal format '\(format)'"),
        fix: Wording(zh: "应为“\(Seal.format)”", en: "it should be '\(Seal.format)'"))
    }
    let kind = value("kind", Wording(zh: "文件种类", en: "a kind of file")) {
      FileKind(rawValue: $0).flatMap { $0.goesBetweenOffices ? $0 : nil }
    }
    let (book, from, to, actor) = (text("casebook"), text("from"), text("to"), text("actor"))
    let day = value("day", Wording(zh: "2018-03-05 这样的日期", en: "a date such as 2018-03-05")) { Day($0) }
    let sum = value("sum", Wording(zh: "金额", en: "an amount")) { Yuan($0) }
    let hex = Wording(zh: "64 位十六进制数字", en: "64 hexadecimal digits")
    let digest = value("sha256", hex) { Digest(hex: $0) }
    let key = value("key", hex) { Digest(hex: $0) }
    let answers = members["answers"] == nil ? nil : value("answers", hex) { Digest(hex: $0) }
    let signature = value("signature", Wording(zh: "十六进制数字", en: "hexadecimal digits")) {
      Hexadecimal.bytes($0)
    }
    let (rows, cases) = (count("rows"), list("cases"))
    guard faults.isEmpty, let kind, let book, let from, let to, let actor, let day, let sum, let digest,
      let key,
      let signature, let rows, let cases
    else { throw .input(faults) }
    return Seal(
      kind: kind, book: book, from: from, to: to, day: day,
      totals: ControlTotals(rows: rows, sum: sum, digest: digest), cases: cases, answers: answers,
      actor: actor,
      key: key, signature: signature)
  }

  private mutating func take(_ found: [JSONValue.Member]) {
    for member in found {
      if !SealReader.keys.contains(member.key) {
        let near = Spelling.nearest(to: member.key, among: SealReader.keys)
        report(
          "unknown-key", at: member.keyOffset,
          Wording(zh: "签章里没有“\(member.key)”这一项", en: "a seal has no '\(member.key)'"),
          fix: near.map { Wording(zh: "是不是“\($0)”？", en: "did you mean '\($0)'?") })
      } else if members.updateValue(member.value, forKey: member.key) != nil {
        report(
          "duplicate-key", at: member.keyOffset,
          Wording(zh: "“\(member.key)”出现两次", en: "'\(member.key)' appears twice"))
      }
    }
    for key in SealReader.keys where key != "answers" && members[key] == nil {
      report("missing-key", at: whole.offset, Wording(zh: "缺少“\(key)”", en: "'\(key)' is missing"))
    }
  }

  private func offset(_ key: String) -> Int { members[key]?.offset ?? whole.offset }

  /// The text under a key; what is not there is reported already.
  private mutating func text(_ key: String) -> String? {
    value(key, Wording(zh: "一段文字", en: "a text")) { $0.isEmpty ? nil : $0 }
  }

  private mutating func value<Value>(_ key: String, _ what: Wording, _ read: (String) -> Value?) -> Value? {
    guard let member = members[key] else { return nil }
    if let value = member.string.flatMap(read) { return value }
    report(
      "wrong-value", at: member.offset,
      Wording(zh: "“\(key)”应是\(what.zh)", en: "'\(key)' should be \(what.en)"))
    return nil
  }

  private mutating func count(_ key: String) -> Int? {
    guard let member = members[key] else { return nil }
    if case .number(let text) = member.kind, let number = Int(text), number >= 0 { return number }
    report(
      "wrong-value", at: member.offset,
      Wording(zh: "“\(key)”应是行数", en: "'\(key)' should be a whole number"))
    return nil
  }

  private mutating func list(_ key: String) -> [String]? {
    guard let member = members[key] else { return nil }
    let texts = member.elements?.compactMap(\.string)
    if let texts, texts.count == member.elements?.count { return texts }
    report(
      "wrong-value", at: member.offset,
      Wording(zh: "“\(key)”应是案件编号的列表", en: "'\(key)' should be a list of case numbers"))
    return nil
  }

  private mutating func report(_ code: String, at offset: Int, _ what: Wording, fix: Wording? = nil) {
    faults.append(Diagnostic(code, at: source.place(at: offset), what: what, fix: fix))
  }
}
