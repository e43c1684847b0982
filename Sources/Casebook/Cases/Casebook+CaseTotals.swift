extension Casebook {
  /// All cases, by where they stand.
  package func caseTotals() throws(CasebookError) -> CaseTotals {
    CaseTotals(
      declared: CaseTotals.Sum(cases: try currentState().cases, amount: try claimedAmount()),
      byState: try sumsByState())
  }
}
