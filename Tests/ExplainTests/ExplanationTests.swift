import Claims
import Explain
import ExplainKit
import Rules
import TestKit
import Testing
import Units

@Suite struct ExplanationTests {
  @Test func foreignWordsAreFound() {
    #expect(LanguagePurity.english(in: "按 C-1 的 covered 和 warning 办理") == ["warning"])
    #expect(LanguagePurity.hasChinese("paid，") && !LanguagePurity.hasChinese("2 × 3 – ✓ ▶ │"))
  }

  @Test func everyRowOfTheTableHasASituation() {
    let reasons = Set(Situation.all.map { $0.derivation.decision.reason })
    #expect(Reason.allCases.filter { !reasons.contains($0) } == [])
  }

  @Test(arguments: Situation.all)
  func everyStepSpeaksBothLanguages(_ situation: Situation) {
    let explanation = Explanation(situation.derivation)
    #expect(explanation.steps.count >= 3)
    let words = [explanation.headline] + explanation.steps.flatMap(\.wordings)
    #expect(words.count > 10)
    for wording in words {
      #expect(!wording.zh.isEmpty && !wording.en.isEmpty)
      #expect(!LanguagePurity.hasChinese(wording.en), "Chinese in the English '\(wording.en)'")
      #expect(LanguagePurity.english(in: wording.zh) == [], "English in the Chinese '\(wording.zh)'")
    }
  }

