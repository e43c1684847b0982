package import Casebook
package import JSONText
import Journal
import Sealing
import Units

/// Takes a slip's JSON apart: strict, with a place for whatever is wrong.
package struct SlipReader {
  private let source: JSONSource
  private var faults: [Diagnostic] = []

  private init(_ source: JSONSource) { self.source = source }

  /// Reads the slip that a text holds; what is wrong in it is thrown with its place, all of it.
  package static func read(_ source: JSONSource) throws(CasebookError) -> Slip {
    var reader = SlipReader(source)
    let value: JSONValue
    switch source.read() {
    case .failure(let fault): throw .input([source.diagnostic(for: fault)])
    case .success(let read): value = read
    }
    guard let slip = reader.slip(value), reader.faults.isEmpty else { throw .input(reader.faults) }
    return slip
  }

  private static let keys = ["algorithm", "case", "casebook", "entries", "format", "head"]
  private static let formats = Slip.Format.allCases.map(\.rawValue)
  private static let headKeys = ["actor", "key", "public_key", "recorded_at", "root", "signature", "size"]
  private static let hex = Wording(zh: "64 位小写十六进制数字", en: "64 hexadecimal digits in lower case")

  private mutating func slip(_ value: JSONValue) -> Slip? {
    let format = value["format"].map { $0.string.flatMap(Slip.Format.init) } ?? .builtInNames
    guard let format else {
      report(
        "slip-format", at: value["format"]?.offset ?? value.offset, "format",
        Wording(zh: "不认识这种存证单", en: "unknown slip format"),
        fix: Wording(
          zh: "应为“\(SlipReader.formats[0])”或“\(SlipReader.formats[1])”；更新的格式要用更新的程序",
          en:
            "it should be '\(SlipReader.formats[0])' or '\(SlipReader.formats[1])'; a newer format needs a newer program"
        ))
      return nil
    }
    let hasSchemes = format == .ownNames
    guard let found = object(value, "", SlipReader.keys + (hasSchemes ? ["schemes"] : [])) else { return nil }
    let algorithm = text(found, "algorithm", "", Wording(zh: "sha256 或 sm3", en: "sha256 or sm3")) {
      DigestAlgorithm(rawValue: $0)
    }
    let book = text(found, "casebook", "", Wording(zh: "案卷簿编号", en: "the casebook's id")) {
      $0.isEmpty ? nil : $0
    }
    let number = count(found, "case", "")
    let signed = found["head"].flatMap { self.head($0) }
    let parts = found["entries"].flatMap { self.entries($0) }
    let schemes = found["schemes"].flatMap { self.schemes($0) }
    guard let algorithm, let book, let number, let signed, let parts, hasSchemes == (schemes != nil) else {
      return nil
    }
    return Slip(
      book: book, algorithm: algorithm, number: number, head: signed.0, publicKey: signed.1, parts: parts,
      schemes: schemes)
  }

  private mutating func head(_ value: JSONValue) -> (Head, PublicKey)? {
    guard let found = object(value, "head", SlipReader.headKeys) else { return nil }
    let size = count(found, "size", "head.")
    let root = text(found, "root", "head.", SlipReader.hex) { SlipReader.digest($0) }
    let key = text(found, "key", "head.", SlipReader.hex) { SlipReader.digest($0) }
    let moment = Wording(zh: "2018-03-05T09:30:00Z 这样的时间", en: "a time such as 2018-03-05T09:30:00Z")
    let recorded = text(found, "recorded_at", "head.", moment) { Instant($0)?.text == $0 ? $0 : nil }
    let actor = text(found, "actor", "head.", Wording(zh: "签名者", en: "who signed")) { $0.isEmpty ? nil : $0 }
    let digits = Wording(zh: "小写十六进制数字", en: "hexadecimal digits in lower case")
    let signature = text(found, "signature", "head.", digits) { text in
      Hexadecimal.bytes(text).flatMap { Hexadecimal.text($0) == text && !$0.isEmpty ? $0 : nil }
    }
    let pem = Wording(
      zh: "PEM 公钥（-----BEGIN PUBLIC KEY-----），Ed25519 或 SM2",
      en: "a public key in PEM (-----BEGIN PUBLIC KEY-----), Ed25519 or SM2")
    let publicKey = text(found, "public_key", "head.", pem) { text -> PublicKey? in
      do throws(KeyError) {
        let key = try PublicKey(pem: text)
        return key.pem == text ? key : nil
      } catch { return nil }
    }
    guard let size, let root, let key, let recorded, let actor, let signature, let publicKey else {
      return nil
    }
    let head = Head(
      size: size, root: root, recordedAt: recorded, actor: actor, key: key, signature: signature)
    return (head, publicKey)
  }

  private mutating func schemes(_ value: JSONValue) -> [String]? {
    let texts = value.elements?.compactMap(\.string)
    if let texts, !texts.isEmpty, texts.count == value.elements?.count { return texts }
    report(
      "wrong-value", at: value.offset, "schemes",
      Wording(zh: "应是方案原文的列表，至少一份", en: "this should be a list of the texts of schemes, one at least"))
    return nil
  }

  private mutating func entries(_ value: JSONValue) -> [Slip.Part]? {
    guard let elements = value.elements, !elements.isEmpty else {
      report(
        "wrong-value", at: value.offset, "entries",
        Wording(zh: "应是台账条目的列表，至少一条", en: "this should be a list of at least one entry"))
      return nil
    }
    var parts: [Slip.Part] = []
    for (index, element) in elements.enumerated() {
      let path = "entries[\(index)]"
      guard let found = object(element, path, ["entry", "path"]) else { continue }
      let lines = Wording(zh: "台账条目的十行", en: "the ten lines of an entry")
      let entry = text(found, "entry", path + ".", lines) { $0.isEmpty ? nil : $0 }
      let steps = found["path"].flatMap { self.digests($0, path + ".path") }
      if let entry, let steps { parts.append(Slip.Part(text: entry, path: steps)) }
    }
    return parts.count == elements.count ? parts : nil
  }

  private mutating func digests(_ value: JSONValue, _ path: String) -> [Digest]? {
    let digests = value.elements?.map { element in element.string.flatMap { SlipReader.digest($0) } }
    let whole = digests?.compactMap { $0 }
    if let whole, whole.count == digests?.count { return whole }
    let bad = digests?.firstIndex { $0 == nil }
    report(
      "wrong-value", at: bad.flatMap { value.elements?[$0].offset } ?? value.offset,
      path + (bad.map { "[\($0)]" } ?? ""),
      Wording(zh: "应是\(SlipReader.hex.zh)（的列表）", en: "this should be \(SlipReader.hex.en) (in a list)"))
    return nil
  }

  /// Lower case only: a digest has one form here.
  private static func digest(_ text: String) -> Digest? {
    Digest(hex: text).flatMap { $0.hex == text ? $0 : nil }
  }
}

