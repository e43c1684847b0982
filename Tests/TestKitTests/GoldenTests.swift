import Foundation
import TestKit
import Testing

@Suite("The comparer of golden files")
struct GoldenTests {
  @Test(
    "tells where two texts part",
    arguments: [
      ("a\nb\n", "a\nb\n", nil), ("a\nb\n", "a\nc\n", "line 2, now 'b', kept 'c'"),
      ("a\n", "a\nc\n", "line 2, now '', kept 'c'"), ("", "a", "line 1, now '', kept 'a'"),
      ("a", "a\n", "its length: 1 bytes, kept 2"),
    ])
  func difference(_ now: String, _ kept: String, _ place: String?) {
    #expect(Golden.difference(Data(now.utf8), Data(kept.utf8)) == place)
  }

  @Test("fails where they part, and where nothing is kept", .enabled(if: !Golden.isRenewing))
  func fails() throws {
    let readme = try Repository.text("README.md")
    try Golden.expect(readme, in: "README.md")
    withKnownIssue("the canary") { try Golden.expect(readme + " ", in: "README.md") }
    #expect(throws: CocoaError.self) { try Golden.expect(readme, in: "Tests/no-such-file.txt") }
    withKnownIssue("the mark is not there") {
      try Golden.expect("", behind: "<!-- no such mark -->", inArticle: "Testing")
    }
  }

  @Test("and its kin find the repository")
  func repository() throws {
    #expect(try Repository.text("Package.swift").contains("name: \"fangpin\""))
    #expect(Repository.name(of: Repository.samples.appending(path: "County")) == "Samples/County")
    #expect(try FangpinProcess().executable.lastPathComponent == "fangpin")
  }
}
