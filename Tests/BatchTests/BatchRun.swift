import Batch
import Files
import Foundation
import Rules
import TestKit

/// One run in this process, and everything it wrote.
struct BatchRun: Equatable {
  var summary: AdjudicationSummary
  var decisions: String
  var payouts: String
  var rejects: String

  /// Where a run's files stand in a folder.
  struct Files: WorkingFolder {
    let folder: URL
    func path(_ name: String) -> String { path(of: name) }
  }

  /// Runs over `claims` and `households`, which stand in the folder already.
  init(_ scheme: Scheme, _ files: Files, _ edit: (inout AdjudicationRequest) -> Void = { _ in }) throws {
    var request = AdjudicationRequest(
      scheme: scheme, claims: files.path("claims"), households: files.path("households"))
    request.output = files.path("decisions")
    request.payouts = files.path("payouts")
    request.rejects = .file(files.path("rejects"))
    edit(&request)
    summary = try Adjudication.run(request)
    decisions = String(decoding: try Data(contentsOf: URL(fileURLWithPath: request.output)), as: UTF8.self)
    payouts = try files.text("payouts")
    // The folder differs from run to run.
    rejects = try files.text("rejects").replacingOccurrences(of: files.folder.path + "/", with: "")
  }
}

/// Gives `body` a folder with two input tables.
func withTables<Result>(
  claims: String, households: String, _ body: (BatchRun.Files) throws -> Result
) throws -> Result {
  try withScratchFolder { folder in
    let files = BatchRun.Files(folder: folder)
    try files.write(claims, "claims")
    try files.write(households, "households")
    return try body(files)
  }
}
