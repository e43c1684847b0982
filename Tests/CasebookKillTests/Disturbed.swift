import Foundation
import TestKit
import Testing

/// The same work once more, in which every command is killed again and again before it is left to finish.
struct Disturbed {
  let office: Office
  let undisturbed: Undisturbed
  /// Where examinations are made.
  let place: URL?
  private(set) var kills: [Killer.Place: Int] = [:]
  /// How many kills left a settlement recorded and its file not written.
  private(set) var payoutsMissing = 0
  private var random: Seeded
  private var entries: Int

  init(of county: Office, like undisturbed: Undisturbed, in folder: URL, place: URL?, seed: UInt64) throws {
    office = try county.copied(to: folder)
    self.undisturbed = undisturbed
    self.place = place
    random = Seeded(seed: seed)
    entries = try Examination(of: office, in: place).entries
  }

  /// Does all the work.
  mutating func work(killsPerStep: Int) throws {
    for (index, step) in Script.steps.enumerated() {
      let before = entries
      for _ in 0..<killsPerStep {
        try disturb(step, taking: undisturbed.seconds[index])
        if entries > before {
          #expect(entries == undisturbed.entries[index], "\(step.name) was recorded in part")
          // Given once more it would only say that it is known: that is done below, undisturbed.
          break
        }
      }
      try finish(step, wasRecorded: entries > before)
      #expect(entries == undisturbed.entries[index], "\(step.name)")
    }
    let bare = try office.bare()
    #expect(!bare[0].isEmpty && bare == undisturbed.bare)
    for step in Script.steps {
      guard let name = step.payouts?.file else { continue }
      #expect(try office.text(name) == undisturbed.office.text(name), "\(name)")
    }
  }

  /// Gives a command once, kills it, and looks at what it left.
  private mutating func disturb(_ step: Step, taking seconds: Double) throws {
    let killer = Killer(
      random.next() % 3 == 0
        ? .afterWriting(Double.random(in: 0..<0.002, using: &random))
        : .after(Double.random(in: 0..<1.3 * seconds, using: &random)),
      on: office.path, looks: random.next() % 4 != 0)
    let run = try office.run(step.words, as: step.desk, on: step.day, meanwhile: killer.strike)
    let found = try Examination(of: office, in: place)
    #expect(found.corrected.isEmpty, "\(step.name) left \(found.corrected) unlike the journal")
    let grew = found.entries > entries
    let killed = killer.place(exitCode: run.exitCode, grew: grew)
    kills[killed, default: 0] += 1
    if killed == .tooLate {
      #expect(step.first.contains(run.exitCode) && grew, "\(step.name): \(run.exitCode) \(run.talk)")
    }
    if killed == .after, let name = step.payouts?.file, !office.isThere(name) { payoutsMissing += 1 }
    entries = found.entries
    if random.next() % 8 == 0 {
      let status = try office.run(["casebook", "status"])
      #expect(status.exitCode == 0, "\(status.talk)")
    }
  }

  /// Gives the command again and lets it run, as the clerk does who finds the machine on again.
  private mutating func finish(_ step: Step, wasRecorded: Bool) throws {
    if wasRecorded, step.again == nil { return }
    let run = try office.run(step.words, as: step.desk, on: step.day)
    let expected = wasRecorded ? step.again ?? [] : step.first
    #expect(expected.contains(run.exitCode), "\(step.name): \(run.exitCode) \(run.talk)")
    if let (settlement, name) = step.payouts {
      try office.run(["case", "settle", "--again", "\(settlement)", "--out", "@again.csv"]).expectDone()
      #expect(try office.text("again.csv") == undisturbed.office.text(name))
      if !office.isThere(name) {
        try office.run(["case", "settle", "--again", "\(settlement)", "--out", "@\(name)"]).expectDone()
      }
    }
    let found = try Examination(of: office, in: place)
    #expect(found.corrected.isEmpty && (!wasRecorded || found.entries == entries), "\(step.name)")
    entries = found.entries
  }
}

extension Office.Run {
  /// The run ended well.
  func expectDone() { #expect(exitCode == 0, "\(talk)") }
}
