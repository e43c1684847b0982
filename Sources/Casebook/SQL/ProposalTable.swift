package import Journal
import Units

/// The columns of the proposals to pay more that nobody has seconded yet: a case has one at most, and a new one takes the place
/// of the one before.
enum ProposalColumn: String, TableColumn {
  static let table = "proposal"

  case casefile, entry

  static let insertion = Change<Self>.insert(or: "REPLACE")
  /// The case was decided otherwise, or its decision taken back.
  static let ending = Change<Self>.delete(where: .casefile)

  fileprivate static let all = Question<Self>([.entry], "FROM proposal ORDER BY entry")
  fileprivate static let ofCase = Question<Self>([.entry], "FROM proposal WHERE \(casefile.given)")
}

/// A proposal that waits for a second officer.
package struct Proposal: Sendable {
  package let entry: Entry
  package let statement: ProposeStatement
}

extension Casebook {
  /// The proposals that wait for a second officer, in the order in which they were made.
  package func proposals() throws(CasebookError) -> [Proposal] {
    var found: [Proposal] = []
    for number in try rows(ProposalColumn.all, read: { $0.int(.entry) }) {
      found.append(try proposal(in: number))
    }
    return found
  }

  /// The one that waits for a case, if any does.
  package func proposal(of casefile: Int) throws(CasebookError) -> Proposal? {
    let number = try first(ProposalColumn.ofCase) {
      $0(ProposalColumn.casefile, casefile)
    } read: {
      $0.int(.entry)
    }
    return try number.map { (number) throws(CasebookError) in try proposal(in: number) }
  }

  private func proposal(in number: Int) throws(CasebookError) -> Proposal {
    guard let entry = try entry(number) else { throw .damaged(row: ProposalColumn.table) }
    return Proposal(entry: entry, statement: try entry.read(ProposeStatement.self))
  }
}
