import BrowserKit
import Casebook
import Foundation
import Journal
import OfficeKit
import Reports
import TestKit
import Testing
import Units

/// What hangs on the wall, as it is seen.
@Suite("Public notices", .serialized, .enabled(if: Browser.isWanted, "\(Browser.whyNot)"))
struct NoticePageTests {
  private static let names = ["王明", "王小明", "欧阳小明", "阿卜杜拉·买买提", "John Smith", nil]

  /// Cases under notice, and cases decided, in one village; returns their numbers.
  private func fill(_ office: CountyOffice, hanging: Int, decided: Int) throws -> (
    hanging: [Int], decided: [Int]
  ) {
    var numbers: [Int] = []
    for index in 0..<hanging + decided {
      // Below the line, paid, and large sums in turn; 30 households.
      let amount: Int64 = [3000, 18_000, 9_876_543][index % 3]
      let number = try office.declare("H\(index % 30 + 1)", amount, as: Self.names[index % Self.names.count])
      try office.bring(number, to: index < hanging ? .disclosed : index % 3 == 0 ? .denied : .approved)
      numbers.append(number)
    }
    return (Array(numbers.prefix(hanging)), Array(numbers.dropFirst(hanging)))
  }

  private func notice(_ office: CountyOffice, _ more: [String], _ language: Language) throws -> String {
    let run = try office.fangpin(
      ["notice", "--village", "Xi", "--casebook", office.path] + more, in: language)
    #expect(run.exitCode == 0, "\(run.talk)")
    return run.text
  }

