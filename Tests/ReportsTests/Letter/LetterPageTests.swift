import BrowserKit
import Casebook
import Claims
import ExplainKit
import Foundation
import Journal
import OfficeKit
import Reports
import Rules
import TestKit
import Testing
import Units

/// Letters as they are seen: on a telephone, on a desktop, in the dark, and on one sheet of paper.
@Suite("Letters", .serialized, .enabled(if: Browser.isWanted, "\(Browser.whyNot)"))
struct LetterPageTests {
  /// One situation for each row of the decision table.
  private static let rows = Reason.allCases.compactMap { reason in
    Situation.all.first { $0.derivation.decision.reason == reason }
  }

  @Test(
    "on each of the 23 reasons are without fault on every screen, and one sheet of A4",
    arguments: Language.allCases)
  func reasons(_ language: Language) throws {
    try withOffice { office in
      let number = try office.declare("H1", 18_000)
      try office.bring(number, to: .approved)
      let base = try office.letter(number)
      #expect(Self.rows.count == 23)
      let letters = Self.rows.map { base.telling($0) }
      let pages = letters.map { LetterPage($0, in: language).text }
      let seen = try Browser().measure(pages)
      for (situation, screens) in zip(Self.rows, seen) {
        #expect(screens.flatMap { $0.faults } == [], "\(situation)")
        // What is left of A4 between the margins of the sheet, top to bottom.
        #expect(screens.last.map { $0.height <= 1024 } == true, "\(situation): \(screens.last?.height ?? 0)")
        let decision = situation.derivation.decision
        for screen in screens {
          #expect(screen.language == (language == .zh ? "zh-Hans" : "en"))
          let payout = decision.outcome == .pended ? [] : [decision.payout.grouped]
          #expect(screen.texts("figure", "payout") == payout, "\(situation)")
          #expect(
            screen.texts.byID["capitals"] == payout.first.map { _ in decision.payout.capitals },
            "\(situation)")
          #expect((screen.texts.byID["changes"] == nil) == (decision.outcome == .approved), "\(situation)")
          #expect((screen.texts.byID["hand-in"] == nil) == (decision.outcome != .pended), "\(situation)")
          for code in Reason.allCases.map(\.code) where code.contains("-") {
            #expect(!screen.texts.all.contains(code))
          }
        }
      }
      let paper = try Browser().print(together: pages)
      #expect(try paper.sheets == pages.count)
      #expect(try paper.size.contains("A4"))
    }
  }

  /// What takes the most room.
  private static let fullest: [Situation] = [
    .init(
      name: "everything is missing", county: County(silentLine: true),
      household: Situation.household(group: nil, members: nil, income: nil, assets: [nil, nil, nil]),
      bills: [.init("100000000", day: "2030-03-05", cause: 1)]),
    .init(
      name: "everything stands against it", county: County(silentLine: true, until: .of("2018-01-31")),
      household: Situation.household(income: "99999999999", assets: [999_999_999, 999_999_999, 999_999_999]),
      bills: [.init("100000000", peril: 2, cause: 0), .init("99999999.99", peril: 2, cause: 0)]),
    .init(
      name: "pended with all that can be missing",
      household: Situation.household(income: nil, assets: [nil, nil, nil]),
      bills: [.init("100000000", id: "C-1"), .init("99999999.99", id: "C-1", day: "2018-03-06", cause: 1)]),
    .init(
      name: "largest by band", county: County(reading: .byBand), household: Situation.household(group: 1),
      bills: [.init("99999999.99"), .init("99999999.98", day: "2018-05-05")],
      carried: Account(accumulated: Yuan(fen: 999_999_999_999), paid: Yuan(fen: 1))),
    .init(
      name: "to the cap again", county: County(reading: .byBand),
      bills: [.init("20000.03", peril: 1), .init("99999999.99", peril: 1, day: "2018-05-05")]),
  ]

  @Test("with the longest names, lists and sums stay on one sheet", arguments: Language.allCases)
  func fullest(_ language: Language) throws {
    try withOffice { office in
      let household = "H-" + String(repeating: "0123456789", count: 12)
      try office.register(
        household, township: "阿坝藏族羌族自治州示范乡人民政府", village: String(repeating: "东", count: 30))
      let name = "阿卜杜热西提·买买提吐尔逊·玉素甫江·阿卜力米提"
      let number = try office.declare(household, 18_000, as: name)
      try office.bring(number, to: .approved)
      let base = try office.letter(number)
      let pages = Self.fullest.map { LetterPage(base.telling($0), in: language).text }
      let seen = try Browser().measure(pages)
      for (situation, screens) in zip(Self.fullest, seen) {
        #expect(screens.flatMap { $0.faults } == [], "\(situation)")
        for screen in screens {
          #expect(screen.texts.byID["addressee"] == name && screen.texts.byID["household"] == household)
        }
      }
      #expect(try Browser().print(together: pages).sheets == pages.count)
      try Gallery.keep(pages[1], as: "letter-fullest.\(language)", with: Browser(), screens: [.phone])
    }
  }

  @Test(
    "of real cases say where the money is, and what they show is what the casebook and the bank's file say")
  func states() throws {
    try withOffice { office in
      let states: [CaseState] = [.approved, .settled, .paid, .returned, .pended, .reversed]
      var numbers: [Int] = []
      for (index, state) in states.enumerated() {
        let number = try office.declare("H\(index + 1)", 18_000 + Int64(index) * 1000, as: "王小明")
        try office.bring(number, to: state)
        numbers.append(number)
      }
      let bank = office.file("again.csv").path
      #expect(try office.run("settle", "--again", "1", "--out", bank, as: .cashier).exitCode == 0)
      let sent = try String(contentsOfFile: bank, encoding: .utf8).split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      #expect(!sent.isEmpty)
      for language in Language.allCases {
        let folder = office.file("letters-\(language)").path
        let run = try office.fangpin(
          ["letter"] + numbers.map(String.init) + ["--out", folder, "--casebook", office.path], in: language)
        #expect(run.exitCode == 0, "\(run.talk)")
        let pages = try numbers.map {
          try String(contentsOfFile: "\(folder)/letter-\($0).html", encoding: .utf8)
        }
        let seen = try Browser().measure(pages)
        for (number, screens) in zip(numbers, seen) {
          #expect(screens.flatMap { $0.faults } == [])
          let file = try office.casefile(number)
          let phone = try #require(screens.first)
          #expect(phone.texts.byID["addressee"] == "王小明")
          #expect(phone.texts("figure", "amount") == [file.amount.grouped])
          for secret in ["6222020000", "11010519491231002X", "13800138000"] {
            #expect(!phone.texts.all.contains(secret))
          }
          if let row = sent.first(where: { $0[2] == "\(number)" }) {
            #expect(phone.texts("figure", "payout") == [Yuan(row[4])?.grouped])
            #expect(phone.texts.byID["money"]?.contains("****0000") == true)
          }
          #expect((phone.texts.byID["money"] == nil) == (file.state == .pended))
          let head = try #require(phone.texts.byID["head"])
          #expect(head.wholeMatch(of: #/\d+ [0-9a-f]{4}(-[0-9a-f]{4}){7}/#) != nil, "\(head)")
        }
        try Gallery.keep(pages[0], as: "letter-approved.\(language)", with: Browser(), measured: seen[0])
        try Gallery.keep(pages[4], as: "letter-pended.\(language)", with: Browser(), screens: [])
        #expect(try Browser().print(together: pages).sheets == pages.count)
      }
    }
  }

  @Test("where the name was forgotten, that is said, and the page is still whole")
  func forgotten() throws {
    try withOffice { office in
      let number = try office.declare("H1", 18_000, as: "王小明")
      try office.bring(number, to: .paid)
      try office.forget("H1")
      for language in Language.allCases {
        let page = LetterPage(try office.letter(number), in: language).text
        #expect(!page.contains("王") && !page.contains("0000000"))
        let seen = try Browser().measure(page)
        #expect(seen.flatMap { $0.faults } == [])
        #expect(
          seen.first?.texts.byID["addressee"]?.contains(
            language == .zh ? "已按规定删除" : "was deleted, as required") == true)
        #expect(
          seen.first?.texts.byID["money"]?.contains(language == .zh ? "已按规定删除" : "deleted since, as required")
            == true)
      }
    }
  }

  @Test("in English are in English, and in Chinese in Chinese")
  func languages() throws {
    try withOffice { office in
      let number = try office.declare("H1", 18_000, as: "John Smith")
      try office.bring(number, to: .approved)
      let base = try office.letter(number)
      for situation in Self.rows {
        let page = LetterPage(base.telling(situation), in: .en).text
        let english = page.replacing(
          #/<style>[\s\S]*<\/style>|<span id="capitals"[^>]*>[^<]*<\/span>/#, with: "")
        #expect(!english.hasChinese, "\(situation): \(english)")
      }
    }
  }
}
