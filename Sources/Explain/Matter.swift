import Claims
import Rules
import Units

/// A derivation with what an explanation looks up in it again and again.
struct Matter {
  let derivation: Derivation
  /// What the household's group is promised for the peril; `nil` where nothing is, or the group is not known.
  let benefit: Benefit?
  /// The same with every figure known.
  let plan: Plan?
  /// The income ceiling of the household, where it can be drawn.
  let incomeLine: IncomeLine?

  var scheme: Scheme { derivation.scheme }
  var claim: Claim { derivation.claim }
  var household: Household? { derivation.household }
  var decision: Decision { derivation.decision }
  var reason: Reason { derivation.decision.reason }
  var peril: Scheme.Peril { scheme.perils[claim.peril] }
  var cause: Scheme.Cause? { claim.cause.map { scheme.causes[$0] } }
  var group: Scheme.Group? { household?.group.map { scheme.groups[$0] } }
  var members: Int { household?.members ?? 0 }

  init(_ derivation: Derivation) {
    let scheme = derivation.scheme
    let group = derivation.household?.group
    let index =
      derivation.decision.money?.benefitIndex
      ?? group.flatMap { scheme.benefit(group: $0, peril: derivation.claim.peril) }
    self.derivation = derivation
    benefit = index.map { scheme.benefits[$0] }
    plan = benefit.flatMap(Plan.init)
    incomeLine = IncomeLine(derivation)
  }
}

/// The income a household must stay below, and how it is drawn.
struct IncomeLine {
  let perMember: ExactYuan
  let total: ExactYuan
  /// The multiple and the standard it multiplies; `nil` where the line itself is published.
  let multiple: (millionths: Int64, standard: ProtectionLine.YearFigure)?
  let origins: [Origin]

  /// `nil` where the group, its members or a figure is not known.
  init?(_ derivation: Derivation) {
    let scheme = derivation.scheme
    let line = scheme.protectionLine
    let year = derivation.claim.day.year
    guard let household = derivation.household, let group = household.group, let members = household.members,
      members > 0, case .line(let drawn) = line.drawn(group: group, eventYear: year)
    else { return nil }
    perMember = ExactYuan(millionths: drawn)
    total = ExactYuan(millionths: drawn * Int128(members))
    switch line.rules[group] {
    case .multiple(.known(let millionths, let provenance)):
      guard let standard = line.nationalStandard.first(where: { $0.year == year - 1 }) else { return nil }
      multiple = (millionths, standard)
      origins = [scheme.origin(provenance), scheme.origin(standard.provenance)]
    case .published(let figures):
      multiple = nil
      origins = figures.filter { $0.year == year }.map { scheme.origin($0.provenance) }
    default: return nil
    }
  }

  /// How the line a person is drawn: `4,428.00 = 1.5 × 2,952.00, the national standard of 2016`.
  var drawing: Wording {
    guard let multiple else {
      return Wording(zh: "每人 \(perMember.grouped)", en: "\(perMember.grouped) a person")
    }
    let product = "\(ExactYuan.multiple(multiple.millionths)) × \(multiple.standard.amount.grouped)"
    return Wording(
      zh: "每人 \(perMember.grouped) = \(product)，即 \(multiple.standard.year) 年国家扶贫标准",
      en: "\(perMember.grouped) a person = \(product), the national standard of \(multiple.standard.year)")
  }
}
