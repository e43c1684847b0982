import Casebook
import Journal
import Rules
import Units

/// More yearly costs just above a line, or a band's edge that raises the benefit, than beside it.
///
/// Below a warning line few people ask at all, so the counts just above are held against the larger of those just below and
/// of those one window further up.
enum HeapAboveLine: AnomalyCheck {
  static let code = AnomalyCode.heapAboveLine

  /// A place in the costs where one fen more brings something.
  private struct Edge {
    let benefit: Int32
    /// The first cost behind it.
    let first: Int64
    /// What crossing it brings, where it is an edge of a band.
    let jump: Yuan?
    let name: Wording
  }

  /// An account near an edge: where, and its last cost.
  private struct Near {
    let row: Int
    /// −1 below, 0 just above, 1 one window further.
    let window: Int
  }

  static func look(_ desk: AnomalyDesk) throws(CasebookError) {
    let edges = edges(desk)
    guard !edges.isEmpty else { return }
    // The whole year's cost is what is held against a line: the last counted cost has it.
    var last: [Int32: [Int]] = [:]
    for rows in desk.load.accounts(under: desk.book.scheme).values {
      if let cost = rows.last { last[desk.load.costs[cost].benefit, default: []].append(cost) }
    }
    let openers = try openers(desk)
    for edge in edges {
      judge(edge, last[edge.benefit] ?? [], edges.count, openers, desk)
    }
  }

  /// Who took in each declared case, by its row.
  private static func openers(_ desk: AnomalyDesk) throws(CasebookError) -> [Int: String] {
    var openers: [Int: String] = [:]
    for index in desk.load.rows.indices
    where desk.load.rows[index].way == .declare && desk.load.rows[index].isCounted {
      openers[index] = try desk.actor(ofEntry: desk.load.rows[index].opened)
    }
    return openers
  }

  private static func edges(_ desk: AnomalyDesk) -> [Edge] {
    let scheme = desk.book.scheme
    var edges: [Edge] = []
    for benefit in scheme.benefits {
      guard let place = desk.load.benefits.known(benefit.id), let curve = BenefitCurve(benefit) else {
        continue
      }
      let line = curve.warningLine
      let name = name(of: benefit, scheme)
      edges.append(
        Edge(
          benefit: place, first: line.fen + 1, jump: nil,
          name: Wording(
            zh: "“\(name.zh)”的预警线 \(line.grouped) 元",
            en: "the warning line of \(name.en), \(line.grouped)")))
      for band in curve.staircase.bands.dropFirst() {
        let first = band.first + (curve.pays == .excess ? line : .zero)
        guard first > line else { continue }
        let before = Yuan(fen: first.fen - 1)
        let jump = curve.benefit(onCost: first) - curve.benefit(onCost: before)
        guard jump >= Yuan(fen: Int64(desk.limits[.edgeJump]) * 100) else { continue }
        edges.append(
          Edge(
            benefit: place, first: first.fen, jump: jump,
            name: Wording(
              zh: "“\(name.zh)”的档位边缘 \(first.grouped) 元（跨过多赔 \(jump.grouped) 元）",
              en: "the band edge of \(name.en) at \(first.grouped), which pays \(jump.grouped) more")))
      }
    }
    return edges
  }

  /// A benefit by its peril and groups, as people know them.
  private static func name(of benefit: Benefit, _ scheme: Scheme) -> Wording {
    let peril = scheme.perils[benefit.peril].name
    let groups = benefit.groups.map { scheme.groups[$0].name }
    return Wording(
      zh: "\(peril.zh)·\(groups.map(\.zh).joined(separator: "、"))",
      en: "\(peril.en) (\(groups.map(\.en).joined(separator: ", ")))")
  }

  private static func judge(
    _ edge: Edge, _ accounts: [Int], _ edges: Int, _ openers: [Int: String], _ desk: AnomalyDesk
  ) {
    let width = max(20_000, edge.first * Int64(desk.limits[.heapWindow]) / 100)
    var near: [Near] = []
    for row in accounts {
      let distance = desk.load.costs[row].accumulator.fen - edge.first
      guard distance >= -width, distance < 2 * width else { continue }
      near.append(Near(row: row, window: distance < 0 ? -1 : Int(distance / width)))
    }
    guard near.count(where: { $0.window == 0 }) >= desk.limits[.heapLeast] else { return }
    var explained: Set<Int> = []
    let villages = Dictionary(grouping: accounts) { desk.load.villageOf[desk.load.costs[$0].household] ?? -1 }
    for (village, rows) in villages.sorted(by: { $0.key < $1.key }) where village >= 0 {
      let name = desk.load.villages[village]
      heap(
        edge, near, rows, of: accounts.count, tests: edges * villages.count, width,
        Wording(zh: "村“\(name)”", en: "village '\(name)'"), [], &explained, desk)
    }
    let taken = Dictionary(grouping: accounts.filter { openers[desk.load.costs[$0].row] != nil }) {
      openers[desk.load.costs[$0].row] ?? ""
    }
    for (actor, rows) in taken.sorted(by: { $0.key < $1.key }) where taken.count > 1 {
      heap(
        edge, near, rows, of: accounts.count, tests: edges * taken.count, width,
        Wording(zh: "经办人 \(actor) 受理的案件", en: "cases taken in by \(actor)"), [actor], &explained, desk)
    }
    overall(edge, near.filter { !explained.contains($0.row) }, edges, width, desk)
  }

