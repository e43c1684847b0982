package import Units

/// A casebook goes on where another ended: what was taken over from it, and as of which head. It follows what was taken over.
package struct TakeOverStatement: JournalStatement {
  package static let kind = EntryKind.takeOver

  /// The other's id, and the rules of procedure that it is kept by.
  package let book: String
  package let procedure: Procedure
  /// Its last head: how many entries that covers, and the root in hexadecimal digits.
  package let entries: Int
  package let root: String
  /// What was contributed to its fund, what had gone into accounts, and what of that the county owes the fund still.
  package let contributed: Yuan
  package let paid: Yuan
  package let owed: Yuan?
  /// How many rows of its register were taken over, how many members, and how many costs that count.
  package let facts: Int
  package let members: Int
  package let costs: Int
  /// The numbers of its cases that are open still: none of them goes on of itself.
  package let openCases: [Int]

  package init(
    book: String, procedure: Procedure, entries: Int, root: String, contributed: Yuan, paid: Yuan,
    owed: Yuan?,
    facts: Int, members: Int, costs: Int, openCases: [Int]
  ) {
    self.book = book
    self.procedure = procedure
    self.entries = entries
    self.root = root
    self.contributed = contributed
    self.paid = paid
    self.owed = owed
    self.facts = facts
    self.members = members
    self.costs = costs
    self.openCases = openCases
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    book = try payload.text("book_before")
    procedure = Procedure(number: try payload.optionalNumber("procedure_before"))
    entries = try payload.number("entries_before")
    root = try payload.text("root_before")
    contributed = try payload.yuan("contributed")
    paid = try payload.yuan("paid")
    owed = try payload.optionalYuan("owed")
    facts = try payload.number("facts")
    members = try payload.number("members")
    costs = try payload.number("costs")
    openCases = try payload.numbers("open_cases")
  }

  package func write(to payload: inout Payload) {
    payload.set("book_before", book)
    payload.set("procedure_before", procedure.number)
    payload.set("entries_before", entries)
    payload.set("root_before", root)
    payload.set("contributed", contributed)
    payload.set("paid", paid)
    payload.set("owed", owed)
    payload.set("facts", facts)
    payload.set("members", members)
    payload.set("costs", costs)
    payload.set("open_cases", openCases.map { "\($0)" })
  }

  package var ownWords: [String] { [] }
}
