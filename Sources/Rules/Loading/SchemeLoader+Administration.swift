import JSONText
import Units

/// The parts `assets` and `administration`.
extension SchemeLoader {
  /// In the order of ``Scheme/Asset``; a key left out means that the asset does not matter.
  static func assetLimits(_ node: SchemeNode) -> [Sourced<Int>?]? {
    let keys = Scheme.Asset.allCases.map(\.word)
    guard let object = node.object([], optional: keys) else { return nil }
    return keys.map { key in
      object[key]?.sourced(["atMost"]) { $0["atMost"]?.integer(0...999_999_999) }
    }
  }

  static func administration(_ node: SchemeNode, _ context: LoadingContext) -> Administration? {
    let required = [
      "disclosureDays", "paymentWorkingDays", "approvalLimits", "premium", "cover", "fund", "onDeficit",
      "support",
    ]
    let optional = ["ruralPopulation", "holidays", "answerValidDays", "retentionYears", "whenShort"]
    guard let object = node.object(required, optional: optional) else { return nil }
    let days = { (object: SchemeObject) in object["days"]?.integer(0...366) }
    let disclosure = object["disclosureDays"]?.sourced(["days"], read: days)
    let payment = object["paymentWorkingDays"]?.sourced(["days"], read: days)
    let limits = object["approvalLimits"].flatMap { approvalLimits($0) }
    let premium = object["premium"]?.sourced(["yuan"]) { $0["yuan"]?.amount() }
    let cover = object["cover"]?.sourced(["percent"]) { $0["percent"]?.percent() }
    let fund = object["fund"]?.sourced(["yuan"]) { $0["yuan"]?.amount() }
    let population = object["ruralPopulation"]?.sourced(["persons"]) {
      $0["persons"]?.integer(0...2_000_000_000)
    }
    let holidays = object["holidays"].flatMap { Self.holidays($0) }
    let valid = object["answerValidDays"]?.sourced(["days"]) { $0["days"]?.integer(1...3660) }
    let retention = object["retentionYears"]?.sourced(["years"]) { $0["years"]?.integer(1...100) }
    let onDeficit = object["onDeficit"]?.sourced(["then"]) { $0["then"]?.word(Administration.OnDeficit.self) }
    let whenShort = object["whenShort"].map { node in
      node.sourced(["then"]) { $0["then"]?.word(Administration.WhenShort.self) }
    }
    let support = object["support"].flatMap { Self.support($0, context) }
    guard let disclosure, let payment, let limits, let premium, let cover, let fund, let onDeficit,
      let support, let whenShort = whenShort ?? Administration.whenShortUnsaid
    else { return nil }
    return Administration(
      disclosureDays: disclosure, paymentWorkingDays: payment, approvalLimits: limits, premium: premium,
      cover: cover, fund: fund, onDeficit: onDeficit, whenShort: whenShort, support: support,
      ruralPopulation: population, holidays: holidays, answerValidDays: valid, retentionYears: retention)
  }

  private static func approvalLimits(_ node: SchemeNode) -> [Administration.ApprovalLimit]? {
    guard let nodes = node.list() else { return nil }
    var seen: Set<String> = []
    var limits: [Administration.ApprovalLimit] = []
    for node in nodes {
      guard let object = node.object(["role", "name", "upTo"]) else { continue }
      let role = object["role"]?.id()
      let name = object["name"]?.wording()
      let upTo = object["upTo"].flatMap { Self.upTo($0) }
      if let role, !seen.insert(role).inserted {
        object["role"]?.report("duplicate-word", Wording(zh: "这一级已经写过", en: "this level is given twice"))
      }
      guard let role, let name, let upTo else { continue }
      limits.append(Administration.ApprovalLimit(role: role, name: name, upTo: upTo))
    }
    return limits
  }

  private static func upTo(_ node: SchemeNode) -> Sourced<Yuan?>? {
    if node.value["unlimited"] == nil {
      return node.sourced(["yuan"]) { object -> Yuan?? in object["yuan"]?.amount().map { .some($0) } }
    }
    return node.sourced(["unlimited"]) { object -> Yuan?? in
      guard let unlimited = object["unlimited"], let isUnlimited = unlimited.bool() else { return nil }
      guard isUnlimited else {
        unlimited.report("wrong-type", Wording(zh: "“unlimited”只能是 true", en: "'unlimited' can only be true"))
        return nil
      }
      return .some(nil)
    }
  }

  private static func support(_ node: SchemeNode, _ context: LoadingContext) -> [Administration.Support]? {
    guard let nodes = node.list() else { return nil }
    _ = words(nodes)
    return nodes.compactMap { node in
      guard let object = node.provenObject(["id", "name", "groups", "text"]) else { return nil }
      let provenance = object.provenance()
      let id = object["id"]?.id()
      let name = object["name"]?.wording()
      let groups = object["groups"]?.references(to: context.groups, "unknown-group", Kind.group)
      let text = object["text"]?.wording()
      guard let provenance, let id, let name, let groups, let text else { return nil }
      return Administration.Support(id: id, name: name, groups: groups, text: text, provenance: provenance)
    }
  }
}
