import JSONText
import Units

/// The lists of words: sources, groups, perils, causes.
extension SchemeLoader {
  static func sources(_ node: SchemeNode, _ context: LoadingContext) -> [Source]? {
    guard let members = node.value.members else {
      node.reportWrongType(Wording(zh: "对象 { }", en: "an object"))
      return nil
    }
    context.sources = members.map(\.key)
    // A key of this object is a name, so any is known; the object still refuses one that stands twice.
    guard let object = node.object([], optional: members.map(\.key)) else { return nil }
    var sources: [Source] = []
    for member in members {
      guard let source = object[member.key] else { continue }
      if !SchemeNode.isID(member.key) {
        context.report(
          "malformed-id", at: member.keyOffset, path: source.path,
          what: Wording(
            zh: "“\(node.shown(member.key))”不能作编号", en: "'\(node.shown(member.key))' is not a valid id"),
          fix: Wording(zh: "只用小写字母、数字和连字符", en: "use lower-case letters, digits and hyphens only"))
      }
      guard let fields = source.object(["title", "confidence"]) else { continue }
      let title = fields["title"]?.wording()
      let confidence = fields["confidence"]?.word(Source.Confidence.self)
      guard let title, let confidence else { continue }
      sources.append(Source(id: member.key, title: title, confidence: confidence))
    }
    return sources
  }

  static func groups(_ nodes: [SchemeNode]) -> [Scheme.Group] {
    nodes.compactMap { node in
      guard let object = node.provenObject(["id", "name", "protected"]) else { return nil }
      let provenance = object.provenance()
      let id = object["id"]?.id()
      let name = object["name"]?.wording()
      let isProtected = object["protected"]?.bool()
      guard let provenance, let id, let name, let isProtected else { return nil }
      return Scheme.Group(id: id, name: name, isProtected: isProtected, provenance: provenance)
    }
  }

  static func perils(_ nodes: [SchemeNode]) -> [Scheme.Peril] {
    nodes.compactMap { node in
      guard let object = node.provenObject(["id", "name", "eventDay", "cost"]) else { return nil }
      let provenance = object.provenance()
      let id = object["id"]?.id()
      let name = object["name"]?.wording()
      let eventDay = object["eventDay"]?.wording()
      let cost = object["cost"]?.wording()
      guard let provenance, let id, let name, let eventDay, let cost else { return nil }
      return Scheme.Peril(id: id, name: name, eventDay: eventDay, cost: cost, provenance: provenance)
    }
  }

  static func causes(_ nodes: [SchemeNode], _ context: LoadingContext) -> [Scheme.Cause] {
    nodes.compactMap { node in
      guard let object = node.provenObject(["id", "name", "perils", "onlyIfUncompensated"]) else {
        return nil
      }
      let provenance = object.provenance()
      let id = object["id"]?.id()
      let name = object["name"]?.wording()
      let perils = object["perils"]?.references(to: context.perils, "unknown-peril", Kind.peril)
      let only = object["onlyIfUncompensated"]?.bool()
      guard let provenance, let id, let name, let perils, let only else { return nil }
      return Scheme.Cause(
        id: id, name: name, perils: perils, onlyIfUncompensated: only, provenance: provenance)
    }
  }

  /// The ids of a list of words, in order, empty where one cannot be read; reports a word that stands twice.
  ///
  /// The Chinese name is a word of the data files too, so that it must not be another's id or name.
  static func words(_ nodes: [SchemeNode]) -> [String] {
    var seen: [String: Int] = [:]
    for (index, node) in nodes.enumerated() {
      let id = node.value["id"]
      let name = node.value["name"]?["zh"]
      for (value, key) in [(id, "id"), (name, "name.zh")] {
        guard let value, let word = value.string else { continue }
        if let first = seen[word], first != index || key == "id" {
          let field = SchemeNode(value: value, place: .member(node.place, key), context: node.context)
          field.report(
            "duplicate-word",
            Wording(
              zh: "“\(node.shown(word))”已经是第 \(first + 1) 项的编号或中文名",
              en: "'\(node.shown(word))' is already the id or the Chinese name of item \(first + 1)"),
            fix: Wording(zh: "请换一个：数据表要靠它区分", en: "choose another: data files tell them apart by it"))
        }
        seen[word] = seen[word] ?? index
      }
    }
    return nodes.map { $0.value["id"]?.string ?? "" }
  }
}

/// What a reference refers to, for messages.
enum Kind {
  static let group = Wording(zh: "人群", en: "group")
  static let peril = Wording(zh: "险别", en: "peril")
  static let cause = Wording(zh: "原因", en: "cause")
}
