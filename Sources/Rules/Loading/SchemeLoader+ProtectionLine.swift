import JSONText
import Units

/// The part `protectionLine`.
extension SchemeLoader {
  static func protectionLine(
    _ node: SchemeNode, groups: [Scheme.Group], _ context: LoadingContext
  ) -> ProtectionLine? {
    guard let object = node.object(["rules", "nationalStandard"]) else { return nil }
    let standard = object["nationalStandard"].flatMap { yearFigures($0) }
    guard let list = object["rules"], let nodes = list.list(atLeast: 1) else { return nil }
    var rules = [ProtectionLine.Rule?](repeating: nil, count: context.groups?.count ?? 0)
    var given: Set<Int> = []
    var isSound = true
    for node in nodes {
      guard let (indices, rule) = rule(node, standard: standard, context) else {
        isSound = false
        continue
      }
      for index in indices {
        if !given.insert(index).inserted {
          let name = context.groups?[index] ?? ""
          node.report(
            "duplicate-rule",
            Wording(zh: "人群“\(name)”已有保障线规则", en: "group '\(name)' already has a protection line"))
        }
        rules[index] = rule
      }
    }
    guard isSound, let standard else { return nil }
    for group in groups where group.isProtected {
      guard let index = context.groups?.firstIndex(of: group.id), !given.contains(index) else { continue }
      list.report(
        "missing-protection-line",
        Wording(zh: "受保障人群“\(group.id)”没有保障线规则", en: "protected group '\(group.id)' has no protection line"),
        fix: Wording(
          zh: "加一条规则；没有公开的，倍数写 \"unpublished\"",
          en: "add a rule; if none is published, make its multiple \"unpublished\""))
    }
    return ProtectionLine(rules: rules, nationalStandard: standard)
  }

  private static func rule(
    _ node: SchemeNode, standard: [ProtectionLine.YearFigure]?, _ context: LoadingContext
  ) -> (groups: [Int], rule: ProtectionLine.Rule)? {
    guard let object = node.object(["groups"], optional: ["multiple", "published"]) else { return nil }
    let groups = object["groups"]?.references(to: context.groups, "unknown-group", Kind.group)
    switch (object["multiple"], object["published"]) {
    case (let multiple?, nil):
      if let standard, standard.isEmpty {
        multiple.report(
          "missing-national-standard",
          Wording(zh: "没有国家标准，倍数无从计算", en: "a multiple without a national standard"),
          fix: Wording(
            zh: "在 nationalStandard 里写明各年标准", en: "give the figure for each year in nationalStandard"))
      }
      guard let factor = multiple.sourced(["factor"], read: { $0["factor"]?.multiple() }), let groups else {
        return nil
      }
      return (groups, .multiple(factor))
    case (nil, let published?):
      guard published.list(atLeast: 1) != nil, let figures = yearFigures(published), let groups else {
        return nil
      }
      return (groups, .published(figures))
    default:
      node.report(
        "protection-line-unclear",
        Wording(
          zh: "“multiple”与“published”须且只能写一个", en: "exactly one of 'multiple' and 'published' must be given"))
      return nil
    }
  }

  /// Figures by year, sorted, each year once.
  private static func yearFigures(_ node: SchemeNode) -> [ProtectionLine.YearFigure]? {
    guard let nodes = node.list() else { return nil }
    var figures: [ProtectionLine.YearFigure] = []
    for node in nodes {
      guard let object = node.provenObject(["year", "yuan"]) else { continue }
      let provenance = object.provenance()
      let year = object["year"]?.integer(1900...2999)
      let amount = object["yuan"]?.amount()
      if let year, figures.contains(where: { $0.year == year }) {
        object["year"]?.report(
          "duplicate-year", Wording(zh: "\(year) 年已经有一个数", en: "there is already a figure for \(year)"))
      }
      guard let provenance, let year, let amount else { continue }
      figures.append(ProtectionLine.YearFigure(year: year, amount: amount, provenance: provenance))
    }
    guard figures.count == nodes.count else { return nil }
    return figures.sorted { $0.year < $1.year }
  }
}
