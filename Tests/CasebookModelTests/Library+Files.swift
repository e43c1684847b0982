import Audit
import Casebook
import Files
import Foundation
import Journal
import Sealing
import Units

extension ImportKind {
  /// The departments' lists, in the order of the kinds of asset.
  static let answers: [ImportKind] = [.property, .businesses, .vehicles]
}

/// What comes in as a file, and another casebook that goes on.
extension Library {
  /// Writes a file beside the casebook; gives its path.
  func write(_ lines: [String], _ name: String) -> String {
    let file = "\(path).\(name)"
    do {
      try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: false, encoding: .utf8)
    } catch { preconditionFailure("the walk's folder can be written: \(error)") }
    return file
  }

  /// Takes a department's list in, as the program does.
  func list(
    _ kind: ImportKind, _ rows: [PlainAnswer], _ isRevising: Bool, _ recording: Recording
  ) throws(CasebookError) -> String {
    let column = kind == .property ? "dwellings" : kind.rawValue
    let file = write(["household_id,\(column)"] + rows.map { "\($0.household),\($0.count)" }, "list.csv")
    let plan = try recording.planImport(try Sheet.read(file, kind.file), kind)
    try recording.record(plan, revising: isRevising)
    let cases = try recording.verifyByLists(of: plan.answered)
    return "new \(plan.new) revised \(plan.revised) renewed \(plan.renewed) rejected \(plan.faults.count) "
      + "verified \(cases.verified) left \(cases.left.map { "\($0.casefile) \($0.refusal.code.rawValue)" })"
  }

  /// Another casebook goes on from this one, and is the one under test from now on.
  func succeed(_ founder: PlainActor, _ attempt: Attempt) throws(CasebookError) -> String {
    let handover = try Handover.read(path)
    var founding = Founding(
      schemeBytes: handover.schemeBytes, scheme: handover.scheme, fund: nil, ruralPopulation: nil,
      actor: founder.name, office: "office")
    founding.handover = handover
    try goOn(
      in: path + "+", founding, key: founder.key, on: attempt.day.flatMap { Day(serial: $0) },
      clock: Instant(seconds: Int64(attempt.clock)))
    return "open \(handover.open.map(\.file.number)) costs \(handover.costs.count)"
  }

  /// What an audit finds in this casebook that the one before has otherwise; that one has not changed since.
  func faultsOfHandover() throws -> [String] {
    let audit = try Verifier.verify(path, before: try Handover.read(String(path.dropLast())), threads: 1)
    return audit.faults.map { "taken over: \($0.entry ?? 0) \($0.what.en)" }
      + (audit.isClean ? [] : ["what was taken over is not clean: \(audit.open)"])
  }
}
