import Casebook
import Claims
import Journal
import Rules
import Units

/// All cases of a casebook in a small form, read once: what the checks walk over, again and again.
///
/// - Complexity: one pass over the cases and one over the register; about 120 bytes for each case.
struct Caseload {
  /// A case, its words as numbers.
  struct Case {
    let number: Int
    /// Places in ``Caseload/households``, ``Caseload/persons`` (−1: not said) and ``Caseload/perils``.
    let household: Int32
    let person: Int32
    let peril: Int32
    let day: Day
    let amount: Yuan
    let way: EntryKind
    let state: CaseState
    /// The reason of a decision; `nil` where it is something else that was said.
    let reason: Reason?
    let isCounted: Bool
    /// A place in ``Caseload/benefits`` (−1: none).
    let benefit: Int32
    let accumulator: Yuan
    let payout: Yuan
    /// The row of personal data with the account that the case names, or 0.
    let personal: Int32
    let opened: Int
    /// The entry of the decision, or 0.
    let decided: Int
    let since: Day
  }

  /// A cost that counts, its words as numbers: a case that was decided as one, or a bill of a screened case.
  struct Cost {
    let number: Int
    /// The case's place in ``Caseload/rows``.
    let row: Int
    /// Places in ``Caseload/households``, ``Caseload/persons`` (−1: not said), ``Caseload/perils`` and
    /// ``Caseload/benefits``.
    let household: Int32
    let person: Int32
    let peril: Int32
    let benefit: Int32
    let day: Day
    let amount: Yuan
    let accumulator: Yuan
    let payout: Yuan
    /// The entry of the decision, and the bill's place in it; 0 of a case that was decided as one.
    let decided: Int
    let place: Int
  }

  /// What is counted together: costs of one subject, peril and policy year.
  struct AccountKey: Hashable {
    let household: Int32
    let person: Int32
    let peril: Int32
    let year: Int
  }

  private(set) var rows: [Case] = []
  private(set) var costs: [Cost] = []
  private(set) var households = WordList()
  private(set) var persons = WordList()
  private(set) var perils = WordList()
  private(set) var benefits = WordList()
  /// The village of each household on the register, and how many households each has.
  private(set) var villages = WordList()
  private(set) var villageOf: [Int32: Int32] = [:]
  private(set) var householdsIn: [Int32: Int] = [:]

  /// The rows by household: those of household h are `order[starts[h]..<starts[h + 1]]`.
  private var order: [Int32] = []
  private var starts: [Int] = []

  /// Reads a casebook.
  init(_ book: Casebook) throws(CasebookError) {
    try readRegister(book)
    try readCases(book)
    try readCosts(book)
    sortByHousehold()
  }

  /// The places of a household's cases in ``rows``, in the order of their numbers.
  func rows(of household: Int32) -> [Int] {
    order[starts[Int(household)]..<starts[Int(household) + 1]].map { Int($0) }
  }

  /// The places of a household's cases in ``rows``; none where it has none.
  func rows(of household: String) -> [Int] { households.known(household).map { rows(of: $0) } ?? [] }

