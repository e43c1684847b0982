import Units

extension CaseColumn {
  /// A case is of the year of its event; a screened one of each year in which one of its bills lies.
  private static let isOfDays = """
    (way <> 'screen' AND \(incurredOn.within)
      OR way = 'screen' AND EXISTS (
        SELECT 1 FROM (SELECT casefile, happened_on AS incurred_on FROM bill) b
        WHERE b.casefile = casefile.number AND b.\(incurredOn.within)))
    """

  fileprivate static let openOfDays = Question<Self>(
    "FROM casefile WHERE \(isOpen) AND \(isOfDays) ORDER BY number")
  fileprivate static let oneOfDays = Question<Self>(
    [.number], "FROM casefile WHERE \(number.given) AND \(isOfDays)")
}

extension Casebook {
  /// The open cases of which something befell within some days, in the order of their numbers.
  func openCases(of days: ClosedRange<Day>) throws(CasebookError) -> [Casefile] {
    try cases(CaseColumn.openOfDays) { $0(CaseColumn.incurredOn, within: days) }
  }

  /// Whether anything of a case befell within some days.
  func isCase(_ number: Int, of days: ClosedRange<Day>) throws(CasebookError) -> Bool {
    try first(CaseColumn.oneOfDays) { bind in
      bind(CaseColumn.number, number)
      bind(CaseColumn.incurredOn, within: days)
    } read: { _ in
      true
    } ?? false
  }
}
