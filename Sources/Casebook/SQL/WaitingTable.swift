package import Units

/// The columns of the sums that wait for the fund.
enum WaitingColumn: String, TableColumn {
  static let table = "waiting"

  /// The entry by which it began to wait: the decision, or the supplement. Sums have their turn in its order.
  case entry
  case casefile, amount

  static let insertion = Change<Self>.insert()
  static let taking = Change<Self>.delete(where: .entry)
  static let lessening = Change<Self>.update([.amount], where: .entry)
  static let ending = Change<Self>.delete(where: .casefile)

  fileprivate static let first = Question<Self>("FROM waiting ORDER BY entry LIMIT 1")
  fileprivate static let firstWithin = Question<Self>(
    "FROM waiting WHERE amount <= \(amount.parameter) ORDER BY entry LIMIT 1")
  fileprivate static let ofCase = Question<Self>("FROM waiting WHERE \(casefile.given) ORDER BY entry")
  fileprivate static let count = Question<CountColumn>("FROM waiting")
}

/// What sums that wait come to together.
private enum WaitingSumColumn: String, SQLColumn {
  case cases = "count(DISTINCT casefile)"
  case amount = "sum(amount)"

  static let all = Question<Self>("FROM waiting")
  static let ofCase = Question<Self>("FROM waiting WHERE \(WaitingColumn.casefile.given)")
}

/// A sum that waits for the fund: of which case, and since which entry.
package struct WaitingSum {
  package let entry: Int
  package let casefile: Int
  package let amount: Yuan

  fileprivate init(_ row: SQLRow<WaitingColumn>) {
    (entry, casefile, amount) = (row.int(.entry), row.int(.casefile), row.money(.amount))
  }
}

extension Casebook {
  /// The sum that waits longest; of those that come to no more than `most`, where that is said.
  func firstWaiting(atMost most: Yuan? = nil) throws(CasebookError) -> WaitingSum? {
    guard let most else { return try first(WaitingColumn.first) { WaitingSum($0) } }
    return try first(WaitingColumn.firstWithin) {
      $0(WaitingColumn.amount, most)
    } read: {
      WaitingSum($0)
    }
  }

  /// The sums of a case that wait, the longest wait first.
  func waitingSums(of casefile: Int) throws(CasebookError) -> [WaitingSum] {
    try rows(WaitingColumn.ofCase) {
      $0(WaitingColumn.casefile, casefile)
    } read: {
      WaitingSum($0)
    }
  }

  /// How many sums wait.
  func waitingCount() throws(CasebookError) -> Int { try count(WaitingColumn.count) }

  /// The cases of which something waits, and what they wait for together.
  func waitingForMoney() throws(CasebookError) -> (cases: Int, amount: Yuan) {
    try first(WaitingSumColumn.all) { ($0.int(.cases), $0.money(.amount)) } ?? (0, .zero)
  }

  /// What of a case waits.
  package func waiting(_ casefile: Int) throws(CasebookError) -> Yuan {
    try first(WaitingSumColumn.ofCase) {
      $0(WaitingColumn.casefile, casefile)
    } read: {
      $0.money(.amount)
    } ?? .zero
  }

  /// Notes that a sum waits.
  func wait(_ entry: Int, of casefile: Int, for amount: Yuan) throws(CasebookError) {
    try run(WaitingColumn.insertion) { bind in
      bind(.entry, entry)
      bind(.casefile, casefile)
      bind(.amount, amount)
    }
  }
}
