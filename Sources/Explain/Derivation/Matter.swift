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
  /// How the payout comes about; `nil` for a claim that was not counted.
  let calculation: Calculation?

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
    calculation = Calculation(
      derivation.decision, of: derivation.claim.amount, members: derivation.household?.members ?? 0,
      carried: derivation.carried, under: scheme)
  }
}
