package import Claims
package import Rules
import Units

/// A person whom a list of members has in another household than before, and what goes along.
package struct MovedMember: Sendable {
  package let person: String
  /// Masked; `nil` where it is not known.
  package let name: String?
  package let from: String
  package let to: String
  /// What was counted and paid for the person in the policy year, by peril: where there is any, and the scheme sums by person.
  package let sums: [PerilSum]
}

/// A household that a list of members makes of those who come from another, and what stays behind.
package struct SplitHousehold: Sendable {
  package let household: String
  package let from: String
  /// What was counted and paid for the household they come from in the policy year, by peril, where there is any.
  package let sums: [PerilSum]
}

/// What an account has counted and was paid.
package struct PerilSum: Sendable {
  package let peril: Scheme.Peril
  package let account: Account
}

extension Recording {
  /// Who moves by a plan that is not recorded yet, and the households that come about by it: by person, by household.
  package func moves(
    in plan: ImportPlan
  ) throws(CasebookError) -> (members: [MovedMember], households: [SplitHousehold]) {
    let members = try plan.moves.map { (move) throws(CasebookError) in
      MovedMember(
        person: move.person, name: move.name.map { PersonName($0).masked }, from: move.from, to: move.to,
        sums: book.scheme.needsPersons ? try sums(of: move.from, move.person) : [])
    }
    var households: [SplitHousehold] = []
    for move in plan.moves
    where !households.contains(where: { $0.household == move.to && $0.from == move.from }) {
      guard try !book.hasMembers(move.to), try sums(of: move.to, nil).isEmpty else { continue }
      households.append(
        SplitHousehold(household: move.to, from: move.from, sums: try sums(of: move.from, nil)))
    }
    return (
      members.sorted { $0.person < $1.person },
      households.sorted { ($0.household, $0.from) < ($1.household, $1.from) }
    )
  }

  private func sums(of household: String, _ person: String?) throws(CasebookError) -> [PerilSum] {
    let days = PolicyYear.days(around: on, book.scheme.policyYearStart)
    var sums: [PerilSum] = []
    for peril in book.scheme.perils {
      let account = try book.account(household, person: person, peril: peril.id, in: days)
      if account != Account() { sums.append(PerilSum(peril: peril, account: account)) }
    }
    return sums
  }
}
