import Units

/// A household's income as its row of the register states it: for the household, by person, or both.
enum HouseholdIncome {
  /// What the row says; `nil` where it does not, or where the people are not counted.
  case stated(Yuan?)
  /// The two are not the same income.
  case differing
  /// More, or less, than any household has.
  case outOfRange

  /// - Parameters:
  ///   - whole: the household's.
  ///   - each: by person.
  ///   - members: the people of the household.
  init(whole: Yuan?, each: Yuan?, members: Int?) {
    guard let each, let members, members > 0 else {
      self = .stated(whole)
      return
    }
    let (fen, overflows) = each.fen.multipliedReportingOverflow(by: Int64(members))
    guard !overflows, Yuan.incomeRange.contains(Yuan(fen: fen)) else {
      self = .outOfRange
      return
    }
    guard let whole else {
      self = .stated(Yuan(fen: fen))
      return
    }
    // An income by person is rounded: by at most half a fen for each.
    self = (whole.fen - fen).magnitude * 2 <= UInt64(members) ? .stated(whole) : .differing
  }
}
