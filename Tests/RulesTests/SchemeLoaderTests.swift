import Rules
import SchemeKit
import TestKit
import Testing
import Units

@Suite("Scheme loader")
struct SchemeLoaderTests {
  @Test("finds nothing wrong with the small scheme")
  func sound() throws {
    let loading = SchemeLoader.load(bytes: Array(SmallScheme.text.utf8), file: "small.json")
    #expect(loading.diagnostics.map { $0.text(in: .en) } == [])
    let scheme = try #require(loading.scheme)
    #expect(scheme.assetLimits.map { $0?.value } == [1, nil, nil])
    #expect(scheme.administration.paymentWorkingDays.value == nil)
    #expect(scheme.cases.first?.claims.first?.day == Day(year: 2018, month: 6, day: 15))
    #expect(scheme.cases.first?.place.line == 59)
    #expect(loading.place(of: "benefits[0].staircase.bands[1].percent")?.column == 57)
    #expect(loading.place(of: "benefits[1]") == nil)
  }

  @Test(
    "reports one fault where one edit made it, at its place",
    arguments: Fault.ofFigures + Fault.ofWords + Fault.ofLists + Fault.ofCalendar)
  func fault(_ fault: Fault) throws {
    let text = try #require(SmallScheme.replacing(fault.old, with: fault.new))
    let loading = SchemeLoader.load(bytes: Array(text.utf8), file: "small.json")
    #expect(loading.scheme == nil)
    #expect(loading.diagnostics.count == 1)
    let found = try #require(loading.diagnostics.first)
    #expect(found.code == fault.code)
    #expect(found.severity == .error)
    #expect(found.place?.file == "small.json")
    #expect(found.place?.line == fault.line)
    #expect(found.place?.column == fault.column)
    #expect(found.path == fault.path)
    #expect(found.fix?.en == fault.fix)
    #expect(!found.what.zh.isEmpty && !found.what.en.isEmpty)
    #expect(found.place?.excerpt.isEmpty == false)
  }

  @Test("says who is paid first where money is short, and takes it as an assumption where the file does not")
  func whenShort() throws {
    let silent = try SchemeFile.builtIn().scheme.administration.whenShort
    #expect(silent == Administration.whenShortUnsaid)
    guard case .known(.inOrder, .assumption) = silent else {
      Issue.record("it is no assumption: \(silent)")
      return
    }
    let stated = try SchemeFile.builtIn().whenShort("what-fits").scheme.administration.whenShort
    #expect(stated.value == .whatFits && stated != silent)
    let text = String(decoding: try SchemeFile.builtIn().whenShort("what-fits").bytes, as: UTF8.self)
    let wrong = SchemeLoader.load(
      bytes: Array(text.replacing("what-fits", with: "what-fit").utf8), file: "wrong.json")
    #expect(wrong.scheme == nil && wrong.diagnostics.map(\.code) == ["unknown-word"])
    #expect(wrong.diagnostics.first?.fix?.en == "did you mean 'what-fits'?")
  }

  @Test("has faults to try")
  func faults() {
    #expect(Fault.ofFigures.count >= 25)
    #expect(Fault.ofWords.count >= 25)
    #expect(Fault.ofLists.count >= 10)
    #expect(Fault.ofCalendar.count >= 20)
  }

  @Test("reports all faults of a file at once, in the order of the file")
  func allAtOnce() throws {
    var text = SmallScheme.text
    let edits = [
      ("\"startsOn\": \"01-01\"", "\"startsOn\": \"13-01\""), ("\"yuan\": 5000,", "\"yuan\": \"5,000\","),
      ("\"percent\": 70", "\"percent\": 170"), ("\"then\": \"pend\"", "\"then\": \"wait\""),
      ("\"rounding\"", "\"runding\""),
    ]
    for (old, new) in edits { text = try #require(SmallScheme.replacing(old, with: new, in: text)) }
    let found = SchemeLoader.load(bytes: Array(text.utf8), file: "small.json").diagnostics
    #expect(
      found.map(\.code) == ["unknown-key", "malformed-day", "wrong-type", "rate-above-100", "unknown-word"])
  }

  @Test("lists so many faults and counts the rest")
  func tooMany() throws {
    let bands = String(repeating: "5, ", count: 150)
    let text = try #require(SmallScheme.replacing("\"bands\": [", with: "\"bands\": [ \(bands)"))
    let found = SchemeLoader.load(bytes: Array(text.utf8), file: "small.json").diagnostics
    #expect(found.count == 101)
    #expect(found.last?.what.en == "50 more faults not listed")
  }

  @Test(
    "refuses more words than the engine can number, rather than trap",
    arguments: ["groups", "perils", "causes", "benefits"])
  func tooLong(key: String) throws {
    for count in [200, 201, 300] {
      let items = [String](repeating: "5", count: count).joined(separator: ", ")
      let text = try #require(
        SmallScheme.replacing("\"\(key)\": [\n", with: "\"\(key)\": [ \(items) ], \"old\": [\n"))
      let found = SchemeLoader.load(bytes: Array(text.utf8), file: "small.json").diagnostics
      #expect(found.contains { $0.code == "list-too-long" && $0.path == key } == (count > 200))
    }
  }

  @Test("refuses a second benefit for the same group and peril")
  func twice() throws {
    let start = try #require(SmallScheme.text.firstRange(of: "    {\n      \"id\": \"illness-poor\""))
    let end = try #require(SmallScheme.text.firstRange(of: "\n  ],\n  \"administration\""))
    let benefit = SmallScheme.text[start.lowerBound..<end.lowerBound]
    let second = benefit.replacing("illness-poor", with: "illness-again")
    let text =
      String(SmallScheme.text[..<end.lowerBound]) + ",\n" + second + SmallScheme.text[end.lowerBound...]
    let found = SchemeLoader.load(bytes: Array(text.utf8), file: "small.json").diagnostics
    #expect(found.map(\.code) == ["duplicate-benefit"])
    #expect(found.map(\.path) == ["benefits[1].groups"])
  }

  @Test(
    "stops at the one fault of a text that is no JSON, and never traps",
    arguments: ["", "{", "[]", "null", "5", "{\"format\": 1,}", "\u{FEFF}", "{\"format\": 1, \"cases\": 5}"])
  func noScheme(text: String) {
    let loading = SchemeLoader.load(bytes: Array(text.utf8), file: "x.json")
    #expect(loading.scheme == nil)
    #expect(!loading.diagnostics.isEmpty)
  }

  @Test(
    "never traps, whichever byte of a scheme is damaged",
    arguments: TestSize.spread([0, 9, 34, 91, 128, 255] as [UInt8], fast: 2))
  func damaged(byte: UInt8) {
    let whole = Array(SmallScheme.text.utf8)
    for index in stride(from: 0, to: whole.count, by: 31) {
      var bytes = whole
      bytes[index] = byte
      let loading = SchemeLoader.load(bytes: bytes, file: "x.json")
      #expect(loading.scheme != nil || !loading.diagnostics.isEmpty)
    }
  }
}
