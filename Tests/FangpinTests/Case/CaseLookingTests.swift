import Casebook
import Foundation
import Journal
import OfficeKit
import TestKit
import Testing
import Units

@Suite("Looking at cases")
struct CaseLookingTests {
  @Test(
    "a list is filtered by state, household and what is open",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func list(language: Language) throws {
    try withOffice { office in
      let empty = try office.run("list", in: language)
      #expect(empty.exitCode == 0 && empty.text.isEmpty && !empty.talk.isEmpty)
      for (household, state) in [
        ("H2", CaseState.paid), ("H3", .disclosed), ("H2", .opened), ("H4", .withdrawn),
      ] {
        try office.bring(try office.declare(household, 25_000), to: state)
      }
      func numbers(_ words: String...) throws -> [String] {
        let run = try office.run(["list"] + words, in: language)
        #expect(run.exitCode == 0)
        return run.text.split(separator: "\n").dropFirst().compactMap {
          $0.split(separator: " ").first.map(String.init)
        }
      }
      #expect(try numbers() == ["1", "2", "3", "4"])
      #expect(try numbers("--state", "disclosed") == ["2"])
      #expect(try numbers("--household", "H2") == ["1", "3"])
      #expect(try numbers("--household", "H2", "--state", "paid") == ["1"])
      #expect(try numbers("--waiting") == ["2", "3"])
      let text = try office.run("list", in: language).text
      #expect(text.contains(language == .zh ? "因病" : "illness") && text.contains("12,000.00"))
    }
  }

  @Test(
    "an inbox says what waits for whom, since when and until when",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func inbox(language: Language) throws {
    try withOffice { office in
      let zh = language == .zh
      let states: [CaseState] = [
        .opened, .visited, .disclosed, .confirmed, .approved, .settled, .returned, .paid,
      ]
      for (index, state) in states.enumerated() {
        try office.bring(try office.declare("H\(index + 2)", 25_000), to: state)
      }
      func lines(_ words: String...) throws -> [String] {
        let run = try office.run(["inbox", "--on", "2018-03-27"] + words, in: language)
        #expect(run.exitCode == 0)
        return run.text.split(separator: "\n").dropFirst().map(String.init)
      }
      #expect(try lines().count == 7)
      let department = try lines("--role", "department")
      #expect(department.count == 1)
      #expect(
        department.first?.contains(zh ? "住房、经营主体、车辆" : "dwellings, business entities, vehicles") == true)
      #expect(
        try lines("--role", "township").first?.hasSuffix(zh ? "2018-03-16 起可确认" : "confirm from 2018-03-16")
          == true)
      // Approved on Monday, 2018-03-19: five working days on is the next Monday.
      let insurer = try lines("--role", "insurer")
      #expect(insurer.count == 2)
      #expect(
        insurer.allSatisfy { $0.hasSuffix(zh ? "2018-03-26，已逾期" : "2018-03-26, overdue") }, "\(insurer)")
      let onTime = try office.run("inbox", "--role", "insurer", "--on", "2018-03-26", in: language)
      #expect(onTime.text.contains("2018-03-26") && !onTime.text.contains(zh ? "已逾期" : "overdue"))
      #expect(try lines("--key", office.key(.county)).count == 3)
    }
  }

  @Test(
    "an inbox leaves out what its actor may not do", arguments: TestSize.spread(Language.allCases, fast: 1))
  func ownInbox(language: Language) throws {
    try withOffice { office in
      try office.bring(try office.declare("H1", 25_000), to: .visited)
      try office.bring(try office.declare("H2", 25_000, by: .county), to: .confirmed)
      for (desk, count) in [(CountyOffice.Desk.village, 1), (.kin, 0), (.county, 0), (.deputy, 1)] {
        let run = try office.run("inbox", "--key", office.key(desk), in: language)
        #expect(run.exitCode == 0)
        #expect(run.text.split(separator: "\n").dropFirst().count == count, "\(desk): \(run.text)")
      }
    }
  }

  @Test(
    "pending, releasing, withdrawing and reversing are seen in what a case shows",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func turns(language: Language) throws {
    try withOffice { office in
      let zh = language == .zh
      let number = "\(try office.declare("H2", 25_000))"
      #expect(
        try office.run("pend", number, "--reason", "invoice", as: .insurer, on: "2018-03-06", in: language)
          .exitCode == 0)
      #expect(
        try office.run("release", number, "--note", "came", as: .county, on: "2018-03-07", in: language)
          .exitCode
          == 0)
      #expect(try office.casefile(1).state == .opened)
      #expect(
        try office.run("withdraw", number, "--reason", "twice", as: .village, on: "2018-03-08", in: language)
          .exitCode == 0)
      let shown = try office.run("show", number, in: language).text
      for words in [
        zh ? "挂起：invoice" : "pended: invoice", zh ? "：came" : ": came", zh ? "撤回：twice" : "withdrawn: twice",
      ] {
        #expect(shown.contains(words), "\(shown)")
      }
      let paid = try office.declare("H3", 25_000)
      try office.bring(paid, to: .paid)
      func reverse(_ money: String...) throws -> FangpinProcess.Outcome {
        try office.run(
          ["reverse", "\(paid)", "--reason", "insured"] + money, as: .deputy, on: "2018-04-02", in: language)
      }
      let unsaid = try reverse()
      #expect(unsaid.exitCode == 4 && unsaid.talk.contains("--money"), "\(unsaid.talk)")
      #expect(try reverse("--money", "not-sent").exitCode == 4)
      let reversed = try reverse("--money", "claimed")
      #expect(reversed.exitCode == 0 && reversed.talk.contains("12,000.00"), "\(reversed.talk)")
      #expect(
        try office.run("show", "\(paid)", in: language).text.contains(zh ? "冲正：insured" : "reversed: insured")
      )
      let state = try Casebook.open(office.path).currentState()
      #expect(state.paid == Yuan("12000") && state.committed == .zero && state.left == Yuan("988000"))
      let fund = try office.fangpin(["casebook", "fund", "--casebook", office.path], in: language).text
      #expect(fund.contains(zh ? "应由农户退还（不在结余内）" : "owed back by households"), "\(fund)")
      let more = try office.run("repaid", "\(paid)", "12000.01", as: .deputy, on: "2018-04-03", in: language)
      #expect(more.exitCode == 4 && more.talk.contains("12,000.00"), "\(more.talk)")
      let back = try office.run("repaid", "\(paid)", "2000", as: .deputy, on: "2018-04-03", in: language)
      #expect(back.exitCode == 0 && back.talk.contains("10,000.00"), "\(back.talk)")
      #expect(try Casebook.open(office.path).currentState().left == Yuan("990000"))
      #expect(try office.corrected().isEmpty)
    }
  }

  @Test("text from a file cannot steer the terminal")
  func control() throws {
    try withOffice { office in
      let number = "\(try office.declare("H2", 25_000))"
      #expect(
        try office.run("pend", number, "--reason", "a\u{1B}[2Jb", as: .insurer, on: "2018-03-06").exitCode
          == 0)
      #expect(try !office.run("show", number).text.contains("\u{1B}"))
    }
  }
}
