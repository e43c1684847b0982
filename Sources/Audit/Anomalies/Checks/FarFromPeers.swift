import Casebook
import Claims
import Journal
import Rules
import Units

/// Villages and actors whose figures lie far from those of their peers.
///
/// Money is held against the peers' median with a robust z-score, once as it is and once without its largest case, so that
/// no single bill makes a village odd; shares by a robust z-score and the exact binomial tail together.
enum FarFromPeers: AnomalyCheck {
  static let code = AnomalyCode.farFromPeers

  static func look(_ desk: AnomalyDesk) throws(CasebookError) {
    var villages: [String: PeerFigures] = [:]
    for index in desk.load.rows.indices where desk.load.rows[index].isDecided {
      guard let village = desk.load.villageOf[desk.load.rows[index].household] else { continue }
      villages[desk.load.villages[village], default: PeerFigures()].take(desk.load.rows[index])
    }
    for (village, count) in desk.load.householdsIn {
      villages[desk.load.villages[village], default: PeerFigures()].households = count
    }
    let village = PeerKind(
      name: Wording(zh: "村", en: "village"), peers: Wording(zh: "个村", en: "villages"), isActor: false)
    compare(villages, village, desk)

    var approvers: [String: PeerFigures] = [:]
    var openers: [String: PeerFigures] = [:]
    for approval in try desk.approvals() where desk.load.rows[approval.row].isDecided {
      approvers[approval.actor, default: PeerFigures()].take(desk.load.rows[approval.row])
    }
    for index in desk.load.rows.indices
    where desk.load.rows[index].way == .declare && desk.load.rows[index].isDecided {
      let actor = try desk.actor(ofEntry: desk.load.rows[index].opened)
      openers[actor, default: PeerFigures()].take(desk.load.rows[index])
    }
    let approver = PeerKind(
      name: Wording(zh: "审批人", en: "approver"), peers: Wording(zh: "名审批人", en: "approvers"), isActor: true)
    compare(approvers, approver, desk)
    let opener = PeerKind(
      name: Wording(zh: "受理人", en: "intake clerk"), peers: Wording(zh: "名受理人", en: "intake clerks"),
      isActor: true)
    compare(openers, opener, desk)
  }

  private static func compare(_ groups: [String: PeerFigures], _ kind: PeerKind, _ desk: AnomalyDesk) {
    let limits = desk.limits
    let fit = groups.filter { $0.value.decided >= limits[.peerCases] }
    let large = groups.filter { $0.value.households >= limits[.peerHouseholds] }
    noteFew(kind.isActor ? fit.count : min(fit.count, large.count), of: groups.count, kind, desk)
    if !kind.isActor {
      money(
        large, kind, desk,
        PeerMeasure(
          name: Wording(zh: "每户赔款", en: "payout per covered household"),
          value: { $0.payout.fen / Int64($0.households) },
          least: { ($0.payout - $0.largestPayout).fen / Int64($0.households) },
          count: { Int64($0.households) }))
    }
    money(
      fit, kind, desk,
      PeerMeasure(
        name: Wording(zh: "每件平均金额", en: "mean amount of a case"),
        value: { $0.amount.fen / Int64($0.decided) },
        least: { ($0.amount - $0.largestAmount).fen / Int64(max(1, $0.decided - 1)) },
        count: { Int64($0.decided) }))
    share(fit, kind, desk, Wording(zh: "赔付比例", en: "share approved"), bothWays: true) { $0.approved }
    share(fit, kind, desk, Wording(zh: "收入不明的比例", en: "share with income unknown"), bothWays: false) {
      $0.incomeUnknown
    }
  }

  // MARK: Money

  private static func money(
    _ groups: [String: PeerFigures], _ kind: PeerKind, _ desk: AnomalyDesk, _ measure: PeerMeasure
  ) {
    let limits = desk.limits
    guard groups.count > limits[.peers] else { return }
    for (name, figures) in groups.sorted(by: { $0.key < $1.key }) {
      let peers = groups.filter { $0.key != name }.values.map(measure.value)
      guard let spread = Spread(peers), spread.median > 0 else { continue }
      let (value, least) = (measure.value(figures), measure.least(figures))
      guard spread.score(of: least) >= limits[.peerMoneyScore],
        least * 100 >= spread.median * Int64(limits[.peerRatio])
      else { continue }
      // Beyond what the peers' median would give: an estimate in whole fen.
      let excess = Yuan(
        fen: Int64(clamping: Int128(figures.payout.fen) * Int128(value - spread.median) / Int128(value)))
      let z = hundredths(spread.score(of: value))
      report(
        name, figures, kind, excess,
        Wording(
          zh:
            "\(kind.name.zh)“\(name)”的\(measure.name.zh)为 \(Yuan(fen: value).grouped) "
            + "元（\(measure.count(figures)) 个），\(peers.count) "
            + "\(kind.peers.zh)的中位数为 \(Yuan(fen: spread.median).grouped) 元，稳健 z = \(z)；去掉最大一件仍为 "
            + "\(Yuan(fen: least).grouped) 元",
          en:
            "the \(measure.name.en) of \(kind.name.en) '\(name)' is \(Yuan(fen: value).grouped) (of \(measure.count(figures))); "
            + "the median of \(peers.count) \(kind.peers.en) is \(Yuan(fen: spread.median).grouped), robust z = \(z); without "
            + "its largest case it is still \(Yuan(fen: least).grouped)"), desk)
    }
  }

  // MARK: Shares

