package import Journal

/// What came of the cases behind one that counts otherwise now.
package struct Followed: Sendable {
  /// What those are paid that are not decided again, and would be.
  package var later: [LaterSum] = []
  /// Those that were decided again.
  package var again: [RedecideStatement] = []
  /// Those for which more was proposed.
  package var proposed: [Proposed] = []
  /// The cases that were taken up.
  package var taken: [Int] = []
}

/// What a case behind one that is reversed is paid and stays so, and what it would be.
package typealias LaterSum = ReverseStatement.LaterSum

/// An entry that proposes to pay more for a case.
package struct Proposed: Sendable {
  package let entry: Int
  package let statement: ProposeStatement
}