  /// Whether a village's or an actor's accounts lie just above the edge more often than those of all others.
  private static func heap(
    _ edge: Edge, _ near: [Near], _ own: [Int], of all: Int, tests: Int, _ width: Int64, _ who: Wording,
    _ actors: [String], _ explained: inout Set<Int>, _ desk: AnomalyDesk
  ) {
    let mine = Set(own)
    let hits = near.filter { $0.window == 0 && mine.contains($0.row) }
    guard hits.count >= desk.limits[.heapLeast], own.count < all else { return }
    let beside = max(
      near.count { $0.window == -1 && mine.contains($0.row) },
      near.count { $0.window == 1 && mine.contains($0.row) })
    guard hits.count >= 2 * beside else { return }
    let others = near.count { $0.window == 0 } - hits.count
    // One more than the others have, so that a place where nobody else lies is unlikely and not impossible.
    let chance = Chance.ofAtLeast(
      hits.count, of: own.count, hit: min(others + 1, all - own.count), in: all - own.count)
    guard chance.oneIn >= desk.limits[.chance] * max(1, tests) else { return }
    // What a village explains is not said again of its clerk, unless the clerk's cases reach further.
    let rows = hits.map(\.row)
    guard !explained.isSuperset(of: rows) else { return }
    explained.formUnion(rows)
    report(
      edge, rows,
      Wording(
        zh:
          "\(who.zh)的 \(own.count) 个保障年度累计额中有 \(rows.count) 个落在\(edge.name.zh)之上 "
          + "\(Yuan(fen: width).grouped) 元以内，其旁最多 "
          + "\(beside) 个，别处 \(all - own.count) 个中有 \(others) 个；偶然出现的机会不到 1/\(chance.odds)",
        en:
          "of \(own.count) policy-year sums of \(who.en), \(rows.count) lie within \(Yuan(fen: width).grouped) above "
          + "\(edge.name.en), beside it at most \(beside), and \(others) of \(all - own.count) elsewhere; "
          + "by chance, the probability is less than one in \(chance.odds)"),
      strength: 70, actors, desk)
  }

  /// Whether all accounts together heap above the edge: a sign test of the window against its fuller neighbour.
  private static func overall(_ edge: Edge, _ near: [Near], _ edges: Int, _ width: Int64, _ desk: AnomalyDesk)
  {
    let hits = near.filter { $0.window == 0 }.map(\.row)
    let below = near.count { $0.window == -1 }
    let further = near.count { $0.window == 1 }
    let beside = max(below, further)
    guard hits.count >= desk.limits[.heapLeast] else { return }
    let chance = Chance.ofAtLeast(hits.count, of: hits.count + beside, hit: 1, in: 2)
    guard chance.oneIn >= desk.limits[.chance] * edges else { return }
    report(
      edge, hits,
      Wording(
        zh:
          "全县有 \(hits.count) 个保障年度累计额落在\(edge.name.zh)之上 \(Yuan(fen: width).grouped) 元以内，线下同宽处 \(below) 个，再往上同宽处 "
          + "\(further) 个；偶然出现的机会不到 1/\(chance.odds)",
        en:
          "\(hits.count) policy-year sums in the county lie within \(Yuan(fen: width).grouped) above "
          + "\(edge.name.en), "
          + "\(below) in the same width below it, \(further) in the next width above; by chance, the "
          + "probability is less than one in \(chance.odds)"
      ),
      strength: 50, [], desk)
  }

  private static func report(
    _ edge: Edge, _ rows: [Int], _ what: Wording, strength: Int, _ actors: [String], _ desk: AnomalyDesk
  ) {
    let costs = rows.map { desk.load.costs[$0] }
    let stake = costs.reduce(Yuan.zero) { sum, cost in
      sum + (edge.jump.map { min($0, cost.payout) } ?? cost.payout)
    }
    desk.find(
      Anomaly(
        code, what: what, stake: stake, strength: strength, cases: costs.map(\.number),
        households: costs.map { desk.load.households[$0.household] }, actors: actors))
  }
}
