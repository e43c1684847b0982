public import Rules
public import Units

/// Decides claims under one scheme: the decision table, and nothing else.
///
/// No clock, no files, no randomness: the same scheme, households and claims in the same order give the same
/// decisions, on the stream of a batch and in a casebook alike. It is asked in three steps, so that a stream can do
/// the first two on all cores:
///
/// 1. ``eligibility(of:)``, once for each household: what stands against every claim of it;
/// 2. ``findings(_:peril:day:cause:compensated:namesPerson:)``, for each claim: rows 3 to 15a;
/// 3. ``Plan/Figures/count(_:members:in:)``, for each claim that counts, in order: rows 16 to 21.
///
/// Rows 1 and 2 need the claims that came before: they are the caller's, as is the keeping of accounts. ``Ledger`` does
/// both for callers with few claims.
@safe
public final class Adjudicator: @unchecked Sendable {
  /// The rules.
  public let scheme: Scheme
  /// The plans of the scheme's benefits, in their order; `nil` where a figure is unpublished.
  public let plans: [Plan?]
  /// Whether a benefit of the scheme sums by person.
  public let needsPersons: Bool
  /// The figures of ``plans``, for streams; those of an unpublished plan mean nothing.
  public let figures: [Plan.Figures?]
  private let steps: UnsafeMutableBufferPointer<Staircase.Step>

  /// For group × perils + peril: the benefit's index, or −1, and row 6, 15 or 15a where one of them applies.
  @usableFromInline let coverage: [Coverage]
  /// For group × years + (year − firstLineYear).
  @usableFromInline let lines: [Line]
  @usableFromInline let firstLineYear: Int
  @usableFromInline let lineYears: Int
  /// For cause × perils + peril: whether the cause leads to the peril.
  @usableFromInline let leads: [Bool]
  @usableFromInline let uncompensatedOnly: [Bool]
  @usableFromInline let perilCount: Int
  @usableFromInline let from: Day?
  @usableFromInline let until: Day?
  @usableFromInline let protected: [Bool]
  private let assetLimits: [AssetLimit]

  @usableFromInline
  struct Coverage: Sendable {
    @usableFromInline let benefit: Int16
    @usableFromInline let findings: Findings
    /// The same for a claim that names nobody.
    @usableFromInline let namelessFindings: Findings

    init(benefit: Int16, findings: Findings, sumsByPerson: Bool = false) {
      self.benefit = benefit
      self.findings = findings
      namelessFindings = sumsByPerson ? findings.union(Findings(.personUnknown)) : findings
    }
  }

  @usableFromInline
  struct Line: Sendable {
    /// The line a person, in millionths of a fen.
    @usableFromInline let perMember: Int128
    /// The same in fen, where it is whole and so small that a million members' lines fit 64 bits; otherwise 0.
    @usableFromInline let wholePerMember: Int64
    /// Row 14 or 15 where it is not known.
    @usableFromInline let findings: Findings

    init(perMember: Int128, findings: Findings) {
      self.perMember = perMember
      self.findings = findings
      let isSimple = perMember % 1_000_000 == 0 && perMember / 1_000_000 < 1 << 42
      wholePerMember = isSimple ? Int64(perMember / 1_000_000) : 0
    }

    /// Whether an income is not below the line of as many members.
    @inlinable @inline(__always)
    func isReached(by income: Int64, members: Int32) -> Bool {
      if wholePerMember > 0, members < 1 << 20 { return income >= wholePerMember &* Int64(members) }
      return Int128(income) * 1_000_000 >= perMember * Int128(members)
    }
  }

