import Batch
import Claims
import Files
import Rules
import Testing
import Units
import fangpin

/// Names that people read, in both languages, none forgotten and none said twice.
@Suite("Both languages")
struct BothLanguagesTests {
  private func check(_ words: [Wording], _ kind: String) {
    #expect(words.count > 1, "\(kind)")
    for word in words {
      #expect(!word.zh.isEmpty && !word.en.isEmpty, "\(kind): \(word)")
      #expect(word.zh.unicodeScalars.contains { $0.value > 0x3400 }, "\(kind): \(word.zh)")
      #expect(word.en.unicodeScalars.allSatisfy { $0.value < 0x3000 }, "\(kind): \(word.en)")
    }
    #expect(Set(words.map(\.zh)).count == words.count, "\(kind): the same Chinese twice")
    #expect(Set(words.map(\.en)).count == words.count, "\(kind): the same English twice")
  }

  @Test("outcomes, reasons, rejects and exit codes have names in both")
  func names() {
    check(Outcome.allCases.map(\.name), "outcome")
    check(Reason.allCases.map(\.name), "reason")
    check(RowProblem.allCases.map(\.name), "problem of a row")
    check(ExitCode.allCases.map(\.meaning), "exit code")
  }

  @Test("codes are words for files: lower-case letters and hyphens, each once")
  func codes() {
    for codes in [
      Reason.allCases.map(\.code), Outcome.allCases.map(\.rawValue), RowProblem.allCases.map(\.rawValue),
    ] {
      #expect(!codes.isEmpty && Set(codes).count == codes.count)
      for code in codes { #expect(code.wholeMatch(of: #/[a-z]+(-[a-z]+)*/#) != nil, "\(code)") }
    }
  }

  @Test("groups, perils and causes of the built-in schemes have names in both", arguments: BuiltInSchemes.ids)
  func schemes(_ id: String) throws {
    let scheme = try #require(BuiltInSchemes.load(id)?.scheme)
    check(scheme.groups.map(\.name), "group")
    check(scheme.perils.map(\.name), "peril")
    check(scheme.causes.map(\.name), "cause")
  }
}
