import Claims
package import Files
import Glibc
import Journal
import Pipeline
package import Rules
import Sealing
import Store
package import Tables
package import Units

/// What a batch of confirmed claims came to.
package struct ClaimsOutcome: Sendable {
  /// Whether the same file was adjudicated before, so that nothing was done.
  package let isKnown: Bool
  /// How many claims were decided, by reason.
  package let counts: [Reason: Int]
  /// The first and the last case.
  package let cases: ClosedRange<Int>?
  /// What is to be paid, and what of it waits for the fund.
  package let promised: Yuan
  package let waiting: Yuan
  /// What the county was called on for.
  package let called: Yuan
  /// The claims whose costs cases of before may hold already, under another id.
  package let twins: [ClaimTwin]
  /// The rows that were not decided.
  package let faults: [Reject]
  /// How many cells were read in another dress.
  package let dress: DressCount
  /// What the rows of the file gave rise to.
  package let notes: RowNotes
  /// What of a workbook was read.
  package let workbook: WorkbookNotes?
}

extension Recording {
  /// Decides a file of confirmed claims, in its order, each with its entry; with the county's signature only.
  ///
  /// Whatever is decided is exactly what the batch without a casebook decides, with what the casebook counted before.
  package func adjudicate(
    _ path: String, _ reading: TableReading = TableReading(), threads: Int,
    _ progress: @escaping (_ bytes: Int, _ claims: Int) -> Void = { _, _ in }
  ) throws(CasebookError) -> ClaimsOutcome {
    try checkRole([.county], Wording(zh: "理算", en: "adjudicate"))
    try checkUnlimited(
      Wording(
        zh: "批量理算须由不限额的审批人办理", en: "only an approver without limit can adjudicate a batch"))
    let digest = try fileDigest(path)
    if try book.hasImported(digest, FileKind.claims.rawValue) {
      return ClaimsOutcome(
        isKnown: true, counts: [:], cases: nil, promised: .zero, waiting: .zero, called: .zero, twins: [],
        faults: [],
        dress: DressCount(), notes: RowNotes(), workbook: nil)
    }
    let first = state.cases + 1
    let owedBefore = state.owed
    let (source, blocks) = try open(path, reading)
    let run = try ClaimsRun(self, source, blocks, own: try ownHouseholds(), progress)
    let isLarge = (source.inputSize ?? .max) / Recording.usualRow > state.cases
    try prepare(isLarge: isLarge)
    let workers = (0..<max(1, threads)).map { _ in ClaimsWork(run) }
    try OrderedPipeline.run(workers)
    run.close()
    run.totals.close(&run.notes)
    if isLarge { try makeIndexes() }
    try append(
      FileImportedStatement(
        digest: digest, file: FileKind.claims.rawValue, rows: run.claims, new: nil, revised: nil,
        identical: nil, rejected: run.faults.count))
    return ClaimsOutcome(
      isKnown: false, counts: run.counts, cases: run.claims > 0 ? first...(first + run.claims - 1) : nil,
      promised: run.promised, waiting: run.waiting, called: state.owed - owedBefore, twins: run.twins,
      faults: run.faults,
      dress: workers.reduce(into: DressCount()) { $0 += $1.dress }, notes: run.notes,
      workbook: source.workbookNotes)
  }

  /// About how many bytes a row of claims has.
  private static let usualRow = 64

  /// Makes room for a batch; one larger than what is there makes the indexes of cases anew behind itself, which takes a
  /// third of the time.
  private func prepare(isLarge: Bool) throws(CasebookError) {
    try book.holdInMemory(kibibytes: 262_144)
    if isLarge { try book.reading { () throws(StoreError) in try book.database.dropCaseIndexes() } }
  }

  private func makeIndexes() throws(CasebookError) {
    try book.reading { () throws(StoreError) in try book.database.makeCaseIndexes() }
  }

  private func open(
    _ path: String, _ reading: TableReading
  ) throws(CasebookError) -> (TableSource, BlockReader) {
    var diagnostics: [Diagnostic] = []
    do throws(TableError) {
      let source = try TableSource.open(
        path, wanted: ClaimsFile.stated, reading, diagnostics: &diagnostics)
      if let column = source?.column(of: ClaimsFile.Role.corrects.rawValue) {
        diagnostics.append(Recording.corrections(in: path, column))
      } else if let source {
        return (source, try source.blocks(size: 1 << 18))
      }
    } catch { throw .file(error) }
    throw .input(diagnostics)
  }

  private static func corrections(in path: String, _ column: Int) -> Diagnostic {
    Diagnostic(
      "corrections-not-here", at: Diagnostic.Place(file: path, line: 1, column: column),
      path: ClaimsFile.field(.corrects).name, what: ClaimFault.correction.what,
      fix: Wording(
        zh: "用 fangpin case reverse 冲正原来的案件，再理算更正后的申请；文件里去掉这一列",
        en: "reverse the case with 'fangpin case reverse', then adjudicate the claim as it should be; take "
          + "the column out of the file"))
  }

  private func fileDigest(_ path: String) throws(CasebookError) -> String {
    switch FileDigest.sha256(ofFile: path) {
    case .success(let digest): return digest.hex
    case .failure(let trouble): throw .file(.cannotOpen(path, trouble.code))
    }
  }

  /// The households whose cases the actor may not decide.
  package func ownHouseholds() throws(CasebookError) -> Set<String> {
    var own = Set(actor.households)
    guard let person = actor.person else { return own }
    if let household = try book.household(of: person) { own.insert(household) }
    return own
  }
}