  private mutating func sortByHousehold() {
    starts = [Int](repeating: 0, count: households.words.count + 1)
    for row in rows { starts[Int(row.household) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    order = [Int32](repeating: 0, count: rows.count)
    for (index, row) in rows.enumerated() {
      order[next[Int(row.household)]] = Int32(index)
      next[Int(row.household)] += 1
    }
  }

  private mutating func readRegister(_ book: Casebook) throws(CasebookError) {
    // The last that is known of each: rows come by household and day.
    try book.eachPlace { id, township, village in
      let household = households.place(id)
      guard !township.isEmpty || !village.isEmpty else { return }
      let name = township.isEmpty ? village : village.isEmpty ? township : "\(township) \(village)"
      villageOf[household] = villages.place(name)
    }
    for village in villageOf.values { householdsIn[village, default: 0] += 1 }
  }

  private mutating func readCases(_ book: Casebook) throws(CasebookError) {
    let reasons = Dictionary(uniqueKeysWithValues: Reason.allCases.map { ($0.code, $0) })
    let states = Dictionary(uniqueKeysWithValues: CaseState.allCases.map { ($0.rawValue, $0) })
    let ways: [String: EntryKind] = ["declare": .declare, "screen": .screen, "decide": .decide]
    try book.eachCase { (line) throws(CasebookError) in
      guard let day = line.incurredOn, let since = line.since, let way = ways[line.way],
        let state = states[line.state]
      else {
        throw .damaged(
          Wording(
            zh: "案件 \(line.number) 的记录无法解读：请先运行 casebook rebuild",
            en: "the row of case \(line.number) cannot be interpreted: run casebook rebuild first"))
      }
      rows.append(
        Case(
          number: line.number, household: households.place(line.household),
          person: line.person.map { persons.place($0) } ?? -1, peril: perils.place(line.peril), day: day,
          amount: line.amount, way: way, state: state, reason: line.reason.flatMap { reasons[$0] },
          isCounted: line.isCounted, benefit: line.benefit.map { benefits.place($0) } ?? -1,
          accumulator: line.accumulator, payout: state == .reversed ? .zero : line.payout,
          personal: Int32(clamping: line.personal), opened: line.openedEntry, decided: line.decidedEntry,
          since: since))
    }
  }

  private mutating func readCosts(_ book: Casebook) throws(CasebookError) {
    for (index, row) in rows.enumerated() where row.isCounted && row.benefit >= 0 {
      costs.append(
        Cost(
          number: row.number, row: index, household: row.household, person: row.person, peril: row.peril,
          benefit: row.benefit, day: row.day, amount: row.amount, accumulator: row.accumulator,
          payout: row.payout, decided: row.decided, place: 0))
    }
    for bill in try book.standingBills() where bill.amount > .zero {
      guard let index = index(of: bill.casefile) else { continue }
      costs.append(
        Cost(
          number: bill.casefile, row: index, household: rows[index].household,
          person: bill.person.map { persons.place($0) } ?? -1, peril: rows[index].peril,
          benefit: benefits.place(bill.benefit), day: bill.day, amount: bill.amount,
          accumulator: bill.accumulator, payout: bill.payout, decided: bill.decidedEntry, place: bill.place))
    }
  }

  /// The places in ``costs`` of what each account has counted under a scheme, in the order of the decisions.
  func accounts(under scheme: Scheme) -> [AccountKey: [Int]] {
    let personal = benefits.words.map { scheme.sumsByPerson($0) }
    var accounts: [AccountKey: [Int]] = [:]
    for (index, cost) in costs.enumerated() {
      // A person's costs are counted together, wherever they lived.
      let person = personal[Int(cost.benefit)] ? cost.person : -1
      let key = AccountKey(
        household: person < 0 ? cost.household : -1, person: person, peril: cost.peril,
        year: PolicyYear(containing: cost.day, start: scheme.policyYearStart).began)
      accounts[key, default: []].append(index)
    }
    return accounts.mapValues { places in
      places.sorted { (costs[$0].decided, costs[$0].place) < (costs[$1].decided, costs[$1].place) }
    }
  }

  /// The rows of cases by number.
  func index(of number: Int) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? low : nil
  }
}

/// Words by the order in which they were met.
struct WordList {
  private(set) var words: [String] = []
  private var places: [String: Int32] = [:]

  /// The place of a word, a new one at the end.
  mutating func place(_ word: String) -> Int32 {
    if let place = places[word] { return place }
    let place = Int32(words.count)
    words.append(word)
    places[word] = place
    return place
  }

  /// The place of a word that was met.
  func known(_ word: String) -> Int32? { places[word] }

  subscript(place: Int32) -> String { words[Int(place)] }
}

extension Caseload.Case {
  /// Whether it is decided and stands: counted, or refused for a reason of the table.
  var isDecided: Bool { decided > 0 && state != .withdrawn && state != .reversed }

  /// Whether it says the same as one before it, and was refused for that.
  var isRefusedTwin: Bool { reason == .duplicateClaim || reason == .claimIDConflict }

  /// Whether it came step by step, rather than in a batch.
  var isStepwise: Bool { way != .decide }
}
