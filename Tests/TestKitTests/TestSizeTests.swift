import TestKit
import Testing

@Suite("The size of a run")
struct TestSizeTests {
  @Test("is named by its word, and ordinary where nothing is said")
  func words() throws {
    #expect(try TestSize(word: nil) == .ordinary)
    #expect(try TestSize(word: "") == .ordinary)
    #expect(TestSize.allCases.count == 3)
    for size in TestSize.allCases { #expect(try TestSize(word: size.rawValue) == size) }
  }

  @Test("is never guessed from another word", arguments: ["Fast", "slow", "1", " fast", "long "])
  func unknown(word: String) {
    let error = #expect(throws: TestSize.UnknownWord.self) { try TestSize(word: word) }
    #expect(error.map { "\($0)" } == "FANGPIN_TESTS=\(word): a size is one of fast, ordinary, long")
  }

  @Test("has an order, by which tests are left out")
  func order() {
    #expect(TestSize.allCases.sorted() == [.fast, .ordinary, .long])
    #expect(TestSize.fast < .ordinary && TestSize.ordinary < .long)
  }

  @Test("takes at least one case of everything, and in a larger run no fewer")
  func volumes() {
    let chosen = TestSize.volume(fast: 1, ordinary: 10, long: 100)
    #expect(chosen == [.fast: 1, .ordinary: 10, .long: 100][TestSize.current])
    #expect(
      TestSize.seeds(fast: 2, ordinary: 3, long: 4).count == 2 + (chosen == 1 ? 0 : chosen == 10 ? 1 : 2))
    let some = TestSize.spread(Array(0..<10), fast: 3)
    #expect(some == (TestSize.current == .fast ? [0, 3, 6] : Array(0..<10)))
    #expect(TestSize.spread(["one"], fast: 3) == ["one"])
  }
}
