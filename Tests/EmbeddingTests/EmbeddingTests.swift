import Claims
import Foundation
import Rules
import TestKit
import Testing
import Units

@Suite("Embedding the engine")
struct EmbeddingTests {
  @Test("the example of the article does what the article says")
  func example() throws {
    let file = try Repository.text("Rules/wei-county-2017.json")
    let (decisions, why) = try #require(decideTwoBills(schemeFile: Array(file.utf8)))
    #expect(decisions.map(\.reason) == [.covered, .covered])
    #expect(decisions.map(\.payout) == [Yuan("7800.00"), Yuan("2400.00")])
    #expect(why.hasPrefix("2,400.00 yuan is paid"))
  }

  @Test("a scheme with faults gives no decisions")
  func faults() {
    #expect(decideTwoBills(schemeFile: Array("{}".utf8)) == nil)
  }

  @Test("the article shows the example as it is compiled")
  func article() throws {
    let article = try Repository.article("EmbeddingTheEngine")
    let example = try Repository.text("Tests/EmbeddingTests/EmbeddingExample.swift")
    let shown = try #require(
      article.components(separatedBy: "```swift\n").last?.components(separatedBy: "```").first)
    let compiled = example.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
      .joined(separator: "\n")
    #expect(shown == compiled)
  }
}
