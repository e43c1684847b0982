package import Casebook
package import Compare
package import Files
import Journal
import Sealing
package import Tables
import Units

/// How two casebooks stand to each other.
package enum Kinship: Hashable, Sendable {
  /// They were created apart.
  case unrelated
  /// The same, entry by entry.
  case same
  /// The shorter is how the longer began; it has so many entries.
  case beginning(ofB: Bool, entries: Int)
  /// They were one, and went apart: the shorter's head does not fit the longer.
  case parted

  /// Tells by the ids and the heads: the shorter's last head must fit the longer's first entries, both computed anew.
  package static func of(_ a: Casebook, _ b: Casebook) throws(CasebookError) -> Kinship {
    let (stateA, stateB) = (try a.currentState(), try b.currentState())
    guard stateA.id == stateB.id else { return .unrelated }
    let size = min(stateA.entries, stateB.entries)
    guard let rootA = try a.roots(at: [size])[size], let rootB = try b.roots(at: [size])[size], rootA == rootB
    else { return .parted }
    if stateA.entries == stateB.entries { return .same }
    return .beginning(ofB: stateA.entries < stateB.entries, entries: size)
  }
}

/// Compares two sides from end to end, and writes down what differs as it goes.
package struct DecisionComparing {
  /// What came of it.
  package struct Outcome {
    package let tally: Comparison.Tally
    package let pairs: [Comparison.ReasonPair: Comparison.PairSum]
    /// Rows that cannot be read, of each side.
    package let faultsA: [Reject]
    package let faultsB: [Reject]
    /// What the rows of A and of B gave rise to, where they are files.
    package let notes: (a: RowNotes, b: RowNotes)
    /// For two casebooks.
    package let kinship: Kinship?
  }

  private let a: DecisionSource
  private let b: DecisionSource
  private let reading: TableReading

  package init(_ a: DecisionSource, _ b: DecisionSource, _ reading: TableReading) {
    self.a = a
    self.b = b
    self.reading = reading
  }

  /// Compares.
  ///
  /// - Parameter different: is handed what differs, in the order of B, and then what only A has.
  package func run(_ different: (Difference) throws(CasebookError) -> Void) throws(CasebookError) -> Outcome {
    var kinship: Kinship?
    if case .casebook(let bookA) = a, case .casebook(let bookB) = b { kinship = try .of(bookA, bookB) }
    // Casebooks with one past number their cases alike; others match declared cases by what they are about.
    let byNumber = kinship.map { $0 != .unrelated } ?? true
    var comparison = Comparison()
    var (faultsA, faultsB): ([Reject], [Reject]) = ([], [])
    var notes = (a: RowNotes(), b: RowNotes())
    comparison.isListA = try rows(of: a, byNumber, &faultsA, &notes.a) { (decision) throws(CasebookError) in
      comparison.addA(decision)
    }
    let isListB = try rows(of: b, byNumber, &faultsB, &notes.b) { (decision) throws(CasebookError) in
      if let difference = comparison.addB(decision) { try different(difference) }
    }
    try comparison.finish(isListB: isListB, different)
    return Outcome(
      tally: comparison.tally, pairs: comparison.pairs, faultsA: faultsA, faultsB: faultsB, notes: notes,
      kinship: kinship)
  }

  /// Hands out the decisions of a side.
  ///
  /// - Returns: whether it is a mere list of payouts, without outcomes.
  private func rows(
    of source: DecisionSource, _ byNumber: Bool, _ faults: inout [Reject], _ notes: inout RowNotes,
    _ body: (ComparedDecision) throws(CasebookError) -> Void
  ) throws(CasebookError) -> Bool {
    switch source {
    case .casebook(let book):
      try book.snapshot { () throws(CasebookError) in
        try book.decisions { (decision) throws(CasebookError) in
          try body(ComparedDecision(decision, byNumber: byNumber))
        }
      }
      return false
    case .file(let path):
      var found: [Reject] = []
      let saysOutcomes = try DecisionFile(path, reading).rows(failing: CasebookError.init, notes: &notes) {
        (row) throws(CasebookError) in
        switch row {
        case .decision(let decision): try body(decision)
        case .fault(let fault): found.append(fault)
        case .totals: break
        }
      }
      faults = found
      return !saysOutcomes
    }
  }
}

extension ComparedDecision {
  /// A case's decision, under its claim id; a declared case is called by its number, or by what it is about.
  fileprivate init(_ decision: CaseDecision, byNumber: Bool) {
    let own = Casefile.ownClaimID(decision.number)
    let about =
      "\(decision.peril) \(decision.incurredOn) \(decision.amount)" + (decision.person.map { " \($0)" } ?? "")
    self.init(
      claim: decision.claimID ?? (byNumber ? own : about), household: decision.household,
      outcome: ComparedOutcome(decision.state), reason: decision.reason ?? "", payout: decision.payout)
  }
}

extension ComparedOutcome {
  /// What a case is taken for where it stands.
  fileprivate init(_ state: CaseState) {
    switch state {
    case .approved, .settled, .paid, .returned, .exhausted: self = .approved
    case .denied: self = .denied
    case .pended: self = .pended
    case .withdrawn: self = .withdrawn
    case .reversed: self = .reversed
    case .opened, .verified, .visited, .appraised, .disclosed, .confirmed: self = .undecided
    }
  }
}
