/// The first rows of a month's claims file: what needs another row beside it.
///
/// A claim of January is presented once more at the head of February's file, where only `--earlier` can know it, and
/// a bill of the month is presented twice and once more with another amount. Within each file the ids still ascend,
/// with the repeats next to each other.
enum MonthOpening: Int {
  case presentedLastMonth, bill, billAgain, billWithOtherAmount

  /// The row it makes in the file of a month; `nil` in January, which has no month before it.
  func claim(month: Int, household: Int) -> DeclaredClaim? {
    switch self {
    case .presentedLastMonth:
      return month == 0 ? nil : MonthOpening.bill(month: month - 1, household: household)
    case .bill, .billAgain: return MonthOpening.bill(month: month, household: household)
    case .billWithOtherAmount:
      var claim = MonthOpening.bill(month: month, household: household)
      claim.fen += 10_000
      return claim
    }
  }

  /// The bill that a chronically ill person brings every month.
  private static func bill(month: Int, household: Int) -> DeclaredClaim {
    DeclaredClaim(
      idMonth: month, idNumber: MonthOpening.bill.rawValue + 1, household: household, peril: .illness,
      day: (CountyLayout.year, month + 1, 2), fen: 260_000 + 13_731 * Int64(month), person: 1,
      cause: .longTermTreatment)
  }
}
