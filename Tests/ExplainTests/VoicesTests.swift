import Claims
import Explain
import ExplainKit
import Rules
import TestKit
import Testing
import Units

/// One derivation, three voices: they say the same thing, each to its own reader.
@Suite("Three voices")
struct VoicesTests {
  /// Words of the trade, which the villager's sentence does without.
  private static let trade = [
    "累计额", "预警线", "保障线", "封顶", "险别", "阶梯", "决定表", "理算", "案卷", "accumulator", "warning line",
    "protection line",
    "staircase", "the cap", "peril", "adjudicat", "decision table", "policy year", "claim id",
  ]

  @Test(
    "the villager's sentence has the payout, and neither a code nor a term of the trade",
    arguments: Situation.all)
  func sentence(_ situation: Situation) {
    let derivation = situation.derivation
    let explanation = Explanation(derivation)
    let sentence = explanation.sentence
    for text in [sentence.zh, sentence.en] {
      let payout = derivation.decision.payout.grouped
      #expect(text.contains(payout) == (derivation.decision.outcome != .pended), "\(text)")
      for code in Reason.allCases.map(\.code) where code.contains("-") {
        #expect(!text.contains(code), "\(text)")
      }
      let scheme = derivation.scheme
      let names = scheme.groups.map(\.name.en) + scheme.causes.map(\.name.en)
      for code in scheme.groups.map(\.id) + scheme.causes.map(\.id) where code.contains("-") {
        #expect(!text.contains(code) || names.contains { $0.contains(code) }, "\(text)")
      }
      for word in Self.trade { #expect(!text.contains(word), "\(word): \(text)") }
      #expect(!text.contains("  ") && !text.contains("。。") && !text.contains(".."), "\(text)")
    }
    #expect(!LanguagePurity.hasChinese(sentence.en) && LanguagePurity.english(in: sentence.zh) == [])
  }

  @Test(
    "what would have to be different stands in all three voices, from one source", arguments: Situation.all)
  func changes(_ situation: Situation) throws {
    let explanation = Explanation(situation.derivation)
    guard let passage = explanation.steps.first(where: { $0.code == "changes" }) else {
      #expect(explanation.derivation.decision.outcome == .approved)
      return
    }
    let json = explanation.json()
    #expect(!passage.remarks.isEmpty)
    for remark in passage.remarks {
      let plain = try #require(remark.plain, "\(remark.code) says nothing to the villager")
      for language in Language.allCases {
        let ladder = explanation.text(in: language).filter { !$0.isWhitespace }
        #expect(ladder.contains(remark.words[language].filter { !$0.isWhitespace }), "\(remark.code)")
        #expect(explanation.sentence[language].contains(plain[language]), "\(remark.code)")
        #expect(json.contains(plain[language]) && json.contains(remark.words[language]), "\(remark.code)")
      }
      for named in remark.values {
        guard case .yuan(let sum) = named.value, remark.words.en.contains(sum.grouped) else { continue }
        #expect(json.contains("\"\(named.key)\": \"\(sum)\""), "\(remark.code): \(named.key)")
      }
    }
  }

  /// One situation for each row of the table, the first.
  private static let rows = Reason.allCases.compactMap { reason in
    Situation.all.first { $0.derivation.decision.reason == reason }
  }

  @Test(
    "each of the 23 reasons is said as it is kept: the sentence, then the ladder",
    arguments: Language.allCases)
  func kept(_ language: Language) throws {
    #expect(Self.rows.count == 23)
    let said = Self.rows.map { situation in
      let explanation = Explanation(situation.derivation)
      return "— \(situation.derivation.decision.reason.row) —\n\(explanation.sentence[language])\n\n"
        + explanation.text(in: language)
    }
    try Golden.expect(
      said.joined(separator: "\n"), in: "Tests/ExplainTests/Golden/reasons.\(language.rawValue).txt")
  }

  @Test("each of the 23 reasons has its JSON as it is kept")
  func keptJSON() throws {
    #expect(Self.rows.count == 23)
    try Golden.expect(
      Self.rows.map { Explanation($0.derivation).json() }.joined(),
      in: "Tests/ExplainTests/Golden/reasons.json")
  }
}
