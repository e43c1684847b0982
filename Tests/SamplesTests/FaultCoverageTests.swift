import Files
import Foundation
import TestKit
import Testing
import Units

/// Whether Samples/Faults has an input for everything that the program can find wrong with one.
@Suite("The gallery of faults", .enabled(if: !Golden.isRenewing))
struct FaultCoverageTests {
  /// Codes without a sample, and why.
  static let without = [
    "file-too-large": "a scheme file of more than 1 MiB",
    "more-faults": "a scheme file with more than a hundred faults prints as many; tried in RulesTests",
  ]

  /// Words of the sources that look like codes and are none.
  static let noCodes: Set = [
    "above-cap", "below-warning-line",  // kinds of dead band
    "half-up", "cumulative-benefit", "by-band", "call-county", "income-unknown",  // words of the scheme file
    "utf-8", "utf-16", "wei-county-2017", "wei-county-2017-by-band",
  ]

  static let folders = ["Rules/Loading", "Rules/Checking", "JSONText", "Tables"]

  /// Every word in quotes that could be a code: kebab case, or what follows `report(` or `Diagnostic(`.
  static func codesInSources() throws -> Set<String> {
    var codes: Set<String> = [
      "bad-earlier-record", "earlier-runs-disagree", "earlier-other-scheme", "earlier-record-missing",
      "earlier-household-like", "unknown-column", "heading-twice", "heading-of-another-column",
    ]
    let kebab = /"([a-z0-9]+(?:-[a-z0-9]+)+)"/
    let reported = /(?:report|add|Diagnostic|JSONFault)\(\s*"([a-z0-9-]+)"/
    for folder in folders {
      let sources = Repository.file("Sources/\(folder)")
      let files = try FileManager.default.contentsOfDirectory(at: sources, includingPropertiesForKeys: nil)
      for file in files where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        codes.formUnion(text.matches(of: kebab).map { String($0.1) })
        codes.formUnion(text.matches(of: reported).map { String($0.1) })
      }
    }
    return codes.subtracting(noCodes)
  }

  /// What the expected answers name, in brackets.
  static func codesInSamples() throws -> Set<String> {
    var codes: Set<String> = []
    for sample in try FaultSample.all() {
      let text = try String(contentsOf: sample.expected(.en), encoding: .utf8)
      codes.formUnion(text.matches(of: /(?:error|warning): .*\[([a-z0-9-]+)\]\n/).map { String($0.1) })
    }
    return codes
  }

  @Test("has an input for each code, or a reason why not")
  func codes() throws {
    let (known, shown) = (try Self.codesInSources(), try Self.codesInSamples())
    #expect(known.count >= 70)
    let missing = known.subtracting(shown).subtracting(Self.without.keys)
    #expect(missing.sorted() == [])
    #expect(shown.subtracting(known).sorted() == [], "a code that the sources were not searched for")
    #expect(Set(Self.without.keys).subtracting(known).sorted() == [], "a reason for nothing")
    #expect(Set(Self.without.keys).intersection(shown).sorted() == [], "a reason where there is a sample")
  }

  /// What only the lists that go into a casebook can have: it is tried where they are imported.
  private static let ofOffices: Set<RowProblem> = [
    .badText, .inTheFuture, .badTelephone, .badBankAccount,
  ]

  @Test(
    "has an input for each problem of a row",
    arguments: RowProblem.allCases.filter { !ofOffices.contains($0) },
    Language.allCases)
  func problems(problem: RowProblem, language: Language) throws {
    let texts = try FaultSample.all().map { try String(contentsOf: $0.expected(language), encoding: .utf8) }
    #expect(
      texts.contains { $0.contains(",\(problem.rawValue),") && $0.contains(problem.name[language]) })
  }
}
