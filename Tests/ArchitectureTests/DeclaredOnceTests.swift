import Rules
import Testing

/// What has one meaning stands in one place.
@Suite("Declared once")
struct DeclaredOnceTests {
  /// The files of the sources, without comments, in which a text stands.
  private static func files(with text: String) throws -> [String] {
    let files = try SourceTree.files(below: "Sources")
    #expect(files.count > 100)
    return files.filter { file in
      file.lines.contains { line in
        !line.drop(while: { $0 == " " }).hasPrefix("//") && line.contains(text)
      }
    }.map(\.path)
  }

  @Test("the money rule: what an accumulator has earned is asked in one place")
  func moneyRule() throws {
    #expect(try Self.files(with: "award(accumulator:") == ["Sources/Claims/Accounts/Award+Figures.swift"])
    #expect(
      try Self.files(with: "accumulator: account.accumulated") == ["Sources/Claims/Accounts/Counting.swift"])
    #expect(
      try Self.files(with: ".accumulated +=").filter { !$0.hasPrefix("Sources/Claims/Accounts/") } == [])
    #expect(
      try Self.files(with: "capsHouseholdOfPersons ?").filter { !$0.hasPrefix("Sources/Claims/Accounts/") }
        == ["Sources/Explain/OtherReading.swift"])
  }

  /// A word may be a remark's or a refusal's too; whoever has two of the reasons' codes has begun a list of them.
  @Test("the reasons: their codes are listed in one file")
  func reasons() throws {
    var codes: [String: Int] = [:]
    for reason in Reason.allCases {
      let files = try Self.files(with: "\"\(reason.code)\"")
      #expect(files.contains("Sources/Rules/Reason.swift"))
      for file in files { codes[file, default: 0] += 1 }
    }
    #expect(codes["Sources/Rules/Reason.swift"] == Reason.allCases.count)
    #expect(codes.filter { $0.value > 1 }.map(\.key) == ["Sources/Rules/Reason.swift"])
  }
}