  /// Prepares a scheme for deciding.
  public init(scheme: Scheme) {
    precondition(
      scheme.groups.count < Int(Eligibility.noGroup) && scheme.causes.count < 255, "lists are short")
    self.scheme = scheme
    plans = scheme.benefits.map { Plan($0) }
    needsPersons = scheme.needsPersons
    (unsafe steps, figures) = unsafe Adjudicator.flatten(plans)
    perilCount = scheme.perils.count
    from = scheme.effectiveFrom.value
    until = scheme.effectiveUntil
    protected = scheme.groups.map(\.isProtected)
    assetLimits = scheme.assetLimits.map { limit in
      guard let limit else { return .irrelevant }
      return limit.value.map(AssetLimit.most) ?? .unpublished
    }
    var coverage: [Coverage] = []
    for group in scheme.groups.indices {
      for peril in scheme.perils.indices {
        guard let benefit = scheme.benefit(group: group, peril: peril) else {
          coverage.append(Coverage(benefit: -1, findings: Findings(.perilNotCovered)))
          continue
        }
        let promised = scheme.benefits[benefit]
        coverage.append(
          Coverage(
            benefit: Int16(benefit), findings: promised.isSilent ? Findings(.schemeSilent) : [],
            sumsByPerson: promised.sumOver == .person))
      }
    }
    self.coverage = coverage
    leads = scheme.causes.flatMap { cause in scheme.perils.indices.map { cause.perils.contains($0) } }
    uncompensatedOnly = scheme.causes.map(\.onlyIfUncompensated)
    let years = scheme.protectionLine.eventYears
    firstLineYear = years.lowerBound
    lineYears = years.count
    lines = scheme.groups.indices.flatMap { group in
      years.map { year in
        switch scheme.protectionLine.drawn(group: group, eventYear: year) {
        case .line(let perMember): Line(perMember: perMember, findings: [])
        case .yearUnknown: Line(perMember: 0, findings: Findings(.protectionLineUnknown))
        case .silent: Line(perMember: 0, findings: Findings(.schemeSilent))
        }
      }
    }
  }

  deinit { unsafe steps.deallocate() }

