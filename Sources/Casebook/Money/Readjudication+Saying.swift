import Journal
import Rules
import Units

extension [Readjudication.Difference] {
  /// Of a case's bills, the one that says why: the last that would be paid, else the last that would count, else the last.
  var deciding: Readjudication.Difference? {
    last { $0.becomes > .zero } ?? last { $0.reason.isCounted } ?? last
  }

  /// What an entry says of the case as a whole: of a screened one, benefit, year and sums stand with its bills.
  func again(_ deciding: Readjudication.Difference, isCounted: Bool) -> DecidedAgain {
    let isOne = deciding.bill == nil
    return DecidedAgain(
      was: reduce(.zero) { $0 + $1.was }, becomes: reduce(.zero) { $0 + $1.becomes },
      reason: deciding.reason.code, isCounted: isCounted || contains { $0.reason.isCounted },
      benefit: isOne ? deciding.benefit : nil,
      policyYear: isOne && deciding.benefit != nil ? deciding.year.began : nil,
      accumulator: isOne ? deciding.accumulator : nil)
  }
}

extension Readjudication.Difference {
  /// What an entry says of it that decides its case again, where it is a bill's.
  ///
  /// - Parameter known: what is known of the household by now, where that is why.
  func bill(adding amount: Yuan, knowing known: KnownHousehold? = nil) -> BillDecidedAgain? {
    bill.map { bill in
      BillDecidedAgain(
        place: bill.place, amount: amount,
        again: DecidedAgain(
          was: was, becomes: becomes, reason: reason.code,
          isCounted: known == nil && wasCounted || reason.isCounted,
          benefit: benefit, policyYear: benefit == nil ? nil : year.began, accumulator: accumulator),
        known: known)
    }
  }
}
