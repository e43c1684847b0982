package import Casebook
package import Files
import Journal
import Pipeline
import Sealing
import Tables
import Units

/// Audits a casebook's file, of which nothing is presumed: neither that it is whole, nor that it was written by this program.
///
/// One pass over the journal answers all three questions: every row's bytes are hashed into the tree and each head's root
/// and signature held against it; numbers, times and heads must follow one another; and every step is taken again in a
/// ``RetakenBook``, whose tables are at last held against the file's.
package final class Verifier {
  let path: String
  let given: [HeadCode]
  var found = Verification()
  var heads: HeadList
  var keys = KeyRing()
  /// What takes the steps again; `nil` once that has become impossible.
  var retaken: RetakenBook?
  var tree = MerkleTree()
  var hasher: Sealing.Hasher
  var last = (recordedAt: "", day: Day?.none)
  var schemes: Set<String> = []
  var fitted: Set<HeadCode> = []
  let file: CasebookFile

  /// Audits a file.
  ///
  /// - Parameters:
  ///   - given: heads that were kept elsewhere, which the journal must begin with.
  ///   - payouts: payout files, which must say what the journal says of their settlements.
  ///   - before: the casebook that it goes on from, which must hand over what was taken over.
  ///   - isThorough: whether the derived tables' indexes are held against their tables even in a large file.
  /// - Throws: where the file is no casebook, cannot be read at all, or was written to meanwhile.
  package static func verify(
    _ path: String, given: [HeadCode] = [], payouts: [Sheet] = [], before: Handover? = nil,
    isThorough: Bool = false, threads: Int,
    progress: @escaping (_ entries: Int) -> Void = { _ in }
  ) throws(CasebookError) -> Verification {
    let verifier = try Verifier(path, given)
    let version = try verifier.file.version()
    // The file as SQLite sees it needs a look at every page, which the pass leaves a processor free for.
    let look = FileLook(isThorough: isThorough || verifier.isSmall)
    verifier.found.areIndexesChecked = look.isThorough
    Threads.run(threads > 1 ? 2 : 1) { worker in
      if worker == 0 { verifier.run(threads, progress) }
      if worker == 1 || threads <= 1 { look.look(at: path) }
    }
    verifier.add(look)
    verifier.checkEnd()
    for sheet in payouts { verifier.check(sheet) }
    if let before {
      for fault in try HandoverCheck.faults(in: path, against: before) { verifier.found.add(fault) }
    }
    // Several connections have read: what was written between them would look like a fault.
    try verifier.file.check(version: version)
    return verifier.found
  }

  private init(_ path: String, _ given: [HeadCode]) throws(CasebookError) {
    self.path = path
    self.given = given
    file = try CasebookFile(path)
    heads = try HeadList(file)
    hasher = Sealing.Hasher(.sha256)
    do throws(CasebookError) {
      retaken = try RetakenBook(path)
    } catch {
      found.open[.results] = error.wording
    }
    if let retaken {
      hasher = Sealing.Hasher(retaken.algorithm)
      if retaken.procedure != .current { found.otherProcedure = retaken.procedure }
    } else {
      hasher = Sealing.Hasher(file.algorithm)
    }
  }

  // MARK: Before and after the pass

  /// Whether a look into every index takes no time to speak of.
  private var isSmall: Bool {
    do throws(CasebookError) { return try file.byteCount() < 1 << 28 } catch { return true }
  }

  private func add(_ look: FileLook) {
    for what in look.faults { found.add(AuditFault(.bytes, what)) }
  }

  private func run(_ threads: Int, _ progress: @escaping (Int) -> Void) {
    do throws(CasebookError) {
      try JournalPass.run(path, hashing: hasher.algorithm, threads: threads) { (row) throws(CasebookError) in
        self.take(row)
        if self.found.entries % 4096 == 0 { progress(self.found.entries) }
      }
    } catch {
      found.add(
        AuditFault(
          .bytes, entry: found.entries + 1,
          Wording(
            zh: "从这一条起台账无法读取：\(error.wording.zh)",
            en: "the journal cannot be read from here on: \(error.wording.en)")))
      retaken = nil
      found.open[.results] = error.wording
    }
    progress(found.entries)
  }

  private func checkEnd() {
    while let head = heads.current {
      found.add(
        AuditFault(
          .history,
          Wording(
            zh: "存证码涵盖 \(head.size) 条，台账只有 \(found.entries) 条：末尾缺失",
            en: "a head covers \(head.size.counted("entry", "entries")), but the journal has "
              + "\(found.entries): its end is missing"))
      )
      heads.advance()
    }
    if let size = heads.rows.last?.size, size < found.entries {
      found.add(
        AuditFault(
          .history, entry: size + 1,
          Wording(
            zh: "从这一条起没有存证码涵盖", en: "no head covers the entries from here on")))
    }
    if found.entries == 0 {
      found.add(AuditFault(.history, Wording(zh: "台账是空的", en: "the journal is empty")))
    }
    for code in given where code.size > found.entries {
      found.add(
        AuditFault(
          .history,
          Wording(
            zh: "所给存证码涵盖 \(code.size) 条，台账只有 \(found.entries) 条",
            en: "the head you gave covers \(code.size.counted("entry", "entries")), but the journal has "
              + "\(found.entries)")))
    }
    found.heads = heads.rows.count
    if let head = heads.rows.last, let root = Digest(hex: head.root) {
      found.head = HeadCode(size: head.size, root: root)
    }
    checkSchemes()
    checkRetaken()
  }

  private func checkSchemes() {
    do throws(CasebookError) {
      for what in try file.schemeFaults(named: schemes) {
        found.add(AuditFault(.bytes, what))
      }
    } catch { found.add(AuditFault(.bytes, error.wording)) }
  }

  /// What was derived anew against what the file has, and the personal data against their digests.
  private func checkRetaken() {
    guard let retaken else { return }
    do throws(CasebookError) {
      let left = try [
        retaken.notEnded(), retaken.notPromised(), retaken.notRedecided(), retaken.notProposed(),
        retaken.notTakenUp(),
      ]
      for late in left.compactMap({ $0 }) {
        found.add(AuditFault(.results, entry: found.entries, late.what))
      }
      var (faults, more): ([DerivedFault], Int) = ([], 0)
      found.areTablesCompared = try !file.isOutdated()
      if found.areTablesCompared { (faults, more) = try retaken.compareDerived(tree, most: 20) }
      for fault in faults {
        let row = "\(fault.table) \(fault.row)"
        found.add(
          AuditFault(
            .results, entry: fault.entry,
            Wording(
              zh: "表 \(row)：\(fault.difference.what.zh)", en: "table \(row): \(fault.difference.what.en)"),
            should: fault.difference.should))
      }
      if more > 0 {
        found.add(
          AuditFault(
            .results,
            Wording(
              zh: "另有 \(more) 行不同",
              en: "\(more.counted("more row", "more rows")) with differences")), times: more)
      }
      let survey = try retaken.surveyPersonal()
      (found.personal, found.notCheckable, found.leftOut) = (
        survey.fits, survey.notCheckable, survey.leftOut
      )
      found.isExtract = try retaken.book.isExtract()
      for row in survey.wrong {
        found.add(
          AuditFault(
            .bytes, entry: row.entry,
            Wording(
              zh: "个人信息第 \(row.number) 行：\(row.what.zh)",
              en: "personal data, row \(row.number): \(row.what.en)")))
      }
    } catch {
      found.add(AuditFault(.results, error.wording))
    }
  }

  /// A payout file against the settlements it names.
  private func check(_ sheet: Sheet) {
    guard let retaken else { return }
    do throws(CasebookError) {
      let result = try retaken.compare(payouts: sheet)
      found.payoutRows += result.rows
      for fault in result.faults {
        found.add(AuditFault(.results, entry: fault.entry, fault.what, should: fault.should))
      }
    } catch { found.add(AuditFault(.results, error.wording)) }
  }
}

/// What is wrong with a file as SQLite sees it.
private final class FileLook {
  let isThorough: Bool
  private(set) var faults: [Wording] = []

  init(isThorough: Bool) { self.isThorough = isThorough }

  func look(at path: String) {
    do throws(CasebookError) { faults = try CasebookFile(path).faults(isThorough: isThorough) } catch {
      faults = [error.wording]
    }
  }
}
