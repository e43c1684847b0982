import Claims
import Files
import Rules
import Tables
import Units

/// What earlier runs left behind: accounts, and the ids of the claims they counted, read from what `--detail` wrote.
///
/// The records are put into the order in which they were made, and their claims counted once more: each row must say what its
/// account comes to.
final class EarlierRuns {
  let accounts: Accounts
  private(set) var ids = ClaimIDs()
  /// How many counted claims were carried on.
  private(set) var claims = 0
  /// Stands for all records together: what this run is built on.
  private(set) var mark = EarlierChain.beginning
  /// How many households have accounts and are not on the register.
  var absentHouseholds: Int { absent.count }

  /// An account of a household that is not on the register.
  private struct AbsentAccount: Hashable {
    let household: [UInt8]
    let peril: UInt8
    let year: PolicyYear
  }

  private let adjudicator: Adjudicator
  private let register: Register
  private let likeIDs: LikeIDs
  private let corrections: Corrections
  private var absent: Set<[UInt8]> = []
  private var absentAccounts: [AbsentAccount: Account] = [:]
  private var faults = EarlierFaults()
  private var room = EarlierRuns.mostCarried

  init(_ adjudicator: Adjudicator, _ register: Register, _ likeIDs: LikeIDs, _ corrections: Corrections) {
    self.adjudicator = adjudicator
    self.register = register
    self.likeIDs = likeIDs
    self.corrections = corrections
    accounts = Accounts(households: register.count, perils: adjudicator.scheme.perils.count)
  }

  /// Reads the records of earlier runs and opens the accounts with them.
  func load(_ paths: [String], _ reading: TableReading, _ progress: BatchProgress) throws(BatchError) {
    guard !paths.isEmpty else { return }
    do throws(TableError) {
      let records = try study(paths, reading, progress)
      if faults.diagnostics.isEmpty {
        let chain = EarlierChain(records, under: adjudicator.scheme.mark, &faults)
        mark = chain.mark
        for record in chain.records where faults.diagnostics.isEmpty { try count(record, progress) }
      }
    } catch {
      throw .file(error)
    }
    if !faults.diagnostics.isEmpty { throw .input(faults.diagnostics) }
  }

  private func study(
    _ paths: [String], _ reading: TableReading, _ progress: BatchProgress
  ) throws(TableError) -> [EarlierRecord] {
    let form = EarlierForm(adjudicator.scheme)
    var records: [EarlierRecord] = []
    var header: [Diagnostic] = []
    for path in paths {
      guard let record = try EarlierRecord(path, form, reading, &header) else { continue }
      try record.study(&faults, corrections, progress)
      records.append(record)
    }
    for diagnostic in header { faults.add(diagnostic) }
    return records
  }

  // MARK: Counting

  private func count(_ record: EarlierRecord, _ progress: BatchProgress) throws(TableError) {
    try record.eachRow(progress) { row, line in
      if !corrections.isEmpty {
        takeOut(row)
        unsafe corrections.noteRead(row.id)
      }
      guard row.isCounted else { return true }
      if let fault = count(row) { note(fault, record.path, line) }
      return !faults.areMany
    }
  }

  /// What does not hold of a row.
  private enum Fault {
    case countedTwice(String)
    case like(String, there: String)
    case disagrees(household: String, peril: UInt8, PolicyYear, Account)
    case impossible
  }

  private func count(_ row: EarlierRow) -> Fault? {
    let ordinal = unsafe register.ordinal(of: row.household)
    let isKnown = unsafe ids.find(row.id) != nil
    if isKnown, !row.corrects { return .countedTwice(unsafe row.id.string) }
    if !isKnown {
      let particulars = unsafe ids.particulars(
        ordinal, row.household, peril: row.peril, day: row.day, amount: row.amount.fen)
      unsafe ids.enter(row.id, particulars)
    }
    claims += 1
    guard row.amount <= room else { return .impossible }
    room = room - row.amount
    if ordinal == Register.none, let like = unsafe likeIDs.ordinals(like: row.household).first {
      return .like(unsafe row.household.string, there: String(decoding: register.id(of: like), as: UTF8.self))
    }
    let year = adjudicator.policyYear(of: row.day)
    let namesPerson = unsafe adjudicator.needsPersons && !row.person.isMissing
    let person = unsafe namesPerson ? row.person.string : nil
    let counted = Account(accumulated: row.amount, paid: row.payout)
    let before = accounts(of: row, ordinal, year, person)
    let said = Account(accumulated: row.accumulator - row.amount, paid: row.paidBefore)
    // Whose account it was, the household's or the person's, was settled by the group of that time.
    guard row.amount <= row.accumulator, said == before.household || said == before.person else {
      return .disagrees(household: unsafe row.household.string, peril: row.peril, year, before.household)
    }
    add(counted, row, ordinal, year, person)
    return nil
  }

  private func accounts(
    of row: EarlierRow, _ ordinal: UInt32, _ year: PolicyYear, _ person: String?
  ) -> (household: Account, person: Account?) {
    let own = person.map { accounts.persons[$0, row.peril, year] }
    if ordinal == Register.none { return (absentAccounts[absentAccount(row, year)] ?? Account(), own) }
    return (accounts.update(ordinal, row.peril, year) { $0 }, own)
  }

