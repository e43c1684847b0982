import Rules
import SchemeKit
import Testing
import Units

/// What other counties' schemes need the file to say.
@Suite("Shapes of a scheme")
struct SchemeShapesTests {
  private func scheme(_ edits: (String, String)...) throws -> Scheme {
    var text = SmallScheme.text
    for (old, new) in edits { text = try #require(SmallScheme.replacing(old, with: new, in: text)) }
    let loading = SchemeLoader.load(bytes: Array(text.utf8), file: "small.json")
    #expect(loading.diagnostics.map { $0.text(in: .en) } == [])
    return try #require(loading.scheme)
  }

  private let nothing = "{ \"unpublished\": { \"zh\": \"未公布\", \"en\": \"not published\" } }"

  @Test("a protection line may be published rather than computed")
  func published() throws {
    let scheme = try scheme(
      (
        "\"multiple\": { \"factor\": 1.5, \"source\": \"law\", \"at\": { \"zh\": \"第9条\", \"en\": \"art. 9\" } }",
        "\"published\": [ { \"year\": 2019, \"yuan\": 5100, \"source\": \"law\", \"at\": { \"zh\": \"第9条\", \"en\": \"art. 9\" } } ]"
      ),
      (
        "[ { \"year\": 2017, \"yuan\": 2952, \"source\": \"law\", \"at\": { \"zh\": \"第9条\", \"en\": \"art. 9\" } } ]",
        "[]"
      ))
    #expect(scheme.protectionLine.drawn(group: 0, eventYear: 2019) == .line(510_000 * 1_000_000))
    #expect(scheme.protectionLine.drawn(group: 0, eventYear: 2018) == .yearUnknown)
    #expect(scheme.protectionLine.drawn(group: 1, eventYear: 2019) == .silent)
  }

  @Test("a computed line is exact")
  func computed() throws {
    let line = try scheme(("\"factor\": 1.5", "\"factor\": 1.333333")).protectionLine
    #expect(line.drawn(group: 0, eventYear: 2018) == .line(295_200 * 1_333_333))
    #expect(line.drawn(group: 0, eventYear: 2019) == .yearUnknown)
  }

  @Test("sum and cap may be a person's, and the year may begin in April")
  func person() throws {
    let scheme = try scheme(
      ("\"of\": \"household\"", "\"of\": \"person\""), ("\"per\": \"household\"", "\"per\": \"person\""),
      ("\"01-01\"", "\"04-01\""))
    #expect(scheme.needsPersons)
    #expect(scheme.policyYearStart == PolicyYear.Start(month: 4, day: 1))
  }

  @Test(
    "what nobody published is unpublished, and never zero",
    arguments: [
      "{ \"yuan\": 5000, \"source\": \"law\", \"at\": { \"zh\": \"第10条\", \"en\": \"art. 10\" } }",
      "{ \"yuan\": 30000, \"per\": \"household\", \"source\": \"law\", \"at\": { \"zh\": \"第10条\", \"en\": \"art. 10\" } }",
    ])
  func unpublished(figure: String) throws {
    let scheme = try scheme((figure, nothing))
    #expect(scheme.benefits.first?.isSilent == true)
    #expect(scheme.benefits.first.flatMap { BenefitCurve($0) } == nil)
  }

  @Test("a staircase and a multiple may be unpublished")
  func unpublishedStaircase() throws {
    let start = try #require(SmallScheme.text.firstRange(of: "\"staircase\": {")).lowerBound
    let end = try #require(SmallScheme.text.firstRange(of: ",\n      \"cap\"")).lowerBound
    let scheme = try scheme(
      (String(SmallScheme.text[start..<end]), "\"staircase\": \(nothing)"),
      ("{ \"factor\": 1.5, \"source\": \"law\", \"at\": { \"zh\": \"第9条\", \"en\": \"art. 9\" } }", nothing))
    #expect(scheme.benefits.first?.staircase.value == nil)
    #expect(scheme.protectionLine.drawn(group: 0, eventYear: 2018) == .silent)
  }

  @Test("where the first day is unpublished, every claim of a case names its day")
  func unpublishedStart() throws {
    let effective =
      "{ \"from\": \"2017-10-01\", \"until\": \"2027-12-31\", \"source\": \"law\", \"at\": { \"zh\": \"第2条\", \"en\": \"art. 2\" } }"
    let scheme = try scheme(
      (effective, nothing), ("\"amount\": 18000.00", "\"on\": \"2018-01-31\", \"amount\": 18000.00"))
    #expect(scheme.effectiveFrom.value == nil)
    let text = try #require(SmallScheme.replacing(effective, with: nothing))
    let found = SchemeLoader.load(bytes: Array(text.utf8), file: "small.json").diagnostics
    #expect(found.map(\.path) == ["cases[0].claims[0].on"])
  }

  @Test("what a case leaves out is as in a plainly eligible household, and null is unknown")
  func caseHousehold() throws {
    let plain = try #require(try scheme().cases.first)
    #expect(plain.members == 4 && plain.income == Yuan("8000.00") && plain.assets == [1, 0, 0])
    let unknown = try #require(
      try scheme(
        (
          "\"household\": { \"group\": \"poor\" }",
          "\"household\": { \"group\": null, \"members\": null, \"income\": null, \"vehicles\": null }"
        )
      ).cases.first)
    #expect(unknown.group == nil && unknown.members == nil && unknown.income == nil)
    #expect(unknown.assets == [1, 0, nil])
  }
}
