package import Journal
package import Units

/// The three questions an audit answers, kept apart: one can be answered yes and another no.
package enum Verdict: String, CaseIterable, Sendable {
  /// Whether every byte of the journal is the one that was signed.
  case bytes
  /// Whether nothing is missing: no number, no head, nothing after the head that was given.
  case history
  /// Whether every decision, sum and derived table is what the journal and the recorded scheme make it.
  case results

  /// The question, for people.
  package var name: Wording {
    switch self {
    case .bytes: Wording(zh: "字节完好", en: "bytes intact")
    case .history: Wording(zh: "历史完整", en: "history complete")
    case .results: Wording(zh: "结果正确", en: "results right")
    }
  }
}

/// Something that does not hold, and what it should be.
package struct AuditFault: Hashable, Sendable {
  /// Which of the three it tells against.
  package let verdict: Verdict
  /// The entry's number, where it is one entry's.
  package let entry: Int?
  /// What is wrong.
  package let what: Wording
  /// What it should be; `nil` where there is nothing to put in its place.
  package let should: Wording?

  init(_ verdict: Verdict, entry: Int? = nil, _ what: Wording, should: Wording? = nil) {
    self.verdict = verdict
    self.entry = entry
    self.what = what
    self.should = should
  }
}

/// What an audit of a casebook found.
package struct Verification: Sendable {
  /// How many entries were read, and how many heads.
  package internal(set) var entries = 0
  package internal(set) var heads = 0
  /// The casebook's id; empty where its first entry makes no sense.
  package internal(set) var book = ""
  /// The last head, as it is printed; `nil` where there is none.
  package internal(set) var head: HeadCode?
  /// The rules of procedure that it is kept by, where they are not this program's: then no step was taken again.
  package internal(set) var otherProcedure: Procedure?
  /// Whether the derived tables were held against the journal: not those of an earlier version.
  package internal(set) var areTablesCompared = true
  /// How many decisions were made again, and what they come to.
  package internal(set) var decisions = 0
  package internal(set) var payout = Yuan.zero
  /// Payments and rows of payout files held against the journal.
  package internal(set) var payoutRows = 0
  /// Rows of personal data that fit the journal, and that were forgotten and can no longer be checked.
  package internal(set) var personal = 0
  package internal(set) var notCheckable = 0
  /// Whether it is an extract, and how many rows of personal data it leaves out.
  package internal(set) var isExtract = false
  package internal(set) var leftOut = 0
  /// Whether every index of the derived tables was held against its table: in a large file only when it is asked for.
  package internal(set) var areIndexesChecked = true
  /// What was found, in the order in which it was; the first ones where there are very many.
  package private(set) var faults: [AuditFault] = []
  private var counts: [Verdict: Int] = [:]
  /// Verdicts that could not be reached at all, and why.
  package internal(set) var open: [Verdict: Wording] = [:]

  /// More are counted, but not told.
  package static let most = 1000

  init() {}

  /// How many faults tell against a verdict, told or not.
  package func count(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  /// Whether all three are answered yes.
  package var isClean: Bool { counts.isEmpty && open.isEmpty }

  mutating func add(_ fault: AuditFault, times: Int = 1) {
    counts[fault.verdict, default: 0] += times
    if faults.count < Verification.most { faults.append(fault) }
  }
}
