package import Rules
package import Units

/// One benefit of the scheme with the accounts of a policy year on it.
package struct StaircasePanel: Sendable {
  /// One account, or several of nearly the same cost and benefit.
  package struct Point: Hashable, Sendable {
    package let cost: Yuan
    package let benefit: Yuan
    package let accounts: Int64
  }

  package let benefit: Benefit
  package let curve: BenefitCurve
  package let points: [Point]
  /// How far the drawing reaches; accounts beyond are counted in the last band and drawn at its edge.
  package let reach: Yuan

  /// The word of a band: the benefit's id, and 0 up to the warning line, then 1 for the first band.
  package static func key(_ benefit: Benefit, _ band: Int) -> String { "\(benefit.id)/\(band)" }
}

/// The accounts of a policy year: for each household, or person where the benefit sums by person, what it cost and what was
/// promised.
struct AccountCount {
  struct Account: Hashable {
    var cost: Int64 = 0
    var benefit: Int64 = 0

    mutating func add(_ other: Account) {
      cost += other.cost
      benefit += other.benefit
    }
  }

  /// What the accounts of a band come to.
  struct Band {
    var accounts: Int64 = 0
    var cost: Int64 = 0
    var benefit: Int64 = 0
  }

  /// By benefit of the scheme.
  let accounts: [[Account]]
  let bands: [[Band]]

  init(_ reckoning: Reckoning) {
    let scheme = reckoning.scheme
    let codes = scheme.benefits.map { benefit in
      reckoning.fold.benefits.words.firstIndex(of: benefit.id).map { Int16(truncatingIfNeeded: $0) }
    }
    let year = Int16(clamping: reckoning.policyYearBegan)
    let places = Dictionary(
      uniqueKeysWithValues: codes.enumerated().compactMap { place, code in code.map { ($0, place) } })
    let byPerson = scheme.benefits.map { $0.sumOver == .person }
    var sums: [[Account]] = scheme.benefits.map { _ in [] }
    for cost in AccountCount.costs(reckoning.side.cases) where cost.bill.policyYear == year {
      guard let place = places[cost.bill.benefit] else { continue }
      let subject = Int(byPerson[place] ? cost.bill.person : cost.household)
      if sums[place].count <= subject {
        let missing = subject + 1 - sums[place].count
        sums[place] += repeatElement(Account(), count: max(missing, sums[place].count))
      }
      sums[place][subject].add(Account(cost: cost.bill.amount, benefit: cost.bill.payout))
      // A household whose group changed keeps its account, which lies on the staircase of its latest case.
      let peril = scheme.benefits[place].peril
      for other in scheme.benefits.indices
      where other != place && scheme.benefits[other].peril == peril && byPerson[other] == byPerson[place]
        && sums[other].indices.contains(subject)
      {
        sums[place][subject].add(sums[other][subject])
        sums[other][subject] = Account()
      }
    }
    accounts = sums.map { $0.filter { $0.cost > 0 } }
    bands = AccountCount.bands(scheme, accounts)
  }

  /// What counts: cases that were decided as one, and the bills of screened cases, each after the cases before it.
  private static func costs(
    _ cases: CaseCourses
  ) -> some Sequence<(household: Int32, bill: BillCourse)> {
    cases.courses.lazy.enumerated().filter(\.element.isCounted).flatMap { index, course in
      let bills =
        cases.bills[index] ?? [
          BillCourse(
            place: 0, person: course.person, benefit: course.benefit, policyYear: course.policyYear,
            isCounted: true, amount: course.amount, payout: course.payout)
        ]
      return bills.filter(\.isCounted).map { (household: course.household, bill: $0) }
    }
  }

  /// By benefit, then by band as ``BenefitCurve/band(ofCost:)`` counts them; empty where the staircase is unpublished.
  private static func bands(_ scheme: Scheme, _ accounts: [[Account]]) -> [[Band]] {
    scheme.benefits.enumerated().map { place, benefit in
      guard let curve = BenefitCurve(benefit) else { return [] }
      var bands = [Band](repeating: Band(), count: curve.staircase.bands.count + 1)
      for account in accounts[place] {
        let band = curve.band(ofCost: Yuan(fen: account.cost))
        bands[band].accounts += 1
        bands[band].cost += account.cost
        bands[band].benefit += account.benefit
      }
      return bands
    }
  }
}

