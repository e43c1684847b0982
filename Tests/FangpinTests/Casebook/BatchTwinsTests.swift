import Casebook
import OfficeKit
import TestKit
import Testing
import Units

@Suite("A batch's claims are held against the costs of before")
struct BatchTwinsTests {
  private func adjudicate(_ claims: [String], _ office: CountyOffice, in language: Language = .en) throws
    -> FangpinProcess.Outcome
  {
    try office.write(
      lines: ["claim_id,household_id,peril,incurred_on,amount,cause,compensated"] + claims, "claims.csv")
    return try office.fangpin(
      [
        "casebook", "adjudicate", office.path(of: "claims.csv"), "--casebook", office.path, "--key",
        office.key(.county), "--on", "2018-04-05",
      ], in: language)
  }

  @Test(
    "one that a case holds under another id is named, and decided as it would be without",
    arguments: Language.allCases)
  func named(language: Language) throws {
    try withOffice { office in
      _ = try office.declare("H1", 20_000)
      let run = try adjudicate(
        [
          "C1,H1,illness,2018-03-05,20000,,", "C2,H1,illness,2018-03-06,20000,,",
          "C3,H2,illness,2018-03-05,20000,,", "C4,H1,illness,2018-03-05,20000.01,,",
        ], office, in: language)
      #expect(run.exitCode == 3, "\(run.talk)")
      #expect(run.talk.contains(language == .zh ? "1 件与已有的费用" : "1 claim has"), "\(run.talk)")
      #expect(run.talk.contains(language == .zh ? "案件 1" : "case 1"))
      let again = try adjudicate(
        ["C2,H1,illness,2018-03-06,20000,,", "C5,H2,illness,2018-03-05,20000,,"], office, in: language)
      #expect(again.exitCode == 3 && again.talk.contains(language == .zh ? "1 件与已有的费用" : "1 claim has"))
      #expect(again.talk.contains(language == .zh ? "案件 4" : "case 4"), "\(again.talk)")
      let whole = try adjudicate(["C6,H3,illness,2018-03-06,20000,,"], office, in: language)
      #expect(whole.exitCode == 0, "\(whole.talk)")
    }
  }

  @Test("what came by batch is not declared again without saying that it is another cost")
  func declaredAfter() throws {
    try withOffice { office in
      #expect(try adjudicate(["C1,H1,illness,2018-03-05,20000,,"], office).exitCode == 0)
      let declared = try office.declare("H1", 20_000)
      let opening = try office.run("show", "\(declared)")
      #expect(opening.text.contains("another cost than case 1"), "\(opening.text)")
      let shown = try office.run("show", "1")
      #expect(shown.text.contains("same day and total  case \(declared)"), "\(shown.text)")
    }
  }
}
