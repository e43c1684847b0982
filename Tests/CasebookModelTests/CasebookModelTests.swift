import Casebook
import Journal
import TestKit
import Testing

/// Random walks over the operations of the casebook, beside a slow, plain model of the rules of procedure, the decision
/// table and the fund, which shares no line with the engine.
@Suite struct CasebookModelTests {
  static let walks: [Walk] = TestSize.seeds(fast: 3, ordinary: 12, long: 40).map { seed in
    let schemes: [Walk.Scheme] = [.weiWhole, .weiByBand, .own]
    return Walk(
      seed: seed, scheme: schemes[Int(seed % 3)],
      steps: TestSize.volume(fast: 400, ordinary: 2_500, long: 2_500))
  }

  @Test("Library and model agree on every answer, state and balance", arguments: walks)
  func agrees(walk: Walk) async throws {
    let sight = try await WalkedOnce.shared.sight(of: walk)
    #expect(sight.disagreement.isEmpty)
    #expect(sight.steps == walk.steps)
    let refused = sight.refusals.values.reduce(0, +)
    #expect(
      refused * 5 > sight.steps && refused * 3 < sight.steps * 2, "\(refused) of \(sight.steps) were refused")
  }

  @Test("The walks meet every refusal, state and move there is for them", .from(.ordinary))
  func covers() async throws {
    try #require(!CasebookModelTests.walks.isEmpty)
    var all = Walk.Sight()
    for walk in CasebookModelTests.walks { all.add(try await WalkedOnce.shared.sight(of: walk)) }
    let refused = all.refusals.values.reduce(0, +)
    print("\(all.steps) steps, \(refused) refused: \(all.refusals.sorted { $0.key < $1.key })")
    print("reasons: \(all.reasons.sorted { $0.key < $1.key })")
    print("moves: \(all.moves.sorted { $0.key < $1.key })")
    // The others belong to imports and screenings, whose rows they reject, to files between offices, to changes of the scheme
    // and to books of before.
    let elsewhere: Set<Refusal.Code> = [
      .residentID, .badSeal, .unknownOffice, .otherProcedure, .noSuchImport, .inACase, .extract,
    ]
    for code in Refusal.Code.allCases where !elsewhere.contains(code) {
      #expect(all.refusals[code.rawValue] != nil, "never refused as \(code.rawValue)")
    }
    for state in CaseState.allCases {
      #expect(all.states[state.rawValue] != nil, "no case was ever \(state.rawValue)")
    }
    for move in StepKind.allCases.map(\.rawValue)
      + ["second", "list", "by lists", "succeed", "close-year", "reopen-year"]
    {
      #expect(all.moves[move] != nil, "never took \(move)")
    }
  }

  @Test("The model's table of moves is the casebook's", arguments: StepKind.allCases)
  func sameTable(move: StepKind) throws {
    let rule = try #require(PlainMove.table[move.rawValue])
    #expect(Set(move.rule.from.map(\.rawValue)) == rule.from)
    #expect(Set(move.rule.by.map(\.rawValue)) == rule.roles)
    #expect(move.rule.signs?.rawValue == rule.level)
  }

  @Test(
    "A model with one rule told wrongly is found out",
    arguments: TestSize.spread(PlainBook.Mistake.allCases, fast: 2))
  func canary(mistake: PlainBook.Mistake) throws {
    let found = try (1...32 as ClosedRange<UInt64>).contains { seed in
      // Under the county's own scheme hardly any case is proposed to be paid more.
      let scheme: Walk.Scheme = mistake == .oneOfficerSeconds ? .weiWhole : .own
      let walk = Walk(seed: seed, scheme: scheme, steps: 1_500, mistake: mistake)
      return try !walk.run().disagreement.isEmpty
    }
    #expect(found)
  }
}

/// Walks each walk once, whoever asks for what it saw.
private actor WalkedOnce {
  static let shared = WalkedOnce()
  private var walked: [UInt64: Task<Walk.Sight, any Error>] = [:]

  func sight(of walk: Walk) async throws -> Walk.Sight {
    let task = walked[walk.seed] ?? Task.detached { try walk.run() }
    walked[walk.seed] = task
    return try await task.value
  }
}
