import Casebook
import Foundation
import Journal
import OfficeKit
import TestKit
import Testing
import Units

@Suite("A step that the rules of procedure do not allow")
struct CaseRefusalTests {
  /// The command line of a step on a case; `reconcile` names a payment and is tested beside the bank's answers.
  private static func words(_ step: StepKind, _ number: Int, _ office: CountyOffice) -> [String]? {
    let command = [step.rawValue, "\(number)"]
    switch step {
    case .reconcile: return nil
    case .verify: return command + ["--dwellings", "0"]
    case .appraise: return command + ["--supports", "no"]
    case .object: return command + ["--note", "car"]
    case .resolve: return command + ["--dismissed"]
    case .settle: return command + ["--out", office.file("out.csv").path]
    case .amend: return command + ["--compensated", "yes", "--reason", "x"]
    case .pend, .withdraw, .reverse: return command + ["--reason", "x"]
    case .repaid: return command + ["100"]
    default: return command
    }
  }

  private static func desk(_ step: StepKind) -> CountyOffice.Desk {
    switch step.rule.by.first {
    case .village: .village
    case .township: .township
    case .department: .department
    case .insurer: .insurer
    default: .county
    }
  }

  @Test(
    "is refused from every state with the legal ones named",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func illegal(language: Language) throws {
    try withOffice(fund: Yuan(fen: 20_000_000), onDeficit: "pend") { office in
      var refused = 0
      for (index, state) in TestSize.spread(CaseState.allCases, fast: 5).enumerated() {
        let amount: Int64 = state == .denied ? 1_000 : state == .exhausted ? 2_000_000 : 8_000
        let number = try office.declare("H\(index + 2)", amount)
        try office.bring(number, to: state)
        #expect(try office.casefile(number).state == state)
        let legal = StepKind.steps(from: state)
        for step in StepKind.allCases where !legal.contains(step) {
          guard let words = Self.words(step, number, office) else { continue }
          let run = try office.run(words, as: Self.desk(step), on: "2018-04-02", in: language)
          #expect(run.exitCode == 4, "\(words): \(run.talk)")
          if legal.isEmpty {
            #expect(run.talk.contains(language == .zh ? "此案已结" : "the case is closed"), "\(run.talk)")
          }
          for name in legal { #expect(run.talk.contains(name.rawValue), "\(words): \(run.talk)") }
          refused += 1
        }
        #expect(try office.casefile(number).state == state, "a refused step changes nothing")
      }
      #expect(refused > TestSize.volume(fast: 40, ordinary: 120, long: 120))
      #expect(!FileManager.default.fileExists(atPath: office.file("out.csv").path))
      #expect(try office.corrected().isEmpty)
    }
  }

  @Test(
    "is refused to the wrong role, to one who signed another level, and to a relative",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func separation(language: Language) throws {
    try withOffice { office in
      let zh = language == .zh
      func refused(_ run: FangpinProcess.Outcome, _ what: String) {
        #expect(run.exitCode == 4 && run.talk.contains(what), "\(run.talk)")
      }
      let own = try office.declare("H1", 25_000)
      try office.bring(own, to: .visited)
      refused(
        try office.run("appraise", "\(own)", "--supports", "yes", as: .kin, on: "2018-03-08", in: language),
        zh ? "须回避" : "related to it")
      refused(
        try office.run(
          "appraise", "\(own)", "--supports", "yes", as: .insurer, on: "2018-03-08", in: language),
        zh ? "须由村两委办理" : "is reserved for: village")
      let twice = try office.declare("H2", 25_000, by: .county)
      refused(
        try office.run("verify", "\(twice)", "--dwellings", "0", as: .county, on: "2018-03-06", in: language),
        zh ? "“受理”一级签过" : "signed the level 'intake'")
      try office.bring(twice, to: .confirmed)
      refused(
        try office.run("approve", "\(twice)", as: .county, on: "2018-03-19", in: language),
        zh ? "不能再签“县级审批”" : "may not sign 'county approval' too")
      refused(
        try office.run("approve", "\(twice)", as: .township, on: "2018-03-19", in: language),
        zh ? "乡镇" : "township")
      #expect(
        try office.run("approve", "\(twice)", as: .deputy, on: "2018-03-19", in: language).exitCode == 0)
      #expect(try office.corrected().isEmpty)
    }
  }

  @Test(
    "is refused in the future and before the case's last step",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func clocks(language: Language) throws {
    try withOffice { office in
      let number = "\(try office.declare("H2", 25_000))"
      let early = try office.run(
        "verify", number, "--dwellings", "0", as: .department, on: "2018-03-04", in: language)
      #expect(early.exitCode == 4 && early.talk.contains("2018-03-05"), "\(early.talk)")
      let late = try office.run(
        "verify", number, "--dwellings", "0", as: .department, on: "9998-01-01", in: language)
      #expect(late.exitCode == 4 && late.talk.contains("9998-01-01"), "\(late.talk)")
    }
  }

  @Test(
    "an open objection holds the confirmation up until it is resolved",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func objections(language: Language) throws {
    try withOffice { office in
      let number = try office.declare("H2", 25_000)
      try office.bring(number, to: .disclosed)
      let empty = try office.run("resolve", "1", "--dismissed", as: .township, on: "2018-03-10", in: language)
      #expect(empty.exitCode == 4)
      for note in ["car", "house"] {
        let raised = try office.run(
          "object", "1", "--note", note, "--name", "王五", "--telephone", "13800138000", as: .village,
          on: "2018-03-10", in: language)
        #expect(raised.exitCode == 0, "\(raised.talk)")
      }
      let held = try office.run("confirm", "1", as: .township, on: "2018-03-16", in: language)
      #expect(held.exitCode == 4 && held.talk.contains("case resolve"))
      let inbox = try office.run("inbox", "--role", "township", in: language)
      #expect(inbox.text.contains("resolve") && !inbox.text.contains("confirm"), "\(inbox.text)")
      let dismissed = try office.run(
        "resolve", "1", "--dismissed", as: .township, on: "2018-03-16", in: language)
      #expect(dismissed.exitCode == 0)
      #expect(dismissed.talk.contains(language == .zh ? "还有 1 件异议" : "1 objection still open"))
      #expect(try office.run("confirm", "1", as: .township, on: "2018-03-16", in: language).exitCode == 4)
      let upheld = try office.run(
        "resolve", "1", "--upheld", "--note", "true", as: .township, on: "2018-03-17", in: language)
      #expect(upheld.exitCode == 0 && upheld.talk.contains("verify"), "\(upheld.talk)")
      #expect(try office.casefile(1).state == .opened)
      let shown = try office.run("show", "1", in: language)
      #expect(!shown.text.contains("王五") && shown.text.contains("house"))
      #expect(try office.corrected().isEmpty)
    }
  }

  private static let wrongLines = [
    ["verify", "x", "--dwellings", "1"], ["amend", "1"], ["verify", "1", "--no-answer", "boats"],
    ["verify", "1", "--dwellings", "1", "--no-answer", "dwellings"], ["appraise", "1"],
    ["resolve", "1"], ["resolve", "1", "--upheld", "--dismissed"], ["reconcile"],
    ["reconcile", "--payment", "1"],
    ["reconcile", "a", "--payment", "1", "--paid"], ["account", "1", "--name", "李"],
    ["account", "1", "--name", "李", "--bank-account", "6222020000000000001"],
    ["account", "1", "--bank-account", "12345678"],
    ["release", "1", "--name", "李"], ["object", "1", "--note", "x", "--telephone", "12"], ["settle"],
    ["settle", "x", "--out", "f"], ["settle", "1", "--again", "1", "--out", "f"],
    ["inbox", "--role", "county", "--key", "k"], ["inbox", "--on", "2018-02-30"], ["show", "0"],
    ["list", "--state", "lost"], ["pend", "1"], ["withdraw", "1"], ["reverse", "1"],
  ]

  @Test(
    "is a usage error where the command line itself is wrong",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func usage(language: Language) throws {
    #expect(Self.wrongLines.count > 20)
    try withOffice { office in
      for words in Self.wrongLines {
        let looks = ["show", "inbox", "list"].contains(words[0])
        let run = try office.run(words, as: looks ? nil : .county, in: language)
        #expect(run.exitCode == 2, "\(words): \(run.talk)")
        #expect(!run.talk.contains("6222020000000000001"))
      }
    }
  }
}
