import Foundation
package import Testing

/// How much the tests do, as `FANGPIN_TESTS` says; the ordinary amount where it says nothing.
package enum TestSize: String, CaseIterable, Comparable, Sendable {
  /// Under two minutes in debug on two cores: for whoever has just changed something.
  case fast
  /// What `.ci/run` does before anything is merged.
  case ordinary
  /// Large volumes, whose figures stand in the article on testing.
  case long

  /// A word that names no size.
  package struct UnknownWord: Error, CustomStringConvertible {
    package let word: String
    package var description: String {
      "FANGPIN_TESTS=\(word): a size is one of \(TestSize.allCases.map(\.rawValue).joined(separator: ", "))"
    }
  }

  /// The size that a word names.
  package init(word: String?) throws(UnknownWord) {
    guard let word, !word.isEmpty else {
      self = .ordinary
      return
    }
    guard let size = TestSize(rawValue: word) else { throw UnknownWord(word: word) }
    self = size
  }

  /// The size of this run. An unknown word ends it: a run of another size than the one meant would pass for it.
  package static let current: TestSize = {
    do throws(UnknownWord) {
      return try TestSize(word: ProcessInfo.processInfo.environment["FANGPIN_TESTS"])
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(2)
    }
  }()

  package static func < (left: TestSize, right: TestSize) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .fast: 0
    case .ordinary: 1
    case .long: 2
    }
  }

  /// What a run of this size takes of something.
  package static func volume<Amount>(fast: Amount, ordinary: Amount, long: Amount) -> Amount {
    switch current {
    case .fast: fast
    case .ordinary: ordinary
    case .long: long
    }
  }

  /// Seeds from 1 on, so many as the size asks for: at least one.
  package static func seeds(fast: UInt64, ordinary: UInt64, long: UInt64) -> ClosedRange<UInt64> {
    let count = volume(fast: fast, ordinary: ordinary, long: long)
    precondition(count > 0, "a test without a seed would pass without a case")
    return 1...count
  }

  /// All cases, but in a fast run so many of them, evenly spread; the first is always among them.
  package static func spread<Case>(_ cases: [Case], fast count: Int) -> [Case] {
    precondition(count > 0 && !cases.isEmpty, "a test without a case would pass")
    guard current == .fast, count < cases.count else { return cases }
    return (0..<count).map { cases[$0 * cases.count / count] }
  }
}

extension Trait where Self == ConditionTrait {
  /// A test that only runs of this size or a larger one have.
  package static func from(_ size: TestSize) -> Self {
    .enabled(
      if: TestSize.current >= size, "FANGPIN_TESTS=\(TestSize.current.rawValue) leaves it out")
  }
}
