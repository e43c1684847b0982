import JSONText
import Units

/// An object of the scheme file whose keys have been checked: none unknown, none twice, none missing.
struct SchemeObject {
  let node: SchemeNode
  /// In the order of the file.
  private let members: [(key: String, value: SchemeNode)]
  /// Where each key stands among ``members``; only for the few objects that are not small.
  private let places: [String: Int]?

  private static let small = 32

  /// The value of a key; `nil` where it is missing, which has been reported unless it may be.
  subscript(key: String) -> SchemeNode? {
    if let places { return places[key].map { members[$0].value } }
    return members.first { $0.key == key }?.value
  }

  /// The keys that say where a figure comes from.
  static let provenanceKeys = ["source", "at", "assumption"]

  init?(_ node: SchemeNode, required: [String], optional: [String]) {
    guard let raw = node.value.members else {
      node.reportWrongType(Wording(zh: "对象 { }", en: "an object"))
      return nil
    }
    self.node = node
    let known = required + optional
    // Objects are small: looking along their keys is quicker than hashing them.
    var members: [(key: String, value: SchemeNode)] = []
    members.reserveCapacity(raw.count)
    var meant: Set<String> = []
    let isSmall = raw.count <= SchemeObject.small
    let isKnown = isSmall ? [] : Set(known)
    var firstOffset: [String: Int] = [:]
    for (index, member) in raw.enumerated() {
      let place = SchemeNode.Place.member(node.place, member.key)
      let first =
        isSmall ? raw[..<index].first { $0.key == member.key }?.keyOffset : firstOffset[member.key]
      if let first {
        guard !node.context.isFull else { return nil }
        let line = node.context.place(at: first).line
        node.context.report(
          "duplicate-key", at: member.keyOffset, path: place.path,
          what: Wording(
            zh: "键“\(node.shown(member.key))”重复，第一次在第 \(line) 行",
            en: "duplicate key '\(node.shown(member.key))', first on line \(line)"),
          fix: Wording(zh: "只留一个", en: "keep one of them"))
        continue
      }
      if !isSmall { firstOffset[member.key] = member.keyOffset }
      guard isSmall ? known.contains(member.key) : isKnown.contains(member.key) else {
        guard !node.context.isFull else { return nil }
        if member.key.utf8.count <= 64, let near = Spelling.nearest(to: member.key, among: known) {
          meant.insert(near)
        }
        SchemeObject.reportUnknown(member, in: node, path: node.path, known: known)
        continue
      }
      members.append((member.key, SchemeNode(value: member.value, place: place, context: node.context)))
    }
    self.members = members
    places =
      isSmall
      ? nil : Dictionary(members.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for key in required where self[key] == nil && !meant.contains(key) { reportMissing(key) }
  }

  func reportMissing(_ key: String) {
    node.context.report(
      "missing-key", at: node.value.offset, path: SchemeNode.Place.member(node.place, key).path,
      what: Wording(zh: "缺少“\(key)”", en: "missing key '\(key)'"),
      fix: Wording(zh: "在这个对象里补上 \"\(key)\"", en: "add \"\(key)\" to this object"))
  }

  private static func reportUnknown(
    _ member: JSONValue.Member, in node: SchemeNode, path: String, known: [String]
  ) {
    let key = node.shown(member.key)
    node.context.report(
      "unknown-key", at: member.keyOffset, path: path.isEmpty ? key : "\(path).\(key)",
      what: Wording(zh: "不认识的键“\(key)”", en: "unknown key '\(key)'"),
      fix: SchemeNode.suggestion(for: member.key, among: known))
  }
}

extension SchemeNode {
  /// Reads an object with exactly these keys.
  func object(_ required: [String], optional: [String] = []) -> SchemeObject? {
    SchemeObject(self, required: required, optional: optional)
  }

  /// Reads an object with these keys that also says where it comes from.
  func provenObject(_ required: [String], optional: [String] = []) -> SchemeObject? {
    SchemeObject(self, required: required, optional: optional + SchemeObject.provenanceKeys)
  }

  /// Reads a figure with its provenance, or `{ "unpublished": { "zh": …, "en": … } }` in its place.
  func sourced<Value>(
    _ required: [String], optional: [String] = [], read: (SchemeObject) -> Value?
  ) -> Sourced<Value>? {
    if value["unpublished"] != nil {
      guard let wording = object(["unpublished"])?["unpublished"]?.wording() else { return nil }
      return .unpublished(wording)
    }
    guard let object = provenObject(required, optional: optional) else { return nil }
    let provenance = object.provenance()
    guard let figure = read(object), let provenance else { return nil }
    return .known(figure, provenance)
  }

  /// Reads an object that holds one word and its provenance.
  func provenWord<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Word.Type
  ) -> (word: Word, provenance: Provenance)? {
    guard let object = provenObject([key]) else { return nil }
    let provenance = object.provenance()
    guard let word = object[key]?.word(type), let provenance else { return nil }
    return (word, provenance)
  }
}

extension SchemeObject {
  /// Reads `"source": key, "at": { "zh": …, "en": … }` or `"assumption": { "zh": …, "en": … }`.
  func provenance() -> Provenance? {
    if let assumption = self["assumption"] {
      if let other = self["source"] ?? self["at"] {
        other.report(
          "two-provenances", Wording(zh: "既写来源又写假设", en: "both a source and an assumption"),
          fix: Wording(zh: "两者只留其一", en: "keep one of them"))
      }
      return assumption.wording().map { .assumption($0) }
    }
    guard let source = self["source"] else {
      if self["at"] != nil {
        reportMissing("source")
      } else {
        node.report(
          "missing-provenance", Wording(zh: "没有写明出处", en: "no source is given"),
          fix: Wording(
            zh: "加上 \"source\" 和 \"at\"；没有公开出处的，用 \"assumption\" 写明理由",
            en: "add \"source\" and \"at\", or an \"assumption\" with its reason"))
      }
      return nil
    }
    guard let at = self["at"] else {
      reportMissing("at")
      return nil
    }
    let kind = Wording(zh: "来源", en: "source")
    let index = source.reference(to: node.context.sources, "unknown-source", kind)
    guard let locator = at.wording(), let index, let sources = node.context.sources else { return nil }
    return .source(sources[index], locator: locator)
  }
}
