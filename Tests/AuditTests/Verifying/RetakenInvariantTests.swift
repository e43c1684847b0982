import BookKit
import Casebook
import Foundation
import Journal
import TestKit
import Testing

@testable import Audit

/// Debug builds hold the invariants after each entry that is taken again, in every test that verifies a casebook: here
/// is that they can be broken.
@Suite("Invariants of a casebook that is derived again")
struct RetakenInvariantTests {
  @Test("hold of a book that was walked through, entry by entry")
  func hold() throws {
    try withScratchFolder { folder in
      let small = try SmallBook(in: folder, claims: 6)
      let retaken = try RetakenBook(small.path)
      for entry in try retaken.book.allEntries() {
        retaken.begin(entry.number)
        let bytes = entry.payload.canonical
        let claim = entry.statement(DecideStatement.self)
        let found = try unsafe bytes.withUnsafeBytes { try unsafe retaken.take(entry, claim, $0) }
        #expect(found.isEmpty && retaken._checkInvariants() == [])
      }
      #expect(retaken.state.cases == 6 && retaken.onFile.count == 6)
    }
  }

  @Test(
    "are broken by cases in the file that cannot be",
    arguments: [
      ([3...4, 6...6], nil), ([], nil),
      ([3...4, 5...6], "ranges of cases in the file meet, or do not ascend"),
      ([5...6, 1...2], "ranges of cases in the file meet, or do not ascend"),
      ([0...2], "a case in the file has no number"), ([5...7], "a case in the file was never opened"),
    ] as [([ClosedRange<Int>], String?)])
  func cases(_ ranges: [ClosedRange<Int>], _ broken: String?) {
    #expect(CasesOnFile(ranges)._checkInvariants(numbered: 6) == (broken.map { [$0] } ?? []))
  }
}
