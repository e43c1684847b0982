import JSONText
import Units

/// The part `benefits`.
extension SchemeLoader {
  static func benefits(_ node: SchemeNode, _ context: LoadingContext) -> [Benefit]? {
    guard let nodes = node.list(atLeast: 1, atMost: SchemeNode.wordLimit) else { return nil }
    _ = words(nodes)
    var taken: [Int: [Int]] = [:]  // peril to groups
    var benefits: [Benefit] = []
    for node in nodes {
      guard
        let object = node.object([
          "id", "groups", "peril", "sumOver", "warningLine", "pays", "staircase", "cap",
        ])
      else { continue }
      let id = object["id"]?.id()
      let groups = object["groups"]?.references(to: context.groups, "unknown-group", Kind.group)
      let peril = object["peril"]?.reference(to: context.perils, "unknown-peril", Kind.peril)
      let sumOver = object["sumOver"]?.provenWord("of", Subject.self)
      let line = object["warningLine"]?.sourced(["yuan"]) { $0["yuan"]?.amount() }
      let pays = object["pays"]?.provenWord("on", Benefit.Pays.self)
      let staircase = object["staircase"].flatMap(Self.staircase)
      let cap = object["cap"].flatMap { Self.cap($0, sumOver: sumOver?.word) }
      if let groups, let peril {
        reportTaken(groups, taken[peril, default: []], object, context)
        taken[peril, default: []] += groups
      }
      guard let id, let groups, let peril, let sumOver, let line, let pays, let staircase, let cap else {
        continue
      }
      benefits.append(
        Benefit(
          id: id, groups: groups, peril: peril, sumOver: sumOver.word,
          sumOverProvenance: sumOver.provenance, warningLine: line, pays: pays.word,
          paysProvenance: pays.provenance, staircase: staircase, cap: cap))
    }
    return benefits
  }

  private static func reportTaken(
    _ groups: [Int], _ taken: [Int], _ object: SchemeObject, _ context: LoadingContext
  ) {
    for group in groups where taken.contains(group) {
      let name = context.groups?[group] ?? ""
      object["groups"]?.report(
        "duplicate-benefit",
        Wording(
          zh: "人群“\(name)”在这个险别下已有一项待遇", en: "group '\(name)' already has a benefit for this peril"),
        fix: Wording(zh: "每个人群和险别只能有一项", en: "keep one for each group and peril"))
    }
  }

  private static func cap(_ node: SchemeNode, sumOver: Subject?) -> Benefit.Cap? {
    if node.value["none"] != nil {
      guard let object = node.provenObject(["none"]) else { return nil }
      let provenance = object.provenance()
      guard let none = object["none"], let isNone = none.bool() else { return nil }
      guard isNone else {
        none.report(
          "wrong-type", Wording(zh: "“none”只能是 true", en: "'none' can only be true"),
          fix: Wording(
            zh: "有封顶就写 \"yuan\" 和 \"per\"", en: "where there is a cap, write \"yuan\" and \"per\""))
        return nil
      }
      return provenance.map { .none($0) }
    }
    if node.value["unpublished"] != nil {
      guard let object = node.object(["unpublished"], optional: ["per"]) else { return nil }
      let wording = object["unpublished"]?.wording()
      let per = object["per"].map { $0.word(Subject.self) } ?? sumOver
      guard let wording, let per else { return nil }
      return .amount(.unpublished(wording), per: per)
    }
    guard let object = node.provenObject(["yuan", "per"]) else { return nil }
    let provenance = object.provenance()
    let amount = object["yuan"]?.amount()
    let per = object["per"]?.word(Subject.self)
    if per == .person, sumOver == .household {
      object["per"]?.report(
        "cap-per-person",
        Wording(
          zh: "费用按户累计，无法按人封顶", en: "costs are summed over the household, so no person can be capped"),
        fix: Wording(zh: "把 sumOver 改为 person，或按户封顶", en: "sum over the person, or cap the household"))
      return nil
    }
    guard let provenance, let amount, let per else { return nil }
    return .amount(.known(amount, provenance), per: per)
  }
}
