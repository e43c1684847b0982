import Rules
import Testing

/// What has one meaning stands in one place.
@Suite("Declared once")
struct DeclaredOnceTests {
  /// The lines of the sources that are no comments, by their file.
  private static let code = Result {
    try SourceTree.files(below: "Sources").map { file in
      (file.path, file.lines.filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") })
    }
  }

  /// The files of the sources in which a text stands.
  private static func files(with text: String) throws -> [String] {
    let files = try code.get()
    #expect(files.count > 100)
    return files.filter { $1.contains { $0.contains(text) } }.map(\.0)
  }

  @Test("the money rule: what an accumulator has earned is asked in one place")
  func moneyRule() throws {
    #expect(try Self.files(with: "award(accumulator:") == ["Sources/Claims/Accounts/Plan+Figures.swift"])
    #expect(
      try Self.files(with: "accumulator: account.accumulated") == ["Sources/Claims/Accounts/Counting.swift"])
    #expect(
      try Self.files(with: ".accumulated +=").filter { !$0.hasPrefix("Sources/Claims/Accounts/") } == [])
    #expect(try Self.files(with: "accumulated = accumulated -") == ["Sources/Claims/Accounts/Account.swift"])
    #expect(
      try Self.files(with: "capsHouseholdOfPersons ?").filter { !$0.hasPrefix("Sources/Claims/Accounts/") }
        == ["Sources/Explain/Derivation/OtherReading.swift"])
  }

  /// A word may be a remark's or a refusal's too; whoever has two of the reasons' codes has begun a list of them.
  @Test("the reasons: their codes are listed in one file")
  func reasons() throws {
    var codes: [String: Int] = [:]
    for (file, lines) in try Self.code.get() {
      let text = lines.joined(separator: "\n")
      codes[file] = Reason.allCases.count { reason in
        // A case, too, is withdrawn.
        (reason != .withdrawn || !file.hasPrefix("Sources/Reports/")) && text.contains("\"\(reason.code)\"")
      }
    }
    #expect(codes["Sources/Rules/Reason.swift"] == Reason.allCases.count)
    #expect(codes.filter { $0.value > 1 }.map(\.key) == ["Sources/Rules/Reason.swift"])
  }
}