  /// Lays all staircases out in one place, which lives as long as the adjudicator.
  private static func flatten(
    _ plans: [Plan?]
  ) -> (UnsafeMutableBufferPointer<Staircase.Step>, [Plan.Figures?]) {
    let count = plans.reduce(0) { $0 + ($1?.staircase.bands.count ?? 0) }
    let steps = UnsafeMutableBufferPointer<Staircase.Step>.allocate(capacity: max(1, count))
    var start = 0
    let figures = plans.map { plan -> Plan.Figures? in
      guard let plan else { return nil }
      let end = unsafe plan.staircase.withSteps { own in
        unsafe steps[start...].initialize(fromContentsOf: own)
      }
      defer { start = end }
      return unsafe Plan.Figures(
        plan, steps: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(steps)[start..<end]))
    }
    return unsafe (steps, figures)
  }

  /// What stands against every claim of a household: rows 4, 5, 9, 12 and 13.
  public func eligibility(of household: Household) -> Eligibility {
    guard household.isClear else { return .unclear }
    return eligibility(
      group: household.group, members: household.members, income: household.income,
      dwellings: household.assets[Scheme.Asset.dwellings.rawValue],
      businesses: household.assets[Scheme.Asset.businesses.rawValue],
      vehicles: household.assets[Scheme.Asset.vehicles.rawValue])
  }

  /// ``eligibility(of:)`` from the bare facts, for callers with very many households.
  package func eligibility(
    group: Int?, members: Int?, income: Yuan?, dwellings: Int?, businesses: Int?, vehicles: Int?
  ) -> Eligibility {
    var findings: Findings = []
    if group == nil || members.map({ $0 < 1 }) ?? true { findings.insert(Findings(.householdUnclear)) }
    if let group, !protected[group] { findings.insert(Findings(.groupNotCovered)) }
    findings.formUnion(assetFindings(.dwellings, dwellings))
    findings.formUnion(assetFindings(.businesses, businesses))
    findings.formUnion(assetFindings(.vehicles, vehicles))
    if income == nil { findings.insert(Findings(.incomeUnknown)) }
    return Eligibility(
      income: income?.fen ?? 0, members: Int32(clamping: members ?? 0), findings: findings,
      group: group.map { UInt8($0) } ?? Eligibility.noGroup)
  }

  private func assetFindings(_ asset: Scheme.Asset, _ count: Int?) -> Findings {
    switch assetLimits[asset.rawValue] {
    case .irrelevant: return []
    case .unpublished: return Findings(.schemeSilent)
    case .most(let most):
      guard let count else { return Findings(.verificationIncomplete) }
      return count > most ? Findings(.disqualifyingAsset) : []
    }
  }

  private enum AssetLimit: Sendable {
    case irrelevant, unpublished
    case most(Int)
  }

  /// Rows 3 to 15a of the decision table for one claim: everything that stands against its counting.
  ///
  /// - Parameters:
  ///   - eligibility: the household's, or ``Eligibility/unknown``.
  ///   - peril: an index into `Scheme.perils`.
  ///   - day: the day of the event.
  ///   - cause: an index into `Scheme.causes`, or `nil` where not said.
  ///   - compensated: whether somebody else has compensated, or `nil` where not said.
  ///   - namesPerson: whether the claim says which person it is for.
  @inlinable
  public func findings(
    _ eligibility: Eligibility, peril: Int, day: Day, cause: Int?, compensated: Bool?, namesPerson: Bool
  ) -> Findings {
    var findings = eligibility.findings
    if findings.contains(Findings(.unknownHousehold)) { return findings }
    if let cause {
      if !leads[cause &* perilCount &+ peril] { findings.insert(Findings(.perilNotCovered)) }
      if uncompensatedOnly[cause], compensated != false {
        findings.insert(Findings(compensated == true ? .compensatedElsewhere : .compensationUnknown))
      }
    }
    if let from {
      if day < from { findings.insert(Findings(.outsideCoveragePeriod)) }
    } else {
      findings.insert(Findings(.schemeSilent))
    }
    if let until, day > until { findings.insert(Findings(.outsideCoveragePeriod)) }
    let group = Int(eligibility.group)
    guard eligibility.group != Eligibility.noGroup, protected[group] else { return findings }
    let promised = coverage[group &* perilCount &+ peril]
    findings.formUnion(namesPerson ? promised.findings : promised.namelessFindings)
    let yearIndex = day.year &- firstLineYear
    guard yearIndex >= 0, yearIndex < lineYears else {
      return findings.union(Findings(.protectionLineUnknown))
    }
    let line = lines[group &* lineYears &+ yearIndex]
    findings.formUnion(line.findings)
    let unknown: Findings = [
      Findings(.householdUnclear), Findings(.incomeUnknown), Findings(.protectionLineUnknown),
    ]
    let isAbove =
      findings.isDisjoint(with: unknown) && line.findings.isEmpty
      && line.isReached(by: eligibility.income, members: eligibility.members)
    findings.formUnion(isAbove ? Findings(.aboveProtectionLine) : [])
    return findings
  }

  /// Whether a household's claims for a peril are summed by person: then row 15a also asks whether the person is in this
  /// household and no other, which whoever keeps the accounts knows.
  @inlinable
  public func sumsByPerson(_ eligibility: Eligibility, peril: Int) -> Bool {
    let group = Int(eligibility.group)
    guard eligibility.group != Eligibility.noGroup, protected[group] else { return false }
    return coverage[group &* perilCount &+ peril].namelessFindings.contains(Findings(.personUnknown))
  }

  /// The benefit that a claim counts towards; only for a claim with no findings.
  @inlinable
  public func benefit(_ eligibility: Eligibility, peril: Int) -> Int {
    Int(coverage[Int(eligibility.group) &* perilCount &+ peril].benefit)
  }

  /// The policy year a claim counts in.
  public func policyYear(of day: Day) -> PolicyYear {
    PolicyYear(containing: day, start: scheme.policyYearStart)
  }
}
