import Foundation
import Journal
import TestKit
import Testing
import Units

/// An entry of each kind, as casebooks have them: `examples.tsv` has its kind and its payload.
private struct Example: CustomTestStringConvertible {
  let kind: EntryKind
  let payload: Payload

  var testDescription: String { kind.rawValue }

  static let all = Result {
    try Repository.text("Tests/JournalTests/examples.tsv").split(separator: "\n").map { line in
      let cells = line.split(separator: "\t")
      return Example(
        kind: try #require(EntryKind(rawValue: String(cells[0]))),
        payload: try #require(Payload(canonical: Array(cells[1].utf8))))
    }
  }

  /// The same payload with another value under a key; without it where that is `nil`.
  func payload(_ key: String, _ value: Payload.Value?) -> Payload {
    Payload(payload.members.compactMap { $0.key == key ? value.map { (key, $0) } : ($0.key, $0.value) })
  }

  func statement(_ payload: Payload) throws(MissingMember) -> any JournalStatement {
    try kind.statement.init(PayloadReader(payload))
  }
}

@Suite("What an entry says")
struct StatementTests {
  @Test("has an example of each kind, and each kind its own statement")
  func examples() throws {
    let kinds = try Example.all.get().map(\.kind)
    #expect(Set(kinds) == Set(EntryKind.allCases))
    for kind in EntryKind.allCases { #expect(kind.statement.kind == kind) }
  }

  @Test("is written as it was read", arguments: try Example.all.get())
  private func roundTrip(example: Example) throws {
    #expect(try example.statement(example.payload).payload == example.payload)
  }

  @Test("of a reversal in a journal of before is read: what was paid was held to be back at once")
  func reversalOfBefore() throws {
    let said =
      #"{"amount":"40000.00","case":7,"case_8":{"becomes":"1.00","was":"40001.00"},"entry":31,"from":"paid","#
      + #""household":"H0007","level":"reversal","reason":"twice","released":"0.00","taken_back":"8000.00","#
      + #""to":"reversed"}"#
    let payload = try #require(Payload(canonical: Array(said.utf8)))
    let reversal = try ReverseStatement(PayloadReader(payload))
    #expect(reversal.cameBack == Yuan("8000.00") && reversal.out == Yuan("8000.00"))
    #expect(reversal.payload == payload)
  }

  @Test("is missed where it is left out, or may be left out", arguments: try Example.all.get())
  private func leftOut(example: Example) {
    for key in example.payload.members.map(\.key) {
      let without = example.payload(key, nil)
      do throws(MissingMember) {
        #expect(try example.statement(without).payload == without, "\(key) was made up")
      } catch { #expect(error.key == key) }
    }
  }

  @Test("of another kind of value is refused by its name", arguments: try Example.all.get())
  private func otherValue(example: Example) {
    for member in example.payload.members {
      let key = member.key
      let other: Payload.Value =
        switch member.value {
        case .text, .texts, .record: .number(5)
        case .number, .bool: .text("five")
        }
      do throws(MissingMember) {
        _ = try example.statement(example.payload(key, other))
        Issue.record("\(key) was taken as \(other)")
      } catch { #expect(error.key == key) }
    }
  }

  @Test("of words that are not ours is refused", arguments: try Example.all.get())
  private func unknownWord(example: Example) {
    for key in ["from", "to", "level", "resume", "role", "algorithm"] {
      guard example.payload.members.contains(where: { $0.key == key }) else { continue }
      do throws(MissingMember) {
        _ = try example.statement(example.payload(key, .text("nowhere")))
        Issue.record("\(key) was taken as 'nowhere'")
      } catch { #expect(error.key == key) }
    }
  }

  @Test("of a step leads where the step's rule says, signed as it says", arguments: try Example.all.get())
  private func rules(example: Example) throws {
    guard let said = try example.statement(example.payload) as? any CaseStatement else {
      #expect(example.kind.rule == nil)
      return
    }
    let rule = type(of: said).rule
    #expect(said.step.from.map(rule.from.contains) ?? (rule.from.isEmpty || rule.to.isEmpty))
    #expect(said.step.to.map(rule.to.contains) ?? rule.to.isEmpty)
    #expect(said.step.level == rule.signs)
    #expect(!rule.by.isEmpty)
    let names = StepNames {
      Wording(zh: $0, en: $0)
    } cause: {
      Wording(zh: $0, en: $0)
    }
    #expect(!said.sentence(names).zh.isEmpty && !said.sentence(names).en.isEmpty)
  }

  @Test("of a step stands under the step's own word", arguments: StepKind.allCases)
  func moves(step: StepKind) {
    #expect(step.statement.kind.rawValue == step.rawValue)
    #expect(!step.rule.from.isEmpty && !step.rule.to.isEmpty)
  }
}
