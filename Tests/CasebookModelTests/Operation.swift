/// What somebody tries to do.
enum Operation: Sendable {
  case enrol(PlainActor)
  case revoke(String)
  case contribute(Int)
  case household(PlainFact)
  case asset(String, Int, count: Int)
  case list(Int, [PlainAnswer], revising: Bool)
  case member(String, String)
  case declare(PlainDeclaration)
  case screen([PlainBill], revising: Bool)
  case verify(Int, Int, count: Int?)
  case byLists(Int)
  case visit(Int)
  case appraise(Int, supports: Bool)
  case disclose(Int)
  case object(Int)
  case resolve(Int, upheld: Bool)
  case confirm(Int)
  case approve(Int)
  case settle([Int])
  case reconcile(Int, paid: Bool)
  /// The bank's answer was recorded wrongly: it is this one.
  case correct(Int, paid: Bool)
  case account(Int, hasAccount: Bool)
  case pend(Int)
  case release(Int, hasAccount: Bool?)
  case amend(Int, PlainAmendment)
  case withdraw(Int)
  case reverse(Int, money: String?)
  case repaid(Int, Int)
  case redecide(Int)
  case second(Int)
  case forget(String)
  /// The policy year that begins in a calendar year: its open cases go on, or are ended, or nobody says.
  case closeYear(Int, PlainEnding?)
  case reopenYear(Int)
  /// One of the schemes there are, for events since a day.
  case adopt(Int, since: Int)
  /// Another casebook goes on from this one, founded by somebody of the county.
  case succeed(PlainActor)

  /// The move it is, where it is one of a case.
  var move: String? {
    switch self {
    case .verify, .byLists: "verify"
    case .visit: "visit"
    case .appraise: "appraise"
    case .disclose: "disclose"
    case .object: "object"
    case .resolve: "resolve"
    case .confirm: "confirm"
    case .approve: "approve"
    case .settle: "settle"
    case .reconcile, .correct: "reconcile"
    case .pend: "pend"
    case .amend: "amend"
    case .release: "release"
    case .withdraw: "withdraw"
    case .reverse: "reverse"
    case .repaid: "repaid"
    case .redecide: "redecide"
    case .second: "second"
    case .closeYear: "close-year"
    case .reopenYear: "reopen-year"
    default: nil
    }
  }
}

/// What becomes of the open cases of a year that is closed.
enum PlainEnding: Sendable { case carry, end }

/// What a household declares; amounts in fen.
struct PlainDeclaration: Sendable {
  let household: String
  let person: String?
  let peril: String
  let cause: String?
  let incurred: Int
  let total: Int
  let reimbursed: Int
  let compensated: Bool?
  let hasAccount: Bool
  var invoice: String?
  /// Whether it is said to be another cost than one of the same day and total, or of the same invoice.
  let isAnother: Bool
}

/// What a declaration is put right in; what is not said stays. Amounts in fen.
struct PlainAmendment: Sendable {
  var total: Int?
  var incurred: Int?
  var person: String?
  var cause: String?
  var compensated: Bool?
  var invoice: String?
  /// As of ``PlainDeclaration``.
  var isAnother = false
}

/// A row of the health insurance office's list; amounts in fen.
struct PlainBill: Sendable, Equatable {
  let record: String
  let household: String
  let person: String?
  let incurred: Int
  let total: Int
  let returned: Int

  var amount: Int { total - returned }
}

/// One attempt: whose key, on which day (today where none is said), at what reading of the clock.
struct Attempt: Sendable {
  let key: Int
  let day: Int?
  let clock: Int
  let operation: Operation
}

/// What came of an attempt.
enum Answer: Equatable, Sendable {
  case done(String)
  case refused(String)
}

/// A refusal in the model, by its code.
struct Refused: Error { let code: String }
