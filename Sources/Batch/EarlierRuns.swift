import Claims
import Files
import Rules
import Tables
import Units

/// What earlier runs left behind: accounts, and the ids of the claims they counted, read from what `--detail` wrote.
///
/// The order of the records does not matter: an account's last state is the one with the largest accumulator. That the
/// records hold together is checked: an account's counted claims cannot add up to more than its accumulator.
final class EarlierRuns {
  let accounts: Accounts
  let ids = ClaimIDs()
  /// How many counted claims were carried on.
  private(set) var claims = 0

  private typealias Role = DetailFile.Role

  private struct Key: Hashable {
    let ordinal: UInt32
    let peril: UInt8
    let year: PolicyYear
    let person: String?
  }

  private struct State {
    var account = Account()
    var sum = Yuan.zero
  }

  private let adjudicator: Adjudicator
  private let register: Register
  private let perils: WordTable
  private let answers = WordTable([["no"], ["yes"]])
  private let columns: FileColumns<DetailFile>
  private var states: [Key: State] = [:]
  private var diagnostics: [Diagnostic] = []
  private static let mostDiagnostics = 20

  init(_ adjudicator: Adjudicator, _ register: Register) {
    self.adjudicator = adjudicator
    self.register = register
    accounts = Accounts(households: register.count, perils: adjudicator.scheme.perils.count)
    perils = WordTable(adjudicator.scheme.perils.map { [$0.id, $0.name.zh] })
    columns = FileColumns(
      required: [.claim, .household, .peril, .day, .amount, .counted, .accumulator, .paidBefore, .payout],
      optional: [.person])
  }

  /// Reads the records of earlier runs and opens the accounts with them.
  func load(_ paths: [String], encoding: TableEncoding?, _ progress: BatchProgress) throws(BatchError) {
    for path in paths {
      do throws(TableError) {
        try read(path, encoding, progress)
      } catch {
        throw .file(error)
      }
      if !diagnostics.isEmpty { throw .input(diagnostics) }
    }
    checkSums()
    if !diagnostics.isEmpty { throw .input(diagnostics) }
    for (key, state) in states {
      if let person = key.person {
        accounts.update(key.ordinal, key.peril, key.year, person: person) { $0 = state.account }
        accounts.update(key.ordinal, key.peril, key.year) { $0.add(state.account) }
      } else {
        accounts.update(key.ordinal, key.peril, key.year) { $0 = state.account }
      }
    }
    states = [:]
  }

  private func read(_ path: String, _ encoding: TableEncoding?, _ progress: BatchProgress) throws(TableError)
  {
    guard
      let source = try TableSource.open(
        path, wanted: columns.columns, encoding: encoding, diagnostics: &diagnostics)
    else { return }
    progress.begin(.earlier, total: source.file.size)
    let blocks = try source.blocks(size: 1 << 18)
    let reader = RowReader(source, columns: columns.columns)
    let block = Block()
    var lines = source.headerLines
    while try blocks.next(into: block) {
      var scanner = unsafe reader.begin(block)
      while true {
        let shape = unsafe scanner.next()
        if shape == .none { break }
        if let fault = unsafe read(shape, scanner) {
          unsafe note(fault, scanner, path, line: lines + scanner.line + 1)
          if diagnostics.count >= EarlierRuns.mostDiagnostics { return }
        }
      }
      lines += unsafe scanner.lineCount
      progress.note(bytes: block.fileEnd, rows: unsafe scanner.lineCount)
    }
  }

  /// Why a row is no decision that we wrote.
  private struct Fault {
    var role: Role?
    var what: Wording
  }

  private func note(_ fault: Fault, _ reader: RowScanner, _ path: String, line: Int) {
    let column = unsafe fault.role.map { unsafe reader.column(of: columns[$0]) } ?? reader.faultColumn
    let name = fault.role.map { DetailFile.field($0).name } ?? ""
    diagnostics.append(
      Diagnostic(
        "bad-earlier-record", at: Diagnostic.Place(file: path, line: line, column: max(1, column)),
        path: name,
        what: fault.what,
        fix: Wording(
          zh: "--earlier 只接受 fangpin adjudicate --detail 写出、未经改动的文件",
          en: "--earlier takes only files that fangpin adjudicate --detail wrote, unchanged")))
  }

