import JSONText
import Units

/// A value of the scheme file on its way into the model: it knows its path, and reports what is wrong with it.
///
/// Every reading function returns `nil` exactly when it has reported why.
struct SchemeNode {
  /// Where a value stands: put into words only where something is wrong with it.
  indirect enum Place {
    /// The whole file, or what is named without it.
    case root(String)
    case member(Place, String)
    case element(Place, Int)

    var path: String {
      switch self {
      case .root(let name): return name
      case .member(let object, let key):
        let path = object.path
        return path.isEmpty ? key : "\(path).\(key)"
      case .element(let list, let index): return "\(list.path)[\(index)]"
      }
    }
  }

  let value: JSONValue
  let place: Place
  let context: LoadingContext

  var path: String { place.path }

  func report(_ code: String, _ what: Wording, fix: Wording? = nil) {
    context.report(code, at: value.offset, path: path, what: what, fix: fix)
  }

  func reportWrongType(_ expected: Wording, fix: Wording? = nil) {
    let found =
      switch value.kind {
      case .null: Wording(zh: "null（空）", en: "null")
      case .bool: Wording(zh: "真假值", en: "true or false")
      case .number: Wording(zh: "数字", en: "a number")
      case .string: Wording(zh: "文字", en: "a string")
      case .array: Wording(zh: "列表 [ ]", en: "a list")
      case .object: Wording(zh: "对象 { }", en: "an object")
      }
    let what = Wording(
      zh: "这里应当是\(expected.zh)，却是\(found.zh)", en: "expected \(expected.en), found \(found.en)")
    report("wrong-type", what, fix: fix)
  }

  func isNull() -> Bool { value.kind == .null }

  /// The most groups, perils, causes or benefits of a scheme: the engine numbers them in a byte.
  static let wordLimit = 200

  /// The elements of a list.
  func list(atLeast minimum: Int = 0, atMost maximum: Int = .max) -> [SchemeNode]? {
    guard let elements = value.elements else {
      reportWrongType(Wording(zh: "列表 [ ]", en: "a list"))
      return nil
    }
    guard elements.count >= minimum else {
      report("empty-list", Wording(zh: "列表不能是空的", en: "the list must not be empty"))
      return nil
    }
    guard elements.count <= maximum else {
      report("list-too-long", Wording(zh: "列表超过 \(maximum) 项", en: "the list has more than \(maximum) items"))
      return nil
    }
    return elements.enumerated().map {
      SchemeNode(value: $0.element, place: .element(place, $0.offset), context: context)
    }
  }

  /// Text for people: not empty, and without control characters.
  func text() -> String? {
    guard let text = value.string else {
      let fix = Wording(zh: "加上双引号", en: "put it in double quotes")
      reportWrongType(Wording(zh: "文字", en: "a string"), fix: isNull() ? nil : fix)
      return nil
    }
    if SchemeNode.isPlain(text) { return text }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      report("empty-string", Wording(zh: "文字是空的", en: "the string is empty"))
      return nil
    }
    guard JSONSource.printable(text) == text, !text.unicodeScalars.contains("\t") else {
      report("control-character", Wording(zh: "文字里有控制字符", en: "a control character inside the string"))
      return nil
    }
    guard text.first?.isWhitespace == false, text.last?.isWhitespace == false else {
      report("outer-space", Wording(zh: "文字首尾有空格", en: "the string begins or ends with a space"))
      return nil
    }
    return text
  }

  /// Whether it is made of ASCII letters, digits and signs, and begins and ends with one: nothing can be wrong with it.
  private static func isPlain(_ text: String) -> Bool {
    let space = UInt8(ascii: " ")
    guard let first = text.utf8.first, let last = text.utf8.last, first != space, last != space else {
      return false
    }
    return text.utf8.allSatisfy { (space...0x7E).contains($0) }
  }

  func bool() -> Bool? {
    guard case .bool(let truth) = value.kind else {
      reportWrongType(Wording(zh: " true 或 false", en: "true or false"))
      return nil
    }
    return truth
  }

  /// Both languages: text in one would be read by people who do not know it.
  func wording() -> Wording? {
    guard value.string == nil else {
      let fix = Wording(
        zh: "写成 { \"zh\": \"…\", \"en\": \"…\" }", en: "write { \"zh\": \"…\", \"en\": \"…\" }")
      reportWrongType(Wording(zh: "中英文对照 { }", en: "both languages"), fix: fix)
      return nil
    }
    guard let object = object(["zh", "en"]) else { return nil }
    guard let zh = object["zh"]?.text(), let en = object["en"]?.text() else { return nil }
    return Wording(zh: zh, en: en)
  }

  /// A word of the files: `[a-z0-9-]+`.
  func id() -> String? {
    guard let id = text() else { return nil }
    guard SchemeNode.isID(id) else {
      report(
        "malformed-id", Wording(zh: "“\(shown(id))”不能作编号", en: "'\(shown(id))' is not a valid id"),
        fix: Wording(zh: "只用小写字母、数字和连字符", en: "use lower-case letters, digits and hyphens only"))
      return nil
    }
    return id
  }

  static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// One of a closed set of words.
  func word<Word: RawRepresentable<String> & CaseIterable>(_: Word.Type) -> Word? {
    guard let text = text() else { return nil }
    if let word = Word(rawValue: text) { return word }
    reportUnknown("unknown-word", Wording(zh: "词语", en: "word"), text, among: Word.allCases.map(\.rawValue))
    return nil
  }

  /// An index into a list of ids; `nil` without a word where the list itself could not be read.
  func reference(to ids: [String]?, _ code: String, _ kind: Wording) -> Int? {
    guard let text = text(), let ids else { return nil }
    if let index = ids.firstIndex(of: text) { return index }
    reportUnknown(code, kind, text, among: ids.filter { !$0.isEmpty })
    return nil
  }

  /// Indices into a list of ids, each at most once.
  func references(to ids: [String]?, _ code: String, _ kind: Wording) -> [Int]? {
    guard let nodes = list(atLeast: 1) else { return nil }
    var indices: [Int] = []
    for node in nodes {
      guard let index = node.reference(to: ids, code, kind) else { continue }
      if indices.contains(index) {
        node.report("duplicate-word", Wording(zh: "这个词在列表里出现了两次", en: "this word is in the list twice"))
        continue
      }
      indices.append(index)
    }
    return indices.count == nodes.count ? indices : nil
  }

  func reportUnknown(_ code: String, _ kind: Wording, _ text: String, among known: [String]) {
    let what = Wording(zh: "没有名为“\(shown(text))”的\(kind.zh)", en: "unknown \(kind.en) '\(shown(text))'")
    report(code, what, fix: SchemeNode.suggestion(for: text, among: known))
  }

  /// "did you mean", or the words there are.
  static func suggestion(for text: String, among known: [String]) -> Wording? {
    if text.utf8.count <= 64, let near = Spelling.nearest(to: text, among: known) {
      return Wording(zh: "是否应为“\(near)”？", en: "did you mean '\(near)'?")
    }
    guard !known.isEmpty, known.count <= 20 else { return nil }
    return Wording(
      zh: "可用：" + known.joined(separator: "、"), en: "use one of: " + known.joined(separator: ", "))
  }

  /// Text of a file inside a message: cut, and safe on a terminal.
  func shown(_ text: String) -> String {
    let printable = JSONSource.printable(text)
    return printable.count > 40 ? printable.prefix(40) + "…" : printable
  }
}
