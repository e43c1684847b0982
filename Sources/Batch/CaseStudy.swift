package import Claims
import Files
package import Tables
package import Units

/// One claim id looked at closely: every claim that bears it, with all that its decision was derived from.
///
/// The claims are decided once more, all of them, since a claim's money depends on those before it. Kept of them
/// is only what concerns the households and persons of the claims asked for.
package struct CaseStudy: Sendable {
  /// A claim with the id.
  package struct Occurrence: Sendable {
    /// Where it stands in the claims file.
    package let line: TableLine
    /// Its decision, and what that was derived from.
    package let derivation: Derivation
  }

  /// A row that concerns the claim and cannot be read.
  package struct RejectedRow: Hashable, Sendable {
    /// The file, as the user named it.
    package let file: String
    /// Where the row begins.
    package let line: TableLine
    /// The column's English name; empty where the fault has no column.
    package let field: String
    /// What stands in the cell.
    package let value: String
    /// What is wrong, in words.
    package let what: Wording
  }

  /// A record of an earlier run in which the claim was counted.
  package struct EarlierRecord: Hashable, Sendable {
    /// The file, as the user named it.
    package let file: String
    /// Where the record begins.
    package let line: TableLine
    /// What was paid.
    package let payout: Yuan
  }

  /// The claims with the id, in the order of the file.
  package let occurrences: [Occurrence]
  /// Rows of the claims file with the id that cannot be read.
  package let rejectedClaims: [RejectedRow]
  /// Rows of the register for these claims' households that cannot be read.
  package let rejectedHouseholds: [RejectedRow]
  /// Where earlier runs counted a claim with the id.
  package let earlier: [EarlierRecord]
  /// The run that decided the claims; `nil` where no readable claim has the id, so that nothing was decided.
  package let summary: AdjudicationSummary?
}

extension CaseStudy {
  /// Looks a claim up and decides it once more, with all claims before it.
  ///
  /// - Parameters:
  ///   - request: what to read; what it says of outputs does not matter, nothing is written.
  ///   - tell: told now and then how far the work has come.
  package static func run(
    _ request: AdjudicationRequest, claim id: String, progress report: @escaping (BatchStatus) -> Void
  ) throws(BatchError) -> CaseStudy {
    let progress = try CaseProgress(request, report)
    let residents = try MemberList.load(request, progress.next())?.table
    let search = try ClaimSearch.run(request, id: id, residents, progress.next())
    let earlier = try EarlierSearch.run(request, id: id, progress)
    guard !search.claims.isEmpty else {
      if !request.reading.sheets.unread.isEmpty {
        // The claim may stand in a sheet whose name is written wrong: that is known once the register was opened too.
        _ = try HouseholdSearch.run(request, [], progress.next())
        let strays = request.reading.sheets.unread
        guard strays.isEmpty else { throw .input(strays) }
      }
      return CaseStudy(
        occurrences: [], rejectedClaims: search.rejected, rejectedHouseholds: [],
        earlier: earlier.records, summary: nil)
    }
    let register = try HouseholdSearch.run(request, search.households, progress.next())
    let decided = try DecidedClaims.run(request, search.households, search.persons, progress)
    let study = CaseDerivations(request.scheme, search, register, decided, earlier)
    var occurrences: [Occurrence] = []
    for found in search.claims {
      guard let derivation = study.derivation(of: found) else { throw .changedMeanwhile(request.claims) }
      occurrences.append(Occurrence(line: found.line, derivation: derivation))
    }
    return CaseStudy(
      occurrences: occurrences, rejectedClaims: search.rejected,
      rejectedHouseholds: register.rejected, earlier: earlier.records, summary: decided.summary)
  }
}

/// How far a case study has come, over all the passes it makes over its files.
final class CaseProgress {
  private let report: (BatchStatus) -> Void
  private let total: Int
  private var done = 0
  private var bytes = 0
  private var rows = 0
  private var rowsBefore = 0

  init(_ request: AdjudicationRequest, _ report: @escaping (BatchStatus) -> Void) throws(BatchError) {
    self.report = report
    var sizes = 0
    let inputs = [request.claims, request.households] + [request.members].compactMap { $0 } + request.earlier
    for path in inputs {
      sizes += try RereadableInput.settle(path)
    }
    total = 2 * sizes
  }

  /// Takes in the next file read.
  func next() -> BatchProgress { BatchProgress { self.note($0) } }

  func note(_ status: BatchStatus) {
    if status.rows == 0 || status.bytes < bytes {
      done += bytes
      rowsBefore += rows
    }
    bytes = status.bytes
    rows = status.rows
    report(
      BatchStatus(
        stage: status.stage, bytes: min(total, done + bytes), total: total, rows: rowsBefore + rows))
  }
}

extension CaseStudy.RejectedRow {
  init(_ reject: Reject, _ file: String, line: TableLine) {
    self.init(
      file: file, line: line, field: reject.field, value: reject.value, what: reject.what)
  }
}
