import Claims
import Journal
import Units

/// The numbers of invoices or stays that declarations name.
enum InvoiceColumn: String, TableColumn {
  static let table = "invoice"

  case casefile, number, core

  static let insertion = Change<Self>.insert(or: "REPLACE")
  static let deletion = Change<Self>.delete(where: .casefile)
}

/// A cost under its number: declared in a case, or a bill in one.
private enum NumberedColumn: String, SQLColumn {
  case casefile = "c.number"
  case household = "c.household"
  case peril = "c.peril"
  case core = "n.core"

  /// A department's numbers are its own: those of another peril are the same only where the household is.
  private static let isOne = "\(core.given) AND (\(household.given) OR \(peril.given))"

  static let declared = Question<Self>(
    [.casefile],
    """
    FROM invoice n JOIN casefile c ON c.number = n.casefile
    WHERE \(isOne) AND c.state NOT IN ('withdrawn', 'reversed') ORDER BY c.number
    """)
  static let billed = Question<Self>(
    [.casefile],
    "FROM bill n JOIN casefile c ON c.number = n.casefile WHERE \(isOne) ORDER BY c.number")
}

extension Likeness {
  /// What numbers that are like each other have in common; `nil` of one that has nothing but blanks, dashes and zeros.
  static func core(ofNumber number: String) -> String? {
    let core = Likeness.core(of: Array(number.utf8))
    return core.isEmpty ? nil : String(decoding: core, as: UTF8.self)
  }
}

extension Casebook {
  /// The cases that stand and were declared with a number like one, for the household or the peril, ascending.
  func casesDeclared(
    numbered core: String, _ household: String, _ peril: String
  ) throws(CasebookError) -> [Int] { try cases(NumberedColumn.declared, core, household, peril) }

  /// The cases that hold a bill with a number like one, of the household or the peril, ascending.
  func casesBilled(
    numbered core: String, _ household: String, _ peril: String
  ) throws(CasebookError) -> [Int] { try cases(NumberedColumn.billed, core, household, peril) }

  private func cases(
    _ question: Question<NumberedColumn>, _ core: String, _ household: String, _ peril: String
  ) throws(CasebookError) -> [Int] {
    try rows(question) { bind in
      bind(NumberedColumn.core, core)
      bind(NumberedColumn.household, household)
      bind(NumberedColumn.peril, peril)
    } read: {
      $0.int(.casefile)
    }
  }
}
