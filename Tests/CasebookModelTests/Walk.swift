import Audit
import BookKit
import Casebook
import Foundation
import Journal
import Sealing
import TestKit

/// One random walk: the same attempts to the library and to the model, compared after each.
struct Walk: Sendable, CustomStringConvertible {
  enum Scheme: Sendable { case weiWhole, weiByBand, own }

  let seed: UInt64
  let scheme: Scheme
  let steps: Int
  var mistake: PlainBook.Mistake?

  var description: String { "seed \(seed), \(scheme), \(steps) steps" }

  /// What a walk saw.
  struct Sight: Sendable {
    var steps = 0
    /// How often each refusal came, by its code.
    var refusals: [String: Int] = [:]
    /// How often each state was entered, and each move taken.
    var states: [String: Int] = [:]
    var moves: [String: Int] = [:]
    /// How often each reason was given by the adjudicator.
    var reasons: [String: Int] = [:]
    /// Where library and model disagreed first; empty where they never did.
    var disagreement: [String] = []
  }

  private static let start = 1_515_549_600  // 2018-01-10, in the morning

  /// Walks until the end or the first disagreement.
  func run() throws -> Sight { try withScratchFolder(in: memoryFolder) { try walk(in: $0) } }

  private func walk(in folder: URL) throws -> Sight {
    var random = Seeded(seed: seed)
    let counties =
      switch scheme {
      case .weiWhole: [try County.wei(byBand: false), try County.wei(byBand: true)]
      case .weiByBand: [try County.wei(byBand: true), try County.wei(byBand: false).waiting()]
      case .own: try County.alternatives(&random)
      }
    let people = Chooser.people(&random)
    let keys = try (0...people.count).map { _ in try PrivateKey.generate(.ed25519) }
    let fund = 500_000
    let path = folder.appendingPathComponent("walk.casebook").path
    let library = try Library(
      path: path, counties: counties, keys: keys, founder: people[0], fund: fund, clock: Walk.start)
    var model = PlainBook(schemes: counties.map(\.rules), founder: people[0], fund: fund, clock: Walk.start)
    model.mistake = mistake
    var audit = try Inspection(path: path)
    var chooser = Chooser(random: random, people: people, clock: Walk.start, closesYears: seed % 4 == 3)
    // A quarter of the walks go on in another casebook, and then in another again; so do some that close years.
    let goesOn = seed % 4 == 1 || seed % 8 == 3
    var sight = Sight()
    var declared = (count: 0, amount: 0)
    while sight.steps < steps, sight.disagreement.isEmpty {
      if goesOn, [steps / 2, steps * 3 / 4].contains(sight.steps) { chooser.handsOver = true }
      let attempt = chooser.next(model)
      let claimed = model.cases.reduce(0) { $0 + $1.amount }
      let expected = model.take(attempt)
      let answer = try library.take(attempt)
      sight.steps += 1
      if answer != expected {
        sight.disagreement = ["library \(answer) | model \(expected)"]
      } else if case .done = answer, case .declare(let asked) = attempt.operation {
        declared = (declared.count + 1, declared.amount + asked.total - asked.reimbursed)
      } else if case .done = answer, case .succeed = attempt.operation {
        declared = (0, 0)
        audit = try Inspection(path: library.path)
        sight.disagreement += try library.faultsOfHandover()
      } else if case .done = answer, case .amend = attempt.operation {
        declared.amount += model.cases.reduce(0) { $0 + $1.amount } - claimed
      } else if case .done = answer, case .screen = attempt.operation {
        let opened = model.cases[declared.count...]
        declared = (model.cases.count, declared.amount + opened.reduce(0) { $0 + $1.amount })
      }
      if mistake != nil {
        // What is on trial is the model: it is compared as a whole from time to time, the casebook by itself not at all.
        if sight.steps % 25 == 0 { sight.disagreement += try audit.disagreements(with: model) }
        continue
      }
      sight.disagreement += try audit.disagreements(with: model)
      sight.disagreement += try audit.leaks(declared: declared)
      sight.disagreement += try library.book._checkInvariants()
      if sight.steps % 200 == 0 || sight.steps == steps {
        sight.disagreement += try inspect(library, audit)
        sight.disagreement += try audit.disagreements(with: model)
      }
      if !sight.disagreement.isEmpty { sight.disagreement.append("step \(sight.steps): \(attempt)") }
      sight.note(attempt, answer, model)
    }
    return sight
  }

  /// A rebuild mends nothing, the journal holds together, and who opens the casebook anew finds the same.
  private func inspect(_ library: Library, _ audit: Inspection) throws -> [String] {
    var found = try audit.faults(of: library.book)
    let before = try library.book.currentState()
    let rebuilding = try library.book.rebuild()
    if !rebuilding.corrected.isEmpty { found.append("a rebuild corrects \(rebuilding.corrected)") }
    if try library.book.currentState() != before { found.append("a rebuild changes the state") }
    try library.reopen()
    if try library.book.currentState() != before { found.append("a casebook opened anew has another state") }
    let verified = try Verifier.verify(library.book.path, threads: 1)
    found += verified.faults.map { "the audit: \($0)" }
    if !verified.isClean { found.append("the audit is not clean: \(verified.open)") }
    try library.book.entries { (entry) throws(CasebookError) in
      do throws(MissingMember) {
        let said = try entry.kind.statement.init(PayloadReader(entry.payload)).payload
        if said != entry.payload { found.append("entry \(entry.number) is not written as it was read") }
      } catch { found.append("entry \(entry.number) does not say \(error.key)") }
    }
    return found
  }
}

extension Walk.Sight {
  /// Counts what came of an attempt.
  fileprivate mutating func note(_ attempt: Attempt, _ answer: Answer, _ model: PlainBook) {
    switch answer {
    case .refused(let code): refusals[code, default: 0] += 1
    case .done(let text):
      if let move = attempt.operation.move, text != "settlement 0 left []" { moves[move, default: 0] += 1 }
      if case .succeed = attempt.operation { moves["succeed", default: 0] += 1 }
      if case .byLists = attempt.operation { moves["by lists", default: 0] += 1 }
      if case .list = attempt.operation, !text.contains("verified []") { moves["list", default: 0] += 1 }
      if case .approve = attempt.operation, let reason = text.split(separator: " ").first {
        reasons[String(reason), default: 0] += 1
      }
    }
    for state in Set(model.cases.map(\.state)) { states[state, default: 0] += 1 }
  }

  /// Adds what another walk saw.
  mutating func add(_ other: Walk.Sight) {
    steps += other.steps
    refusals.merge(other.refusals, uniquingKeysWith: +)
    states.merge(other.states, uniquingKeysWith: +)
    moves.merge(other.moves, uniquingKeysWith: +)
    reasons.merge(other.reasons, uniquingKeysWith: +)
  }
}
