package import Journal
package import Units

/// The columns of what was said of the money of cases whose decision was taken back.
enum ReversalColumn: String, TableColumn {
  static let table = "reversal"

  case casefile, money, repaid

  static let insertion = Change<Self>.insert(fixed: [.repaid: "0"])
  static let placing = Change<Self>.update([.money], where: .casefile)
  static let repayment = Change<Self>.update(
    [.repaid], fixed: [.repaid: "\(repaid) + \(repaid.parameter)"], where: .casefile)

  fileprivate static let ofCase = Question<Self>("FROM reversal WHERE \(casefile.given)")
}

/// What of the cases whose money is claimed back is in accounts.
private enum ReceivableColumn: String, SQLColumn {
  case sum = """
    coalesce(sum((SELECT coalesce(sum(p.amount), 0) FROM payment p WHERE p.casefile = r.casefile AND p.state = 'paid')
      - r.repaid), 0)
    """

  static let question = Question<Self>("FROM reversal r WHERE r.money = 'claimed'")
}

extension Casebook {
  /// Where the money of a case is whose decision was taken back, and what of it has come back by now; `nil` of any other.
  package func reversal(
    of casefile: Int
  ) throws(CasebookError) -> (money: ReversedMoney, repaid: Yuan)? {
    let found = try first(ReversalColumn.ofCase) {
      $0(ReversalColumn.casefile, casefile)
    } read: {
      (ReversedMoney(rawValue: $0.text(.money)), $0.money(.repaid))
    }
    guard let found else { return nil }
    guard let money = found.0 else { throw .damaged(row: ReversalColumn.table) }
    return (money, found.1)
  }

  /// What households owe back that was paid for decisions since taken back.
  func receivable() throws(CasebookError) -> Yuan {
    try first(ReceivableColumn.question) { $0.money(.sum) } ?? .zero
  }
}
