import Rules
import SchemeKit
import Testing
import Units

/// A change of the small scheme and the findings it must give, as code and path.
struct CheckExample: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let edits: [(String, String)]
  let errors: [String]

  init(_ name: String, _ edits: [(String, String)], errors: [String]) {
    testDescription = name
    self.edits = edits
    self.errors = errors
  }
}

@Suite("Scheme check")
struct SchemeCheckTests {
  static let bands = "benefits[0].staircase.bands"
  static let examples = [
    CheckExample("the small scheme as it is", [], errors: []),
    CheckExample(
      "a cap that the last band, at 0 %, can never reach",
      [("\"percent\": 50", "\"percent\": 0"), ("\"yuan\": 30000, \"per\"", "\"yuan\": 18000.01, \"per\"")],
      errors: ["unreachable-cap benefits[0].cap"]),
    CheckExample(
      "a cap that the middle band just reaches",
      [("\"percent\": 50", "\"percent\": 0"), ("\"yuan\": 30000, \"per\"", "\"yuan\": 18000, \"per\"")],
      errors: []),
    CheckExample(
      "a cap of 0", [("\"yuan\": 30000, \"per\"", "\"yuan\": 0, \"per\"")],
      errors: ["unreachable-cap benefits[0].cap"]),
    CheckExample(
      "a band that begins above the cap, by band",
      [
        ("\"reading\": \"whole\"", "\"reading\": \"by-band\""),
        ("\"yuan\": 30000, \"per\"", "\"yuan\": 19000, \"per\""),
      ],
      errors: ["dead-band \(bands)[2]"]),
    CheckExample(
      "a band that begins one fen before the cap",
      [
        ("\"reading\": \"whole\"", "\"reading\": \"by-band\""),
        ("\"yuan\": 30000, \"per\"", "\"yuan\": 19000.01, \"per\""),
      ], errors: []),
    CheckExample(
      "read on the whole, a falling edge brings the benefit below the cap again, so no band is dead",
      [("\"yuan\": 30000, \"per\"", "\"yuan\": 17000, \"per\"")], errors: []),
    CheckExample(
      "a band of one edge that neither side takes in",
      [
        ("\"from\": 10000, \"through\": 30000", "\"above\": 10000, \"through\": 10000"),
        ("\"below\": 10000", "\"through\": 10000"), ("\"above\": 30000", "\"above\": 10000"),
      ],
      errors: ["dead-band \(bands)[1]"]),
    CheckExample(
      "by band, a band of a single fen has no length",
      [
        ("\"from\": 10000, \"through\": 30000", "\"from\": 10000, \"through\": 10000"),
        ("\"above\": 30000", "\"above\": 10000"), ("\"reading\": \"whole\"", "\"reading\": \"by-band\""),
      ],
      errors: ["dead-band \(bands)[1]"]),
    CheckExample(
      "a band below the line when all of the cost is paid",
      [("\"on\": \"excess\"", "\"on\": \"whole\""), ("\"yuan\": 5000,", "\"yuan\": 10000,")],
      errors: ["dead-band \(bands)[0]"]),
    CheckExample(
      "a line just below the edge leaves one fen of the band",
      [("\"on\": \"excess\"", "\"on\": \"whole\""), ("\"yuan\": 5000,", "\"yuan\": 9999.98,")], errors: []),
    CheckExample(
      "unpublished figures are not guessed at",
      [
        (
          "{ \"yuan\": 30000, \"per\": \"household\", \"source\": \"law\", \"at\": { \"zh\": \"第10条\", \"en\": \"art. 10\" } }",
          "{ \"unpublished\": { \"zh\": \"未公布\", \"en\": \"not published\" } }"
        )
      ], errors: []),
  ]

  @Test("finds the errors of the rules and no others", arguments: examples)
  func errors(_ example: CheckExample) throws {
    #expect(Self.examples.count >= 10)
    var text = SmallScheme.text
    for (old, new) in example.edits { text = try #require(SmallScheme.replacing(old, with: new, in: text)) }
    let loading = SchemeLoader.load(bytes: Array(text.utf8), file: "small.json")
    #expect(loading.diagnostics.map { $0.text(in: .en) } == [])
    let findings = try #require(SchemeCheck.findings(in: loading))
    let errors = findings.diagnostics.filter { $0.severity == .error }
    #expect(errors.map { "\($0.code) \($0.path)" } == example.errors)
    #expect(findings.hasErrors == !example.errors.isEmpty)
    #expect(findings.diagnostics.allSatisfy { $0.place != nil })
  }

  @Test("says that premium, cover and fund of Wei County do not meet, as a warning")
  func funding() throws {
    for id in BuiltInSchemes.ids {
      let loading = try #require(BuiltInSchemes.load(id))
      let findings = try #require(SchemeCheck.findings(in: loading))
      let gap = try #require(findings.fundingGap)
      #expect(gap.personsPaidFor == 80_000)
      #expect(gap.personsCovered == 60_814)
      #expect(gap.needed == Yuan("3040700.00"))
      #expect(!findings.hasErrors)
    }
  }

  @Test("warns of words that nothing is paid under")
  func idleWords() throws {
    let text = try #require(SmallScheme.replacing("\"protected\": false", with: "\"protected\": true"))
      .replacing(
        "\"rules\": [ { \"groups\": [\"poor\"]", with: "\"rules\": [ { \"groups\": [\"poor\", \"rich\"]")
    let loading = SchemeLoader.load(bytes: Array(text.utf8), file: "small.json")
    let findings = try #require(SchemeCheck.findings(in: loading))
    #expect(findings.diagnostics.map(\.code).contains("group-without-benefit"))
    #expect(!findings.hasErrors)
  }
}
