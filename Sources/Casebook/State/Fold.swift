import Sealing
import Store
import Units

/// Derives from entries what follows from them: the one place that writes the derived tables, whether an entry is being
/// recorded or the casebook is being rebuilt.
///
/// It judges nothing: an entry says what became of the case, and the fold believes it.
struct Fold {
  let book: Casebook
  var state: BookState

  init(book: Casebook, state: BookState) {
    self.book = book
    self.state = state
  }

  var statements: Statements { book.statements }

  /// Derives what follows from an entry.
  mutating func apply(_ entry: Entry) throws(CasebookError) {
    let says = Saying(entry)
    switch entry.kind {
    case .create: try create(says)
    case .scheme: state.scheme = try says.text("digest")
    case .clock: break
    case .proposeEnrolment, .enrol, .proposeRevocation, .revoke: try actors(says)
    case .contribute: state.contributed += try says.yuan("amount")
    case .household, .asset: try facts(says)
    case .member: try member(says)
    case .bill: try bill(says)
    case .fileImported: try fileImported(says)
    case .declare, .screen: try open(says)
    case .decide:
      try open(says)
      try decided(says)
    case .approve:
      try move(says)
      try decided(says)
    case .verify:
      try move(says)
      try answer(says)
    case .object:
      try move(says)
      try objection(says, isOpen: true)
    case .resolve:
      try move(says)
      try objection(says, isOpen: false)
    case .visit, .appraise, .disclose, .confirm, .pend, .withdraw: try move(says)
    case .release:
      try move(says)
      try account(says)
    case .account:
      try noteEntry(says)
      try account(says)
    case .settle: try settle(says)
    case .reconcile: try reconcile(says)
    case .reverse: try reverse(says)
    case .takeUp: try takeUp(says)
    case .supplement: try supplement(says)
    case .send, .receive: try officeFile(says)
    case .forget: try forget(says)
    }
    try personal(says)
  }

  /// Runs a statement with what it needs.
  func run(_ sql: String, _ bind: (Statement) -> Void) throws(CasebookError) {
    do {
      let statement = try statements[sql]
      bind(statement)
      try statement.run()
    } catch { throw .store(error) }
  }
}

/// An entry being read: what must be there is there, or the casebook is damaged.
struct Saying {
  let entry: Entry
  var payload: Payload { entry.payload }
  var day: String { entry.happenedOn.description }

  init(_ entry: Entry) { self.entry = entry }

  func text(_ key: String) throws(CasebookError) -> String { try need(payload.text(key), key) }
  func number(_ key: String) throws(CasebookError) -> Int { try need(payload.number(key), key) }
  func yuan(_ key: String) throws(CasebookError) -> Yuan { try need(payload.yuan(key), key) }

  func need<Value>(_ value: Value?, _ key: String) throws(CasebookError) -> Value {
    guard let value else {
      throw .damaged(
        Wording(
          zh: "第 \(entry.number) 号台账（\(entry.kind.rawValue)）缺少「\(key)」",
          en: "entry \(entry.number) (\(entry.kind.rawValue)) does not say '\(key)'"))
    }
    return value
  }
}