  private func read(_ shape: RowShape, _ reader: RowScanner) -> Fault? {
    guard unsafe shape == .whole && reader.badlyEncodedRole == nil else {
      return Fault(what: Wording(zh: "这一行无法读取", en: "this row cannot be read"))
    }
    func cell(_ role: Role) -> Cell { unsafe reader.cells[columns[role]] }
    func bad(_ role: Role) -> Fault {
      let shown = unsafe cell(role).string.prefix(40)
      return Fault(
        role: role,
        what: Wording(zh: "“\(shown)”不是本程序写出的值", en: "'\(shown)' is not a value that this program wrote"))
    }
    guard let counted = unsafe answers.find(cell(.counted)) else { return bad(.counted) }
    if counted == 0 { return nil }
    guard unsafe CellReading.isID(cell(.claim)) else { return bad(.claim) }
    guard unsafe CellReading.isID(cell(.household)) else { return bad(.household) }
    guard let peril = unsafe perils.find(cell(.peril)) else { return bad(.peril) }
    guard let day = unsafe Day.parse(cell(.day).start, count: cell(.day).count) else { return bad(.day) }
    var amounts: [Yuan] = []
    for (role, limit) in [
      (Role.amount, Yuan.claimLimit), (.accumulator, .accumulatorLimit), (.paidBefore, .accumulatorLimit),
      (.payout, .accumulatorLimit),
    ] {
      guard let amount = unsafe CellReading.yuan(cell(role)), amount <= limit else { return bad(role) }
      amounts.append(amount)
    }
    let namesPerson = unsafe !cell(.person).isMissing
    if adjudicator.scheme.needsPersons, namesPerson, unsafe !CellReading.isID(cell(.person)) {
      return bad(.person)
    }
    let household = unsafe cell(.household)
    let ordinal = unsafe register.ordinal(of: household, PackedID(household))
    let particulars = unsafe ids.particulars(
      ordinal, household, peril: peril, day: day, amount: amounts[0].fen)
    if let first = unsafe ids.find(cell(.claim)) {
      // The same record given twice, or a longer one that begins with it, changes nothing.
      if first == particulars { return nil }
      return Fault(
        role: .claim,
        what: Wording(
          zh: "申请 \(unsafe cell(.claim).string) 在另一份记录里内容不同",
          en: "claim \(unsafe cell(.claim).string) has different content in another record"))
    }
    unsafe ids.enter(cell(.claim), particulars)
    claims += 1
    if ordinal == Register.none { return nil }
    let isByPerson = isSummedByPerson(ordinal, peril)
    if isByPerson, !namesPerson { return bad(.person) }
    let key = Key(
      ordinal: ordinal, peril: peril, year: adjudicator.policyYear(of: day),
      person: isByPerson ? unsafe cell(.person).string : nil)
    var state = states[key] ?? State()
    state.account.accumulated = max(state.account.accumulated, amounts[1])
    state.account.paid = max(state.account.paid, amounts[2] + amounts[3])
    state.sum += amounts[0]
    states[key] = state
    return nil
  }

  private func isSummedByPerson(_ ordinal: UInt32, _ peril: UInt8) -> Bool {
    let eligibility = register.records[Int(ordinal)].eligibility
    guard eligibility.group < adjudicator.scheme.groups.count else { return false }
    let benefit = adjudicator.benefit(eligibility, peril: Int(peril))
    return benefit >= 0 && adjudicator.plans[benefit]?.sumsByPerson ?? false
  }

  /// Runs that did not know of each other cannot be carried on together: their sums would each have begun at zero.
  private func checkSums() {
    for (key, state) in states where state.sum > state.account.accumulated {
      let household = String(decoding: register.id(of: Int(key.ordinal)), as: UTF8.self)
      let peril = adjudicator.scheme.perils[Int(key.peril)]
      let (sum, most) = (state.sum.grouped, state.account.accumulated.grouped)
      diagnostics.append(
        Diagnostic(
          "earlier-runs-disagree",
          what: Wording(
            zh:
              "户 \(household) 的\(peril.name.zh)（\(key.year.began) 保障年度）：已计入的申请合计 \(sum) 元，记录里的累计额却只有 \(most) 元",
            en:
              "household \(household), \(peril.id), policy year \(key.year.began): the counted claims add "
              + "up to \(sum) yuan, but the largest accumulator on record is \(most)"),
          fix: Wording(
            zh: "较晚的一次理算应当用 --earlier 接上较早的记录；请按月份顺序重新理算",
            en:
              "the later run should have been given the earlier record with --earlier; run the months again in order"
          )
        ))
      if diagnostics.count >= EarlierRuns.mostDiagnostics { break }
    }
    diagnostics.sort { $0.what.en < $1.what.en }
    checkLimits()
  }

  /// Sums that no run can have written: more paid than counted, or more in all than ``mostCarried``.
  private func checkLimits() {
    var room = EarlierRuns.mostCarried
    for state in states.values {
      let (sum, paid) = (state.account.accumulated, state.account.paid)
      if paid <= sum, sum <= room {
        room = room - sum
        continue
      }
      diagnostics.append(
        Diagnostic(
          "earlier-sums-impossible",
          what: Wording(
            zh: "记录里的累计额大得不可能，或者已赔多于累计额",
            en: "the sums on record are impossibly large, or more was paid than was counted"),
          fix: Wording(
            zh: "--earlier 只接受 fangpin adjudicate --detail 写出、未经改动的文件",
            en: "--earlier takes only files that fangpin adjudicate --detail wrote, unchanged")))
      return
    }
  }

  /// The most that all accounts may bring in together, 4 × 10^16 yuan: with the most that a run may add, it fits 64 bits.
  private static let mostCarried = Yuan(fen: 4_000_000_000_000_000_000)
}