  @Test("show every case with the casebook's figures, masked, without fault on every screen")
  func figures() throws {
    try withOffice { office in
      let (hanging, decided) = try fill(office, hanging: 12, decided: 9)
      for language in Language.allCases {
        let page = try notice(office, ["--on", "2018-03-19"], language)
        let seen = try Browser().measure(page)
        #expect(seen.flatMap { $0.faults } == [])
        for screen in seen {
          let tables = screen.texts.tables
          #expect(tables.map(\.id) == ["hanging", "decided"])
          let shown = tables.map { table in table.rows.filter { $0.first != "案件" && $0.first != "case" } }
          #expect(shown.map { $0.map { $0[0] } } == [hanging.map(String.init), decided.map(String.init)])
          for row in shown.joined() {
            let file = try office.casefile(try #require(Int(row[0])))
            #expect(row[3] == file.household && row[5] == file.amount.grouped)
            if decided.contains(file.number) {
              let nothing = language == .zh ? "不予赔付" : "denied"
              #expect(row[6] == (file.payout > .zero ? file.payout.grouped : nothing))
              #expect(row[7] == "2018-03-19")
            } else {
              #expect(row[7].contains("2018-03-09") && row[7].contains("2018-03-16"))
            }
          }
          let first = try #require(shown.first)
          #expect(first.map { $0[1] }.prefix(6) == ["王*", "王*明", "欧**明", "阿******提", "J*** S***", "—"])
          #expect(first.allSatisfy { $0[2] == "110105********002X" })
          #expect(!screen.texts.all.contains("19491231") && !screen.texts.all.contains("6222020000"))
          let head = try office.fangpin(["casebook", "head", "--casebook", office.path]).text
          #expect(screen.texts.byID["head"]?.filter { !$0.isWhitespace } == head.filter { !$0.isWhitespace })
          #expect(screen.texts.byID["objection"] != nil)
        }
        try Gallery.keep(page, as: "notice.\(language)", with: Browser(), measured: seen)
      }
    }
  }

  @Test("what is proposed is what the approval then decides")
  func proposals() throws {
    try withOffice { office in
      let numbers = try (1...3).map { try office.declare("H\($0)", [3000, 18_000, 40_000][$0 - 1]) }
      for number in numbers { try office.bring(number, to: .disclosed) }
      let before = try Browser().measure(try notice(office, ["--on", "2018-03-10"], .en), on: [.desktop])
      for number in numbers { try office.bring(number, to: number == numbers[0] ? .denied : .approved) }
      let after = try Browser().measure(try notice(office, ["--on", "2018-03-19"], .en), on: [.desktop])
      let (proposed, decided) = (before[0].texts.tables[0], after[0].texts.tables[0])
      #expect(proposed.id == "hanging" && decided.id == "decided" && proposed.rows.count == 4)
      #expect(proposed.rows.dropFirst().map { $0[6] } == decided.rows.dropFirst().map { $0[6] })
      #expect(proposed.rows.map { $0[6] }.contains("7,800.00"))
      let past = try Browser().measure(try notice(office, ["--on", "2018-03-10"], .en), on: [.desktop])
      #expect(past[0].texts.tables[0].rows.dropFirst().allSatisfy { $0[6] == "not kept" })
      #expect(past[0].texts.byID["not-kept"] != nil)
    }
  }

  @Test("of many cases take several sheets, with the table's head on each", arguments: Language.allCases)
  func manySheets(_ language: Language) throws {
    try withOffice { office in
      let (hanging, _) = try fill(office, hanging: 75, decided: 0)
      let page = try notice(office, ["--on", "2018-03-10"], language)
      let paper = try Browser().print(page)
      #expect(try paper.sheets > 1 && paper.size.contains("A4"))
      let texts = try paper.texts
      for text in texts where text.contains("****") {
        #expect(text.contains(language == .zh ? "户编号" : "household"), "\(text)")
      }
      // Every case is on a sheet, and none is cut in two.
      let shown = texts.joined().matches(of: #/110105\*{8}002X/#).count
      #expect(shown == hanging.count)
      try Gallery.keep(page, as: "notice-long.\(language)", with: Browser(), screens: [])
    }
  }

  @Test(
    "of a village without cases say so; long names and a forgotten person do no harm",
    arguments: Language.allCases)
  func edges(_ language: Language) throws {
    try withOffice { office in
      let household = "H-" + String(repeating: "0123456789", count: 6)
      try office.register(household, township: "Dong", village: "Nan")
      try office.register("HF", township: "Dong", village: "Nan")
      let empty = try office.fangpin(["notice", "--village", "Nan", "--casebook", office.path], in: language)
      let long = try office.declare(household, 100_000_000, as: String(repeating: "欧阳", count: 12))
      try office.bring(long, to: .disclosed)
      let gone = try office.declare("HF", 18_000, as: "王小明")
      try office.bring(gone, to: .paid)
      try office.forget("HF")
      let more = ["--on", "2018-03-20", "--casebook", office.path]
      let full = try office.fangpin(["notice", "--village", "Nan"] + more, in: language)
      let seen = try Browser().measure([empty.text, full.text])
      #expect(seen.count == 2 && seen.flatMap { $0.flatMap { $0.faults } } == [])
      #expect(seen[0].allSatisfy { $0.texts.tables.isEmpty && $0.texts.byID["hanging-none"] != nil })
      let forgotten = seen[1][2].texts.tables.last?.rows.last
      #expect(forgotten?[1].contains(language == .zh ? "删除" : "deleted") == true && forgotten?[2] == "—")
      #expect(!full.text.contains("王小明"))
    }
  }

  @Test("a village of two townships is asked about, and one that is none is refused")
  func townships() throws {
    try withOffice { office in
      try office.register("HN", township: "Nan", village: "Xi")
      func run(_ words: [String]) throws -> FangpinProcess.Outcome {
        try office.fangpin(["notice", "--casebook", office.path] + words)
      }
      let both = try run(["--village", "Xi"])
      #expect(both.exitCode == 4 && both.talk.contains("Dong, Nan") && both.text.isEmpty)
      #expect(try run(["--village", "Xi", "--township", "Nan"]).exitCode == 0)
      #expect(try run(["--village", "Xi", "--township", "Bei"]).exitCode == 4)
      #expect(try run(["--village", "Nowhere"]).exitCode == 4)
      #expect(try run(["--village", "Xi", "--on", "2018-3"]).exitCode == 2)
      #expect(try run(["--village", "Xi", "--on", "2018-03-01", "--since", "2018-04-01"]).exitCode == 2)
    }
  }
}