extension SlipReader {
  /// The members of an object that has all of the keys and no other.
  private mutating func object(_ value: JSONValue, _ path: String, _ keys: [String]) -> [String: JSONValue]? {
    guard let members = value.members else {
      report(
        "not-a-slip", at: value.offset, path,
        Wording(zh: "应是一个 JSON 对象", en: "this should be a JSON object"),
        fix: Wording(zh: "要的是 audit prove 写出的文件", en: "a file written by audit prove is needed"))
      return nil
    }
    let before = faults.count
    var found: [String: JSONValue] = [:]
    for member in members {
      let inside = path.isEmpty ? member.key : path + "." + member.key
      if !keys.contains(member.key) {
        let near = Spelling.nearest(to: member.key, among: keys)
        report(
          "unknown-key", at: member.keyOffset, inside,
          Wording(zh: "存证单里没有“\(member.key)”这一项", en: "a slip has no '\(member.key)'"),
          fix: near.map { Wording(zh: "是不是“\($0)”？", en: "did you mean '\($0)'?") })
      } else if found.updateValue(member.value, forKey: member.key) != nil {
        report(
          "duplicate-key", at: member.keyOffset, inside,
          Wording(zh: "“\(member.key)”出现两次", en: "'\(member.key)' appears twice"))
      }
    }
    for key in keys where found[key] == nil {
      report(
        "missing-key", at: value.offset, path,
        Wording(zh: "缺少“\(key)”", en: "'\(key)' is missing"))
    }
    return faults.count == before ? found : nil
  }

  private mutating func text<Value>(
    _ found: [String: JSONValue], _ key: String, _ path: String, _ what: Wording, _ read: (String) -> Value?
  ) -> Value? {
    guard let member = found[key] else { return nil }
    if let value = member.string.flatMap(read) { return value }
    report(
      "wrong-value", at: member.offset, path + key,
      Wording(zh: "应是\(what.zh)", en: "this should be \(what.en)"))
    return nil
  }

  private mutating func count(_ found: [String: JSONValue], _ key: String, _ path: String) -> Int? {
    guard let member = found[key] else { return nil }
    if case .number(let text) = member.kind, let number = Int(text), number > 0, "\(number)" == text {
      return number
    }
    report(
      "wrong-value", at: member.offset, path + key,
      Wording(zh: "应是大于零的整数", en: "this should be a whole number above zero"))
    return nil
  }

  private mutating func report(
    _ code: String, at offset: Int, _ path: String, _ what: Wording, fix: Wording? = nil
  ) {
    faults.append(Diagnostic(code, at: source.place(at: offset), path: path, what: what, fix: fix))
  }
}
