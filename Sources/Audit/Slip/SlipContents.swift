import Casebook
import Claims
package import Journal
import Rules

/// What the entries of a slip are to one another: told from what each of them says, not from where it stands.
package struct SlipContents: Sendable {
  /// An entry, and its place among the slip's parts.
  struct Placed: Sendable {
    let index: Int
    let entry: Entry
  }

  /// The entries of the case, its opening first.
  private(set) var steps: [Placed] = []
  /// Facts about households.
  private(set) var facts: [Placed] = []
  /// Those that bring a key into the journal.
  private(set) var enrolments: [Placed] = []
  /// What has no place in this slip.
  private(set) var unrelated: [Placed] = []
  /// Parts that are no entries.
  private(set) var unreadable: [(index: Int, line: Int)] = []
  /// The schemes that the slip brings.
  package let schemes: [SlipScheme]
  /// What the words of its entries mean.
  let names: SlipNames

  init(_ slip: Slip) {
    schemes = (slip.schemes ?? []).map(SlipScheme.init)
    let known = schemes.compactMap { brought in brought.scheme.map { (brought.digest, $0) } }
    names = slip.schemes == nil ? .builtIn : .brought(Dictionary(known) { first, _ in first })
    for (index, part) in slip.parts.enumerated() {
      switch Entry.read(leafBytes: Array(part.text.utf8)) {
      case .failure(let bad): unreadable.append((index, bad.line))
      case .success(let entry): take(Placed(index: index, entry: entry), slip.number)
      }
    }
  }

  private mutating func take(_ placed: Placed, _ number: Int) {
    let entry = placed.entry
    if entry.isEnrolment {
      enrolments.append(placed)
    } else if entry.caseNumber == number, entry.kind.standsOnSlips {
      steps.append(placed)
    } else if [.household, .asset, .verify].contains(entry.kind) {
      facts.append(placed)
    } else {
      unrelated.append(placed)
    }
  }

  /// Whether it leaves open who signed its head.
  package var showsNoSigner: Bool { enrolments.isEmpty }

  /// All entries that could be read, in the order of the slip.
  var all: [Placed] { (steps + facts + enrolments + unrelated).sorted { $0.index < $1.index } }

  /// The digests of the schemes that the steps of the case name.
  var schemesNamed: [String] { steps.map(\.entry).schemesNamed }

  /// Whether its words can be told: those of a scheme only where the slip brings it as the steps name it.
  var areNamesProven: Bool {
    switch names {
    case .builtIn: true
    case .brought(let known):
      schemes.map(\.digest) == schemesNamed && schemesNamed.allSatisfy { known[$0] != nil }
    }
  }

  /// The entry that opened the case; `nil` where there is none, or where it is not the first.
  package var opening: Entry? {
    guard let first = steps.first?.entry, first.kind.isOpening else { return nil }
    return first
  }

  /// What befell, as it was amended before an entry; `nil` where nothing opens the case.
  func claim(before number: Int = .max) -> CaseOpening? {
    let amended = steps.last { $0.entry.number < number && $0.entry.kind == .amend }
    return amended?.entry.statement(AmendStatement.self)?.becomes.opening ?? opening?.opening
  }

  /// The claim's id, as it was amended last; `nil` of a case that came in without one.
  var claimID: String? {
    let amended = steps.last { $0.entry.kind == .amend }?.entry.statement(AmendStatement.self)
    return amended?.becomes.claim ?? opening?.statement(DecideStatement.self)?.claim
  }

  /// The adjudicator's decisions on the case, in their order.
  var decisions: [Placed] { steps.filter { $0.entry.kind == .approve || $0.entry.kind == .decide } }

  /// Where the last of its steps leaves the case.
  package var state: CaseState? {
    steps.last { $0.entry.toWord != nil }?.entry.to
  }

  /// The entries that carry free text of the offices: whoever hands a slip out reads them first.
  package var noted: [(number: Int, text: String)] {
    all.compactMap { placed in
      placed.entry.ownWords.first.flatMap { Reason(code: $0) == nil ? (placed.entry.number, $0) : nil }
    }
  }
}

extension [Entry] {
  /// The digests of the schemes under which they were recorded, each once, in their order.
  var schemesNamed: [String] {
    map(\.scheme).reduce(into: []) { named, digest in
      if !named.contains(digest) { named.append(digest) }
    }
  }
}
