import Claims
import Explain
import ExplainKit
import Rules
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
    try Golden.compare(
      Explanation(situation.derivation).text(in: language), with: "\(name).\(language.rawValue).txt")
  }

  @Test(arguments: ["covered-by-band", "income-above"])
  func jsonIsAsKept(_ name: String) throws {
    let situation = try #require(Situation.all.first { $0.name == name })
    try Golden.compare(Explanation(situation.derivation).json(), with: "\(name).json")
  }

  @Test(arguments: Language.allCases)
  func theSchemesDocumentReadsAsKept(_ language: Language) throws {
    try Golden.compare(
      SchemeDocument(County().scheme).text(in: language), with: "scheme.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func theTrialsReportReadsAsKept(_ language: Language) throws {
    let scheme = County().scheme
    let report = TrialReport(scheme, SchemeTrial.run(scheme))
    #expect(!report.isPassed)
    try Golden.compare(report.text(in: language), with: "trial.\(language.rawValue).txt")
  }
}