  private static func share(
    _ groups: [String: PeerFigures], _ kind: PeerKind, _ desk: AnomalyDesk, _ what: Wording, bothWays: Bool,
    _ hits: (PeerFigures) -> Int
  ) {
    let limits = desk.limits
    guard groups.count > limits[.peers] else { return }
    let all = groups.values.reduce((hits: 0, of: 0)) { ($0.hits + hits($1), $0.of + $1.decided) }
    func perMillion(_ figures: PeerFigures) -> Int64 { Int64(hits(figures) * 1_000_000 / figures.decided) }
    for (name, figures) in groups.sorted(by: { $0.key < $1.key }) {
      let peers = groups.filter { $0.key != name }.values.map(perMillion)
      // Two points at least: where all approve nearly alike, one case more is nothing.
      guard let spread = Spread(peers, floor: 20_000) else { continue }
      let score = spread.score(of: perMillion(figures))
      guard abs(score) >= limits[.peerScore], score > 0 || bothWays else { continue }
      let (own, others) = (hits(figures), (hits: all.hits - hits(figures), of: all.of - figures.decided))
      let chance =
        score > 0
        ? Chance.ofAtLeast(own, of: figures.decided, hit: others.hits, in: others.of)
        : Chance.ofAtLeast(
          figures.decided - own, of: figures.decided, hit: others.of - others.hits, in: others.of)
      guard chance.oneIn >= limits[.chance] * groups.count else { continue }
      let beyond = max(0, perMillion(figures) - spread.median)
      let excess = Yuan(fen: Int64(clamping: Int128(figures.payout.fen) * Int128(beyond) / 1_000_000))
      report(
        name, figures, kind, excess,
        Wording(
          zh:
            "\(kind.name.zh)“\(name)”的\(what.zh)为 \(percent(perMillion(figures)))（\(own) / "
            + "\(figures.decided)），\(peers.count) "
            + "\(kind.peers.zh)的中位数为 \(percent(spread.median))，稳健 z = \(hundredths(score))；偶然出现的机会不到 1/\(chance.odds)",
          en:
            "the \(what.en) of \(kind.name.en) '\(name)' is \(percent(perMillion(figures))) (\(own) of \(figures.decided)); the "
            + "median of \(peers.count) \(kind.peers.en) is \(percent(spread.median)), robust z = \(hundredths(score)); by "
            + "chance, the probability is less than one in \(chance.odds)"), desk)
    }
  }

  private static func report(
    _ name: String, _ figures: PeerFigures, _ kind: PeerKind, _ excess: Yuan, _ what: Wording,
    _ desk: AnomalyDesk
  ) {
    // Below its peers nothing was paid too much.
    let estimate =
      excess > .zero
      ? Wording(
        zh: "；超出部分约 \(excess.grouped) 元（估算）", en: "; estimated excess: about \(excess.grouped)")
      : Wording(zh: "", en: "")
    desk.find(
      Anomaly(
        code, what: Wording(zh: what.zh + estimate.zh, en: what.en + estimate.en), stake: excess,
        strength: 40,
        cases: figures.largestCases, actors: kind.isActor ? [name] : []))
  }

  /// Fewer peers than it takes: said, because nothing found would otherwise seem to be nothing there.
  private static func noteFew(_ count: Int, of all: Int, _ kind: PeerKind, _ desk: AnomalyDesk) {
    let needed = desk.limits[.peers] + 1
    guard all > 0, count < needed else { return }
    desk.note(
      Wording(
        zh: "\(code.rawValue)：规模足够、可以比较的\(kind.name.zh)只有 \(count) 个（共 \(all) 个），至少需要 \(needed) 个，没有比较",
        en:
          "\(code.rawValue): \(kind.peers.en) large enough to be compared: \(count) of \(all); at least "
          + "\(needed) are needed, so nothing was compared"
      ))
  }

  /// `3.52`.
  private static func hundredths(_ number: Int) -> String {
    Numeral.text(number, decimals: 2)
  }

  /// `61.25 %`, from millionths.
  private static func percent(_ millionths: Int64) -> String {
    Numeral.text(millionths / 100, decimals: 2) + " %"
  }
}

/// What is compared.
private struct PeerKind {
  let name: Wording
  let peers: Wording
  let isActor: Bool
}

/// A measure in fen.
private struct PeerMeasure {
  let name: Wording
  let value: (PeerFigures) -> Int64
  /// The same without the largest case.
  let least: (PeerFigures) -> Int64
  let count: (PeerFigures) -> Int64
}

/// The figures of a village or an actor.
private struct PeerFigures {
  var households = 0
  private(set) var decided = 0
  private(set) var approved = 0
  private(set) var incomeUnknown = 0
  private(set) var payout = Yuan.zero
  private(set) var largestPayout = Yuan.zero
  private(set) var amount = Yuan.zero
  private(set) var largestAmount = Yuan.zero
  private var largest: [(payout: Yuan, number: Int)] = []

  /// Enough to begin with; all are in `case list`.
  private static let shown = 20

  /// The cases that were paid most.
  var largestCases: [Int] { largest.map(\.number) }

  mutating func take(_ row: Caseload.Case) {
    decided += 1
    if row.payout > .zero { approved += 1 }
    if row.reason == .incomeUnknown { incomeUnknown += 1 }
    payout += row.payout
    largestPayout = max(largestPayout, row.payout)
    amount += row.amount
    largestAmount = max(largestAmount, row.amount)
    guard row.payout > .zero,
      largest.count < PeerFigures.shown || row.payout > largest[largest.count - 1].payout
    else { return }
    largest.append((row.payout, row.number))
    largest.sort { ($1.payout, $0.number) < ($0.payout, $1.number) }
    if largest.count > PeerFigures.shown { largest.removeLast() }
  }
}
