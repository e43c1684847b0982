import Casebook
import Explain
import Journal
import OfficeKit
import Reports
import SchemeKit
import TestKit
import Testing
import Units

/// Letters of a county with a scheme of its own; no browser is needed.
@Suite("Letters of another county")
struct OtherCountyLetterTests {
  private let foreign = [
    "因病", "非高标准脱贫户", "魏县", "illness", "out of poverty", "Wei County", "住院", "inpatient",
  ]

  @Test(
    "name what befell, the county and its plan as its scheme does, and no other", arguments: Language.allCases
  )
  func names(_ language: Language) throws {
    let own =
      language == .zh
      ? ["大病", "转诊", "南山防贫保障"] : ["hospital bills", "referral", "Nanshan protection plan"]
    try withOffice(under: .ofAnotherCounty()) { office in
      for (household, amount, state) in [
        ("H2", 22_000, CaseState.paid), ("H3", 4_000, .denied), ("H4", 9_000, .pended),
      ] {
        let number = try office.declare(household, Int64(amount))
        try office.bring(number, to: state)
        let page = LetterPage(try office.letter(number), in: language).text
        for name in own { #expect(page.contains(name), "\(state): \(name)") }
        for name in foreign { #expect(!page.contains(name), "\(state): \(name)") }
      }
    }
  }

  @Test("reckon line by line as the staircase does", arguments: ["whole", "by-band"])
  func calculation(_ reading: String) throws {
    try withOffice(under: .ofAnotherCounty(reading: reading)) { office in
      let number = try office.declare("H2", 22_000)
      try office.bring(number, to: .approved)
      let letter = try office.letter(number)
      guard case .decision(let explanation) = letter.matter else {
        Issue.record("nothing was decided")
        return
      }
      let payment = try #require(explanation.calculation?.payment)
      #expect(payment.remaining == Yuan(fen: 1_700_000) && payment.cap?.amount == Yuan(fen: 3_000_000))
      let (parts, payout) =
        reading == "whole" ? ([0, 17_000, 0], Int64(10_200)) : ([10_000, 7_000, 0], 11_200)
      #expect(payment.lines.map(\.part) == parts.map { Yuan(fen: Int64($0) * 100) })
      #expect(payment.payout == Yuan(fen: payout * 100) && payment.earned == payment.payout)
      let page = LetterPage(letter, in: .en).text
      let lines = page.matches(of: /data-line="([a-z_]+)">([0-9.,]+)</).map { "\($0.1) \($0.2)" }
      let slices = reading == "whole" ? [] : ["slice 7,000.00", "slice 4,200.00"]
      let sum = payment.payout.grouped
      #expect(
        lines == ["amount 22,000.00", "warning_line 5,000.00", "remaining 17,000.00"] + slices
          + ["product \(sum)", "cap 30,000.00", "payout \(sum)"])
    }
  }
}