extension BenefitCurve {
  /// 0 up to the warning line, then 1 for the staircase's first band.
  func band(ofCost cost: Yuan) -> Int {
    guard cost > warningLine else { return 0 }
    return (staircase.bandIndex(of: remaining(ofCost: cost)) ?? 0) + 1
  }

  /// The cost at which a band begins, counted as ``band(ofCost:)`` does.
  package func start(ofBand band: Int) -> Yuan {
    guard band > 0 else { return .zero }
    let lower = staircase.bands[band - 1].lower
    return max(pays == .excess ? lower + warningLine : lower, warningLine)
  }
}

extension Reckoning {
  /// More accounts than this are drawn together.
  private static let crowd = 300
  private static let grid: (columns: Int64, rows: Int64) = (48, 32)

  func panels() -> [StaircasePanel] {
    scheme.benefits.enumerated().compactMap { place, benefit in
      guard let curve = BenefitCurve(benefit) else { return nil }
      let own = accounts.accounts[place].sorted { ($0.cost, $0.benefit) < ($1.cost, $1.benefit) }
      let reach = Reckoning.reach(curve, own)
      return StaircasePanel(
        benefit: benefit, curve: curve, points: Reckoning.points(own, reach), reach: Yuan(fen: reach))
    }
  }

  /// A fifth beyond the last edge, or as far as all but one in a hundred accounts reach, whichever is farther.
  private static func reach(_ curve: BenefitCurve, _ accounts: [AccountCount.Account]) -> Int64 {
    let last = curve.start(ofBand: curve.staircase.bands.count).fen
    let edge = max(last, curve.warningLine.fen, 100_000)
    let most = accounts.isEmpty ? 0 : accounts[(accounts.count - 1) * 99 / 100].cost
    return min(max(edge + edge / 5, most), 4 * edge)
  }

  /// The accounts within reach, one by one or, where there are many, drawn together in a grid; each group lies at the mean
  /// of its members.
  private static func points(_ accounts: [AccountCount.Account], _ reach: Int64) -> [StaircasePanel.Point] {
    let inside = accounts.filter { $0.cost <= reach }
    guard inside.count > crowd else {
      return inside.map {
        StaircasePanel.Point(cost: Yuan(fen: $0.cost), benefit: Yuan(fen: $0.benefit), accounts: 1)
      }
    }
    let most = max(inside.map(\.benefit).max() ?? 1, 1)
    var cells: [Int64: (count: Int64, cost: Int64, benefit: Int64)] = [:]
    for account in inside {
      let column = account.cost * grid.columns / (reach + 1)
      let row = account.benefit * grid.rows / (most + 1)
      let cell = cells[column * grid.rows + row] ?? (0, 0, 0)
      cells[column * grid.rows + row] = (
        cell.count + 1, cell.cost + account.cost, cell.benefit + account.benefit
      )
    }
    return cells.sorted { $0.key < $1.key }.map { _, cell in
      StaircasePanel.Point(
        cost: Yuan(fen: cell.cost / cell.count), benefit: Yuan(fen: cell.benefit / cell.count),
        accounts: cell.count)
    }
  }
}

extension FigureDraft {
  mutating func addStaircases(_ pair: Pair) {
    let benefits = pair.now.scheme.benefits
    // The scheme may have been another then: only the same benefits can be compared.
    let isSame = pair.before.scheme.benefits == benefits
    for (measure, part) in FigureDraft.ofBands {
      for (place, benefit) in benefits.enumerated() {
        for band in pair.now.accounts.bands[place].indices {
          add(
            measure, StaircasePanel.key(benefit, band), pair,
            optional: { reckoning in
              guard isSame || reckoning === pair.now else { return nil }
              return part(reckoning.accounts.bands[place][band])
            })
        }
      }
    }
  }

  private static let ofBands: [(Measure, @Sendable (AccountCount.Band) -> Int64)] = [
    (.accounts, { $0.accounts }), (.accumulated, { $0.cost }), (.benefit, { $0.benefit }),
  ]
}