  private func add(
    _ counted: Account, _ row: EarlierRow, _ ordinal: UInt32, _ year: PolicyYear, _ person: String?
  ) {
    let isAbsent = ordinal == Register.none
    let place = Corrections.Place(
      ordinal: ordinal, absent: isAbsent ? absentAccount(row, year).household : [], peril: row.peril,
      year: year, person: person)
    if !corrections.isEmpty { unsafe corrections.noteCounted(row.id, row.amount, place) }
    if let person { accounts.persons.add(counted, of: person, in: place.name) }
    if isAbsent {
      let name = absentAccount(row, year)
      absent.insert(name.household)
      absentAccounts[name, default: Account()].add(counted)
      return
    }
    accounts.update(ordinal, row.peril, year) { $0.add(counted) }
  }

  /// Takes the claim out of its account that a correction has replaced.
  private func takeOut(_ row: EarlierRow) {
    guard row.corrects, row.reason != .claimIDConflict,
      let (amount, place) = unsafe corrections.takeCounted(row.id)
    else { return }
    if place.ordinal == Register.none {
      let name = AbsentAccount(household: place.absent, peril: place.peril, year: place.year)
      absentAccounts[name]?.takeOut(amount)
      if let person = place.person { accounts.persons.takeOut(amount, of: person, in: place.name) }
    } else {
      accounts.takeOut(amount, of: place)
    }
  }

  private func absentAccount(_ row: EarlierRow, _ year: PolicyYear) -> AbsentAccount {
    AbsentAccount(household: Array(unsafe row.household.string.utf8), peril: row.peril, year: year)
  }

  /// The most that all accounts may bring in together, 4 × 10^16 yuan: with the most that a run may add, it fits 64 bits.
  private static let mostCarried = Yuan(fen: 4_000_000_000_000_000_000)

  // MARK: What does not hold

  private func note(_ fault: Fault, _ path: String, _ line: TableLine) {
    let (code, field, what, fix) = words(fault)
    faults.add(
      Diagnostic(
        code, at: Diagnostic.Place(file: line.place(in: path), line: line.row, column: 1), path: field,
        what: what, fix: fix))
  }

  private func words(_ fault: Fault) -> (code: String, field: String, what: Wording, fix: Wording) {
    switch fault {
    case .countedTwice(let id):
      (
        "bad-earlier-record", "claim_id",
        Wording(
          zh: "申请 \(id) 在前面的记录里已经计入", en: "claim \(id) was counted in the records before already"),
        Wording(
          zh: "同一个月只给一份记录：重新理算过的，用新的代替旧的，其后各月也重新理算",
          en: "give one record for each month: one that was decided anew takes the old one's place, and "
            + "the months after it are decided anew too")
      )
    case .like(let id, let there):
      (
        "earlier-household-like", "household_id",
        Wording(
          zh: "户 \(id) 不在名册上，名册上的 \(there) 写法相近",
          en: "household \(id) is not on the register, but \(there) there is written like it"),
        Wording(
          zh: "记录若经过表格软件，编号可能丢了前面的 0：请用写出时的原文件；户编号改过的，请把名册改回",
          en: "a spreadsheet may have taken zeros from the ids: use the file as it was written; where the "
            + "register has new ids, give it the old ones")
      )
    case .disagrees(let household, let peril, let year, let account):
      disagreement(household, adjudicator.scheme.perils[Int(peril)], year, account)
    case .impossible:
      (
        "earlier-sums-impossible", "accumulator",
        Wording(
          zh: "记录里的累计额大得不可能，或者已赔多于累计额",
          en: "the sums on record are impossibly large, or more was paid than was counted"),
        Wording(
          zh: "--earlier 只接受 fangpin adjudicate --detail 写出、未经改动的文件",
          en: "--earlier takes only files that fangpin adjudicate --detail wrote, unchanged")
      )
    }
  }

  /// Runs that did not know of each other cannot be carried on together: their sums would each have begun at zero.
  private func disagreement(
    _ household: String, _ peril: Scheme.Peril, _ year: PolicyYear, _ account: Account
  ) -> (code: String, field: String, what: Wording, fix: Wording) {
    let (sum, paid) = (account.accumulated.grouped, account.paid.grouped)
    return (
      "earlier-runs-disagree", "accumulator",
      Wording(
        zh:
          "户 \(household) 的\(peril.name.zh)（\(year.began) 保障年度）：前面已计入 \(sum) 元、已赔 \(paid) 元，与这一行的累计额、已赔不符",
        en:
          "household \(household), \(peril.id), policy year \(year.began): \(sum) yuan were counted and \(paid) paid "
          + "before, which does not agree with this row's accumulator and paid_before"),
      Wording(
        zh: "较晚的一次理算应当用 --earlier 接上较早的记录；请按月份顺序重新理算，并用写出时的原文件",
        en:
          "the later run should have been given the earlier record with --earlier; run the months again in order, and use "
          + "the files as they were written"
      )
    )
  }
}