  @Test(arguments: Situation.all)
  func textsAreInOneLanguageAndWithinTheirColumns(_ situation: Situation) {
    let explanation = Explanation(situation.derivation)
    let en = explanation.text(in: .en)
    let zh = explanation.text(in: .zh)
    #expect(!LanguagePurity.hasChinese(en))
    #expect(LanguagePurity.english(in: zh) == [])
    for text in [en, zh] {
      for line in text.split(separator: "\n") {
        #expect(TextWidth.columns(line) <= 102, "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test(arguments: Situation.all)
  func numbersAreTheDecisions(_ situation: Situation) throws {
    let derivation = situation.derivation
    let decision = derivation.decision
    let explanation = Explanation(derivation)
    #expect(explanation.fact("amount", in: "declaration") == .yuan(derivation.claim.amount))
    let rows = explanation.steps[2].parts.compactMap { part -> Check? in
      if case .check(let check) = part { check } else { nil }
    }
    // Where no benefit sums by person, nobody needs to be told that row 15a does not apply.
    #expect(
      rows.map(\.row)
        == Reason.allCases.filter {
          $0.rawValue <= decision.reason.rawValue
            && ($0 != .personUnknown || derivation.scheme.needsPersons)
            && ($0 != .withdrawn || derivation.claim.corrects)
        })
    #expect(rows.filter(\.applies).map(\.row) == [decision.reason])
    guard let money = decision.money else {
      #expect(!explanation.steps.contains { $0.code == "account" || $0.code == "staircase" })
      return
    }
    #expect(explanation.fact("accumulator", in: "account") == .yuan(money.accumulator))
    guard decision.reason != .belowWarningLine else { return }
    #expect(explanation.fact("benefit", in: "staircase") == .yuan(money.benefit))
    #expect(explanation.fact("paid_before", in: "staircase") == .yuan(money.paidBefore))
    #expect(explanation.fact("payout", in: "staircase") == .yuan(decision.payout))
    guard case .exact(let product)? = explanation.fact("product", in: "staircase"),
      case .yuan(let earned)? = explanation.fact("earned", in: "staircase")
    else {
      Issue.record("no product")
      return
    }
    #expect((product.millionths + 500_000) / 1_000_000 == Int128(earned.fen))
  }

  @Test(arguments: Situation.all)
  func onlyWhatIsNotApprovedSaysWhatWouldHaveToBeDifferent(_ situation: Situation) {
    let derivation = situation.derivation
    let changes = Explanation(derivation).steps.first { $0.code == "changes" }
    #expect((changes == nil) == (derivation.decision.outcome == .approved))
    let codes = changes?.parts.compactMap { part -> String? in
      guard case .remark(let remark) = part, case .word(let code, _)? = remark.values.first?.value,
        remark.values.first?.key == "finding"
      else { return nil }
      return code
    }
    let further = derivation.decision.furtherFindings.map(\.code)
    if let codes { #expect(further.allSatisfy(codes.contains)) }
    #expect(changes?.parts.isEmpty != true)
  }

  @Test(arguments: Staircase.Reading.allCases, ["-100000000", "0", "100000000000"])
  func theLargestAmountsAreExplainedToo(_ reading: Staircase.Reading, _ income: String) {
    let limit = Yuan.accumulatorLimit
    let cap = Benefit.Cap.amount(.known(Yuan.claimLimit, County.taken), per: .person)
    for carried in [Account(), Account(accumulated: limit), Account(accumulated: limit, paid: limit)] {
      for illnessCap in [nil, cap] {
        let situation = Situation(
          name: "largest", county: County(reading: reading, illnessCap: illnessCap),
          household: Situation.household(members: 999_999_999, income: income),
          bills: [.init("0.01"), .init("100000000")], carried: carried)
        let explanation = Explanation(situation.derivation)
        #expect(!explanation.text(in: .zh).isEmpty && !explanation.json().isEmpty)
      }
    }
  }

  /// Each person's costs are summed apart, and the cap is the household's: another member was paid before.
  @Test func whatOthersWerePaidUnderTheCapIsShown() throws {
    let cap = Benefit.Cap.amount(.known(Yuan(fen: 1_000_000), County.taken), per: .household)
    let situation = Situation(
      name: "shared cap", county: County(illnessCap: cap, sumOver: .person),
      bills: [.init("18000", person: "P-1")])
    let plain = situation.derivation
    let money = Decision.Money(
      benefitIndex: 0, policyYear: PolicyYear(began: 2018), accumulator: Yuan(fen: 1_800_000),
      paidBefore: .zero, paidUnderCap: Yuan(fen: 700_000), benefit: Yuan(fen: 300_000))
    let derivation = Derivation(
      scheme: plain.scheme, claim: plain.claim, household: plain.household,
      decision: Decision(reason: .coveredToCap, payout: Yuan(fen: 300_000), findings: [], money: money))
    let explanation = Explanation(derivation)
    #expect(explanation.fact("paid_under_cap", in: "staircase") == .yuan(Yuan(fen: 700_000)))
    #expect(explanation.fact("payout", in: "staircase") == .yuan(Yuan(fen: 300_000)))
    // By band the person would earn 8,800.00, and still be held to the 3,000.00 left under the cap.
    #expect(!explanation.steps.contains { $0.code == "other-reading" })
  }

  @Test func aDenialSaysHowFarItWas() {
    func remark(_ name: String, _ code: String) -> [Remark.Named] {
      guard let situation = Situation.all.first(where: { $0.name == name }) else { return [] }
      return Explanation(situation.derivation).steps.flatMap(\.remarks).first { $0.code == code }?.values
        ?? []
    }
    func value(_ values: [Remark.Named], _ key: String) -> Value? { values.first { $0.key == key }?.value }
    #expect(value(remark("below-line", "short-of-line"), "short") == .yuan(Yuan(fen: 200_000)))
    let income = remark("income-above", "income-above-line")
    #expect(value(income, "over") == .exact(ExactYuan(Yuan(fen: 28_800))))
    #expect(value(income, "over_per_member") == .yuan(Yuan(fen: 7_200)))
    #expect(value(income, "most") == .yuan(Yuan(fen: 1_771_199)))
    let next = remark("no-further", "next-payment")
    #expect(value(next, "next_paid_at") == .yuan(Yuan(fen: 1_666_666)))
    let year = remark("cap-exhausted-april", "cap-of-year")
    #expect(value(year, "next_year_begins") == .day(.of("2018-04-01")))
  }

  @Test(arguments: ["no-further", "rounds-to-zero"])
  func theNextPaymentIsWhereItIsSaidToBe(_ name: String) throws {
    let situation = try #require(Situation.all.first { $0.name == name })
    let explanation = Explanation(situation.derivation)
    let remark = try #require(explanation.steps.flatMap(\.remarks).first { $0.code == "next-payment" })
    guard case .yuan(let more)? = remark.values.first(where: { $0.key == "further_cost" })?.value else {
      Issue.record("no further cost")
      return
    }
    var enough = situation
    enough.bills.append(.init(more.description))
    #expect(enough.derivation.decision.outcome == .approved)
    guard more.fen > 1 else { return }
    var less = situation
    less.bills.append(.init(Yuan(fen: more.fen - 1).description))
    #expect(less.derivation.decision.outcome == .denied)
  }
}

extension Explanation {
  fileprivate func fact(_ key: String, in step: String) -> Value? {
    steps.first { $0.code == step }?.parts.lazy.compactMap { part -> Value? in
      if case .fact(let fact) = part, fact.key == key { fact.value } else { nil }
    }.first
  }
}

extension Passage {
  var remarks: [Remark] {
    parts.compactMap { if case .remark(let remark) = $0 { remark } else { nil } }
  }

  /// Every wording that stands in it.
  var wordings: [Wording] {
    func words(_ value: Value) -> [Wording] {
      switch value {
      case .word(_, let name), .words(let name): [name]
      default: []
      }
    }
    return [title]
      + parts.flatMap { part -> [Wording] in
        switch part {
        case .fact(let fact): [fact.label] + words(fact.value) + (fact.note.map { [$0] } ?? [])
        case .check(let check): [check.finding.words]
        case .table(let table): table.columns.map(\.label) + table.rows.flatMap { $0.cells.flatMap(words) }
        case .remark(let remark): [remark.words] + remark.values.flatMap { words($0.value) }
        case .ladder(let ladder): ladder.rungs.map(\.range)
        }
      }
  }
}
