package import Casebook
import JSONText
import Tables
import Units

extension DrawRecord {
  /// Reads a record's file; what is wrong in it is reported with its place.
  package static func read(_ path: String) throws(CasebookError) -> DrawRecord {
    let bytes: [UInt8]
    do { bytes = try InputFile.contents(of: path) } catch { throw .file(error) }
    var reader = DrawRecordReader(JSONSource(bytes: bytes, file: path))
    return try reader.read()
  }
}

/// Takes a record's JSON apart.
private struct DrawRecordReader {
  private let source: JSONSource
  private var whole = JSONValue(.null, offset: 0)
  private var faults: [Diagnostic] = []

  private static let keys: Set<String> = [
    "format", "casebook", "head", "seed_head", "words", "seed", "of", "from", "to", "by", "classes",
    "allocate",
    "confidence", "tolerable", "expected", "population", "sum", "size", "limits", "strata",
  ]

  init(_ source: JSONSource) { self.source = source }

  mutating func read() throws(CasebookError) -> DrawRecord {
    switch source.read() {
    case .failure(let fault): throw .input([source.diagnostic(for: fault)])
    case .success(let value): whole = value
    }
    checkKeys()
    let wantsFormat = Wording(zh: "“\(DrawRecord.format)”", en: "'\(DrawRecord.format)'")
    _ = value("format", wantsFormat) { $0 == DrawRecord.format ? $0 : nil }
    let any = Wording(zh: "一段文字", en: "a text")
    let (book, seed) = (value("casebook", any) { $0 }, value("seed", any) { $0 })
    let size = count("size", 1...999_999_999)
    let total = count("population", 1...999_999_999)
    let sum = value("sum", Wording(zh: "金额", en: "an amount")) { Yuan($0) }
    let plan = readPlan()
    guard faults.isEmpty, let book, let seed, let size, let total, let sum, let plan else {
      throw .input(faults)
    }
    return DrawRecord(book: book, plan: plan, seed: seed, count: total, sum: sum, size: size)
  }

  private mutating func readPlan() -> DrawPlan? {
    let code = Wording(zh: "存证码", en: "a head")
    let day = Wording(zh: "2018-03-05 这样的日期", en: "a date such as 2018-03-05")
    let any = Wording(zh: "一段文字", en: "a text")
    let head = value("head", code) { HeadCode($0) }
    let seedHead = optional("seed_head", code) { HeadCode($0) }
    let words = optional("words", any) { $0 }
    let of = value("of", word(DrawPlan.Population.self)) { DrawPlan.Population(rawValue: $0) }
    let (from, to) = (optional("from", day) { Day($0) }, optional("to", day) { Day($0) })
    let by = value("by", word(DrawPlan.Method.self)) { DrawPlan.Method(rawValue: $0) }
    let assurance = readAssurance()
    guard let head, let of, let by, let assurance else { return nil }
    var plan = DrawPlan(
      head: head, seedHead: seedHead, words: words, population: of, from: from, to: to, method: by,
      assurance: assurance)
    guard by == .stratum else { return plan }
    guard let classes = count("classes", 1...9),
      let allocation = value(
        "allocate", word(DrawPlan.Allocation.self), { DrawPlan.Allocation(rawValue: $0) })
    else { return nil }
    plan.classes = classes
    plan.allocation = allocation
    return plan
  }

  private mutating func readAssurance() -> Assurance? {
    let percent = Wording(zh: "95 这样的百分数", en: "a percentage such as 95")
    let confidence = value("confidence", percent) { Rate(typed: $0) }
    let tolerable = value("tolerable", percent) { Rate(typed: $0) }
    let expected = value("expected", percent) { Rate(typed: $0) }
    guard let confidence, let tolerable, let expected else { return nil }
    do throws(AssuranceFault) {
      return try Assurance(confidence: confidence, tolerable: tolerable, expected: expected)
    } catch {
      report("bad-assurance", whole["tolerable"]?.offset, error.wording)
      return nil
    }
  }

  private func word<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type) -> Wording {
    let words = Choice.allCases.map(\.rawValue)
    return Wording(zh: words.joined(separator: "、"), en: words.joined(separator: " or "))
  }

  private mutating func checkKeys() {
    guard let members = whole.members else {
      return report(
        "not-a-draw", whole.offset,
        Wording(zh: "抽样记录应是一个 JSON 对象", en: "the record of a draw must be a JSON object"))
    }
    var seen: Set<String> = []
    for member in members {
      let key = JSONSource.printable(member.key)
      if !DrawRecordReader.keys.contains(member.key) {
        report(
          "unknown-key", member.keyOffset,
          Wording(zh: "抽样记录里没有“\(key)”", en: "a draw's record has no '\(key)'"))
      } else if !seen.insert(member.key).inserted {
        report("duplicate-key", member.keyOffset, Wording(zh: "“\(key)”写了两次", en: "'\(key)' appears twice"))
      }
    }
  }

  private mutating func value<T>(_ key: String, _ wants: Wording, _ read: (String) -> T?) -> T? {
    if whole[key] == nil {
      report("missing-key", nil, Wording(zh: "抽样记录缺少“\(key)”", en: "the draw's record lacks '\(key)'"))
      return nil
    }
    return optional(key, wants, read)
  }

  private mutating func optional<T>(_ key: String, _ wants: Wording, _ read: (String) -> T?) -> T? {
    guard let found = whole[key] else { return nil }
    if let value = found.string.flatMap(read) { return value }
    report(
      "bad-value", found.offset, Wording(zh: "“\(key)”应是\(wants.zh)", en: "'\(key)' should be \(wants.en)"))
    return nil
  }

  private mutating func count(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    if case .number(let text)? = whole[key]?.kind, let number = Int(text), range.contains(number) {
      return number
    }
    report(
      "bad-value", whole[key]?.offset,
      Wording(
        zh: "“\(key)”应是 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        en: "'\(key)' should be a whole number from \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }

  private mutating func report(_ code: String, _ offset: Int?, _ what: Wording) {
    faults.append(
      Diagnostic(
        code, at: source.place(at: offset ?? whole.offset), what: what,
        fix: Wording(
          zh: "用 audit draw 再抽一次，就有原样的记录", en: "run audit draw again to get the original record")))
  }
}
