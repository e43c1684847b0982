import Claims
package import Journal
package import Rules
import Sealing
package import Units

/// What a casebook hands over to the one that goes on from it: its register, its fund, and what counts in each account, as of its
/// last head. All of it is derived from its journal, which the head must fit; its derived tables are not believed.
///
/// A cost of which nothing is paid yet, approved as it may be, is not handed over: its case is open still, and is decided again
/// where it is declared again.
package struct Handover: Sendable {
  /// The rows of the register with the days from which they were known.
  package internal(set) var facts: [(day: Day, statement: HouseholdStatement)] = []
  /// What lists said of the members of households, with the days from which it was known: by person, last what holds now. What
  /// was before it is told without personal data.
  package internal(set) var members: [(day: Day, member: ListedMember)] = []
  package internal(set) var contributions: [(day: Day, statement: ContributeStatement)] = []
  package internal(set) var costs: [CarryStatement] = []
  /// The policy years that are closed, and the days on which they were.
  package internal(set) var closings: [(day: Day, statement: CloseYearStatement)] = []
  /// The cases that are open still, and what is paid for each so far.
  package internal(set) var open: [(file: Casefile, paid: Yuan)] = []
  /// The proposals to pay more for cases that are closed, which nobody has seconded.
  package internal(set) var proposals: [Proposal] = []
  /// The last day of which anything is recorded there.
  package let lastDay: Day
  /// What sums it up.
  package let statement: TakeOverStatement
  /// The scheme in force, and its file as it was recorded.
  package let scheme: Scheme
  package let schemeBytes: [UInt8]

  /// Reads what a casebook hands over; nothing in it is changed, whatever rules of procedure it is kept by.
  ///
  /// - Throws: a refusal where money is on its way to a bank: what comes of that must be recorded first.
  package static func read(_ path: String) throws(CasebookError) -> Handover {
    let (book, _) = try Casebook.openToRetake(path)
    let state = try book.derive()
    try book.follow(state.scheme)
    try book.checkLastHead(state)
    try book.indexRetakenCases()
    let cases = try book.cases()
    try book.checkSettled(cases)
    guard let head = try book.lastHead() else { throw .damaged(row: "head") }
    return try Handover(book, state, cases, head)
  }

  private init(
    _ book: Casebook, _ state: BookState, _ cases: [Casefile], _ head: Head
  ) throws(CasebookError) {
    let root = head.root.hex
    var facts: [(day: Day, statement: HouseholdStatement)] = []
    try book.eachFact { facts.append(($0, $1)) }
    self.facts = facts
    let listed = try book.listedMembers()
    members = try Handover.members(book, listed)
    var contributions: [(day: Day, statement: ContributeStatement)] = []
    try book.entries(in: 1...state.entries, of: [.contribute]) { (entry) throws(CasebookError) in
      let read = try entry.read(ContributeStatement.self)
      contributions.append((entry.happenedOn, ContributeStatement(amount: read.amount, note: read.note)))
    }
    self.contributions = contributions
    let counted = Dictionary(grouping: try book.standingCosts(), by: \.casefile)
    costs = try book.carriedCosts().map { CarryStatement($0, after: root) }
    for file in cases {
      let paid = try book.paid(file.number)
      if file.state.isOpen || file.isStillOut { open.append((file, paid)) }
      guard paid > .zero || file.isCounted && !file.state.isOpen else { continue }
      var left = paid
      for var cost in try book.costsHandedOver(file, counted[file.number] ?? []) {
        cost.payout = min(cost.payout, left)
        left = left - cost.payout
        costs.append(CarryStatement(cost, after: root))
      }
    }
    for year in try book.closedYears() where year.isClosed {
      guard let entry = try book.entry(year.closedEntry) else { throw .damaged(row: ClosedYearColumn.table) }
      closings.append((entry.happenedOn, CloseYearStatement(year.days)))
    }
    let isOpen = Set(open.map(\.file.number))
    proposals = try book.proposals().filter { !isOpen.contains($0.statement.step.number) }
    scheme = book.scheme
    schemeBytes = try book.schemeBytes(state.scheme)
    guard let lastDay = try book.lastDay() else { throw .damaged(row: EntryColumn.table) }
    self.lastDay = lastDay
    statement = TakeOverStatement(
      book: state.id, procedure: try book.procedure(), entries: head.size, root: root,
      contributed: state.contributed, paid: state.paid,
      owed: state.paid > state.contributed ? state.paid - state.contributed : nil,
      facts: facts.count, members: listed.count, costs: costs.count, openCases: open.map(\.file.number))
  }
}

