package import Journal
package import Units

/// All cases, by where they stand.
package struct CaseTotals: Hashable, Sendable {
  /// Cases, and the cost they claim.
  package struct Sum: Hashable, Sendable {
    package var cases = 0
    package var amount = Yuan.zero

    package static func + (a: Sum, b: Sum) -> Sum {
      Sum(cases: a.cases + b.cases, amount: a.amount + b.amount)
    }
  }

  /// Whatever was declared, screened or claimed.
  package let declared: Sum
  /// What stands in each state.
  package let byState: [CaseState: Sum]

  package var open: Sum { sum { $0.isOpen } }
  package var paid: Sum { sum { $0 == .paid } }
  package var denied: Sum { sum { $0 == .denied } }
  /// With those whose decision was taken back.
  package var withdrawn: Sum { sum { $0 == .withdrawn || $0 == .reversed } }

  /// Declared = open + paid + denied + withdrawn: no case is lost, and none stands in two places.
  package var isWhole: Bool { declared == open + paid + denied + withdrawn }

  private func sum(_ stands: (CaseState) -> Bool) -> Sum {
    byState.filter { stands($0.key) }.values.reduce(Sum(), +)
  }
}
