import Claims
import Explain
import ExplainKit
import Rules
import TestKit
import Testing
import Units

@Suite struct GoldenTests {
  static let typical = [
    "covered-whole", "covered-by-band", "covered-history", "covered-to-cap", "cap-exhausted", "no-further",
    "below-line", "income-above", "assets-missing", "scheme-silent", "id-conflict",
  ]

  @Test(arguments: typical, Language.allCases)
  func typicalDecisionsReadAsKept(_ name: String, _ language: Language) throws {
    let situation = try #require(Situation.all.first { $0.name == name })
    try Golden.expect(
      Explanation(situation.derivation).text(in: language),
      in: "Tests/ExplainTests/Golden/\(name).\(language.rawValue).txt")
  }

  @Test(arguments: ["covered-by-band", "income-above"])
  func jsonIsAsKept(_ name: String) throws {
    let situation = try #require(Situation.all.first { $0.name == name })
    try Golden.expect(
      Explanation(situation.derivation).json(), in: "Tests/ExplainTests/Golden/\(name).json")
  }

  @Test(arguments: Language.allCases)
  func theSchemesDocumentReadsAsKept(_ language: Language) throws {
    try Golden.expect(
      SchemeDocument(County().scheme).text(in: language),
      in: "Tests/ExplainTests/Golden/scheme.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func theTrialsReportReadsAsKept(_ language: Language) throws {
    let scheme = County().scheme
    let report = TrialReport(scheme, SchemeTrial.run(scheme))
    #expect(!report.isPassed)
    try Golden.expect(
      report.text(in: language), in: "Tests/ExplainTests/Golden/trial.\(language.rawValue).txt")
  }
}