extension Handover {
  /// Where each person was listed, from which day on, and what is known of those who are listed.
  private static func members(
    _ book: Casebook, _ listed: [ListedMember]
  ) throws(CasebookError) -> [(day: Day, member: ListedMember)] {
    var members = try book.memberships().map { said in
      (
        said.knownOn,
        ListedMember(
          person: said.person, household: said.household, relation: nil, personal: PersonalData())
      )
    }
    let now = Dictionary(uniqueKeysWithValues: listed.map { ($0.person, $0) })
    for index in members.indices
    where index == members.count - 1 || members[index + 1].1.person != members[index].1.person {
      guard let member = now[members[index].1.person] else { throw .damaged(row: MembershipColumn.table) }
      members[index].1 = member
    }
    return members
  }
}

extension Casebook {
  /// Nothing is handed over while a payment is on its way to a bank: also of a case that was taken back meanwhile.
  fileprivate func checkSettled(_ cases: [Casefile]) throws(CasebookError) {
    var underway: [Int] = []
    for file in cases where file.state == .settled || file.isStillOut {
      if try sent(file.number) > .zero { underway.append(file.number) }
    }
    guard let first = underway.first else { return }
    throw .refused(
      Refusal(
        .openCases,
        Wording(
          zh: "案件 \(first) 等 \(underway.count) 件的款已送银行，还没有回单：钱到没到账，要先记清楚",
          en:
            "\(underway.count.counted("payment is", "payments are")) on the way to the bank, the first of case "
            + "\(first): whether the money arrived has to be recorded first"),
        fix: Wording(
          zh: "用记那本案卷簿的程序登记银行回单（case reconcile），再结转",
          en: "record the bank's answers with the program that keeps that casebook: case reconcile")))
  }
}

extension CarryStatement {
  fileprivate init(_ cost: CarriedCost, after root: String) {
    self.init(
      after: root, casefile: cost.casefile, claimID: cost.claimID, household: cost.household,
      person: cost.person,
      peril: cost.peril, incurredOn: cost.day, amount: cost.amount, payout: cost.payout, total: cost.total,
      invoice: cost.invoice)
  }
}

extension Casebook {
  /// What of a case counts, as the one that goes on takes it over: each bill of a screened case by itself, so that its cost is
  /// known again.
  ///
  /// A casebook of version 0.3 decided the bills of a case as one cost. Each counts by itself then, where together they are that
  /// cost; what was paid is the first ones', as far as it reaches.
  fileprivate func costsHandedOver(
    _ file: Casefile, _ counted: [CountedCost]
  ) throws(CasebookError) -> [CarriedCost] {
    // What counts no longer is no cost any more that could be presented again: only what was paid for it is handed over.
    guard file.isCounted else {
      return counted.map { CarriedCost($0, claimID: nil, total: nil, invoice: nil) }
    }
    let bills = try bills(in: file.number)
    if let whole = counted.first, whole.place == 0 {
      guard !bills.isEmpty, bills.reduce(.zero, { $0 + $1.amount }) == whole.amount else {
        let own = file.claimID == Casefile.ownClaimID(file.number)
        let cost = try claim(of: file).cost
        return [
          CarriedCost(whole, claimID: own ? nil : file.claimID, total: cost?.total, invoice: cost?.invoice)
        ]
      }
      var left = whole.payout
      return try bills.map { (bill) throws(CasebookError) in
        guard let day = Day(bill.day) else { throw .damaged(row: BillColumn.table) }
        let payout = min(bill.amount, left)
        left = left - payout
        return CarriedCost(
          casefile: file.number, claimID: nil, household: file.household, person: bill.person,
          peril: file.peril,
          day: day, amount: bill.amount, payout: payout, total: try total(of: bill),
          invoice: bill.record)
      }
    }
    guard let entry = try file.decidedEntry.flatMap({ (number) throws(CasebookError) in try entry(number) })
    else {
      throw .damaged(row: CaseColumn.table)
    }
    let decided = try entry.decision().bills
    return try counted.map { (cost) throws(CasebookError) in
      guard decided.indices.contains(cost.place - 1) else { throw .damaged(row: CaseBillColumn.table) }
      let record = decided[cost.place - 1].record
      let total = try bills.first { $0.record == record }.map { (bill) throws(CasebookError) in
        try self.total(of: bill)
      }
      return CarriedCost(cost, claimID: nil, total: total, invoice: record)
    }
  }
}
