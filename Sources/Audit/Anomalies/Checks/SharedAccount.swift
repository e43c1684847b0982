import Casebook
import Journal
import Units

/// One bank account that several households name or were paid to.
enum SharedAccount: AnomalyCheck {
  static let code = AnomalyCode.sharedAccount

  static func look(_ desk: AnomalyDesk) throws(CasebookError) {
    var accounts: [(digits: String, namings: [NamedAccount])] = []
    for naming in try desk.book.sharedAccounts() {
      if accounts.last?.digits != naming.account { accounts.append((naming.account, [])) }
      accounts[accounts.count - 1].namings.append(naming)
    }
    guard !accounts.isEmpty else { return }
    let paid = try PaidTo(desk, rows: Set(accounts.flatMap { $0.namings.map(\.number) }))
    for account in accounts { judge(account.digits, account.namings, paid, desk) }
  }

  private static func judge(_ digits: String, _ namings: [NamedAccount], _ paid: PaidTo, _ desk: AnomalyDesk)
  {
    var payments: [PaidTo.Sum] = []
    for naming in namings { payments += paid.sums[naming.number] ?? [] }
    let receiving = Set(payments.map(\.household))
    // One person who has moved brings the account along: only where both households are paid into it is that odd.
    let persons = Set(namings.map { $0.residentID ?? "" })
    if persons.count == 1, !persons.contains(""), receiving.count < 2 { return }
    let sum = payments.reduce(Yuan.zero) { $0 + $1.amount }
    let households = Set(namings.map(\.household)).sorted()
    let masked = BankAccount.masked(digits)
    let names = Listing.of(households)
    desk.find(
      Anomaly(
        code,
        what: Wording(
          zh:
            "账户 \(masked) 由 \(households.count) 户使用：\(names.zh)；其中 \(receiving.count) 户的赔款已付或将付入，共 \(sum.grouped) 元",
          en:
            "account \(masked) is named by \(households.count) households: \(names.en); payouts of \(receiving.count) of them "
            + "go there, \(sum.grouped) in total"),
        stake: sum, strength: receiving.count > 1 ? 90 : 50, cases: payments.map(\.casefile),
        households: households))
  }
}

/// What went, or is to go, to the accounts in some rows of personal data.
struct PaidTo {
  struct Sum {
    let casefile: Int
    let household: String
    let amount: Yuan
  }

  private(set) var sums: [Int: [Sum]] = [:]

  /// - Parameter rows: numbers of personal data.
  init(_ desk: AnomalyDesk, rows: Set<Int>) throws(CasebookError) {
    var settled: Set<Int> = []
    try desk.book.eachStandingPayment { payment in
      guard rows.contains(payment.personal) else { return }
      settled.insert(payment.casefile)
      sums[payment.personal, default: []].append(
        Sum(casefile: payment.casefile, household: payment.household, amount: payment.amount))
    }
    for row in desk.load.rows where row.personal > 0 && row.payout > .zero && rows.contains(Int(row.personal))
    {
      guard [.approved, .exhausted, .returned].contains(row.state), !settled.contains(row.number) else {
        continue
      }
      sums[Int(row.personal), default: []].append(
        Sum(casefile: row.number, household: desk.household(row), amount: row.payout))
    }
  }
}

/// Names in a sentence: the first few, and how many more there are.
enum Listing {
  private static let most = 6

  static func of(_ names: [String]) -> Wording {
    let shown = names.prefix(most)
    let more = names.count - shown.count
    return Wording(
      zh: shown.joined(separator: "、") + (more > 0 ? " 等 \(names.count) 个" : ""),
      en: shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }

  static func of(_ numbers: [Int]) -> Wording { of(numbers.map { "\($0)" }) }
}
