import JSONText
import Units

/// The part `staircase` of a benefit.
extension SchemeLoader {
  static func staircase(_ node: SchemeNode) -> Sourced<Staircase>? {
    if node.value["unpublished"] != nil {
      return node.object(["unpublished"])?["unpublished"]?.wording().map { .unpublished($0) }
    }
    guard let object = node.provenObject(["reading", "bands"]) else { return nil }
    let provenance = object.provenance()
    let reading = object["reading"]?.word(Staircase.Reading.self)
    guard let list = object["bands"], let nodes = list.list(atLeast: 1) else { return nil }
    let bands = nodes.map { Self.band($0) }
    guard areEdgeToEdge(nodes, bands), let provenance, let reading else { return nil }
    let checked = bands.compactMap { $0 }
    return .known(Staircase(reading: reading, readingProvenance: provenance, bands: checked), provenance)
  }

  /// One edge as the file words it: `above` and `below` leave it out, `from` and `through` take it in.
  private struct Edge {
    let amount: Yuan
    let isIncluded: Bool
  }

  private static func band(_ node: SchemeNode) -> Staircase.Band? {
    let edges = ["above", "from", "below", "through"]
    guard let object = node.provenObject(["percent"], optional: edges) else { return nil }
    let provenance = object.provenance()
    let rate = object["percent"]?.percent()
    let lower = edge(object, open: "above", closed: "from", isMissing: "band-without-lower-edge")
    let hasUpper = object["below"] != nil || object["through"] != nil
    let upper = edge(object, open: "below", closed: "through", isMissing: nil)
    guard let lower, let rate, let provenance, !hasUpper || upper != nil else { return nil }
    if let upper, upper.amount < lower.amount {
      node.report(
        "band-upside-down",
        Wording(
          zh: "上界 \(upper.amount.grouped) 低于下界 \(lower.amount.grouped)",
          en: "the upper edge \(upper.amount.grouped) is below the lower one, \(lower.amount.grouped)"))
      return nil
    }
    return Staircase.Band(
      lower: lower.amount, includesLower: lower.isIncluded, upper: upper?.amount,
      includesUpper: upper?.isIncluded ?? false, rate: rate, provenance: provenance)
  }

  private static func edge(
    _ object: SchemeObject, open: String, closed: String, isMissing: String?
  ) -> Edge? {
    switch (object[open], object[closed]) {
    case (let node?, nil): return node.amount().map { Edge(amount: $0, isIncluded: false) }
    case (nil, let node?): return node.amount().map { Edge(amount: $0, isIncluded: true) }
    case (_?, let node?):
      node.report(
        "band-edge-twice",
        Wording(zh: "同一个界写了“\(open)”又写“\(closed)”", en: "one edge given as both '\(open)' and '\(closed)'"),
        fix: Wording(
          zh: "“\(open)”不含本数，“\(closed)”含本数，只留一个",
          en: "'\(open)' excludes the amount, '\(closed)' includes it: keep one"))
      return nil
    case (nil, nil):
      if let isMissing {
        object.node.report(
          isMissing, Wording(zh: "这一档没有下界", en: "this band has no lower edge"),
          fix: Wording(
            zh: "用 \"above\"（不含）或 \"from\"（含）写明", en: "add \"above\" (excluded) or \"from\" (included)"))
      }
      return nil
    }
  }

  /// Whether the bands begin at 0, leave no gap and no overlap, and only the last is without end.
  private static func areEdgeToEdge(_ nodes: [SchemeNode], _ bands: [Staircase.Band?]) -> Bool {
    var isSound = true
    for (index, node) in nodes.enumerated() {
      guard let band = bands[index] else {
        isSound = false
        continue
      }
      if index == 0, band.lower != .zero {
        node.report(
          "bands-not-from-zero",
          Wording(
            zh: "第一档从 \(band.lower.grouped) 开始，不是从 0",
            en: "the first band begins at \(band.lower.grouped), not at 0"),
          fix: Wording(
            zh: "加一档从 0 开始，不赔就写 0 %", en: "begin at 0, with a rate of 0 % if nothing is paid there"))
        isSound = false
      }
      let isLast = index == nodes.count - 1
      if isLast, let upper = band.upper {
        node.report(
          "last-band-ends",
          Wording(
            zh: "最后一档止于 \(upper.grouped)，再高的费用没有比例",
            en: "the last band ends at \(upper.grouped): costs above it have no rate"),
          fix: Wording(zh: "删去上界；封顶写在 \"cap\" 里", en: "delete its upper edge; a limit belongs in \"cap\""))
        isSound = false
      }
      guard index > 0, let previous = bands[index - 1] else { continue }
      if let fault = joint(previous, band) {
        node.report(fault.code, fault.what, fix: fault.fix)
        isSound = false
      }
    }
    return isSound
  }

  /// What is wrong where one band ends and the next begins.
  private static func joint(
    _ previous: Staircase.Band, _ next: Staircase.Band
  ) -> (code: String, what: Wording, fix: Wording?)? {
    let lower = next.lower.grouped
    guard let upper = previous.upper else {
      let what = Wording(zh: "前一档没有上界", en: "the band before this one has no upper edge")
      let fix = Wording(
        zh: "给前一档写 \"below\" 或 \"through\" \(lower)", en: "give it \"below\" or \"through\" \(lower)")
      return ("band-never-ends", what, fix)
    }
    if upper < next.lower {
      let what = Wording(
        zh: "\(upper.grouped) 与 \(lower) 之间没有比例", en: "no band between \(upper.grouped) and \(lower)")
      return ("band-gap", what, Wording(zh: "让两档相接", en: "let the bands meet"))
    }
    if upper > next.lower {
      let what = Wording(
        zh: "\(lower) 至 \(upper.grouped) 同时在两档里", en: "\(lower) to \(upper.grouped) is in two bands")
      return ("band-overlap", what, Wording(zh: "让两档相接", en: "let the bands meet"))
    }
    switch (previous.includesUpper, next.includesLower) {
    case (false, false):
      let what = Wording(zh: "\(lower) 本身不在任何一档里", en: "\(lower) itself is in no band")
      let fix = Wording(
        zh: "前一档改用 \"through\"，或这一档改用 \"from\"", en: "write \"through\" before it, or \"from\" here")
      return ("edge-in-no-band", what, fix)
    case (true, true):
      let what = Wording(zh: "\(lower) 本身同时在两档里", en: "\(lower) itself is in two bands")
      let fix = Wording(
        zh: "前一档改用 \"below\"，或这一档改用 \"above\"", en: "write \"below\" before it, or \"above\" here")
      return ("edge-in-two-bands", what, fix)
    default: return nil
    }
  }
}
