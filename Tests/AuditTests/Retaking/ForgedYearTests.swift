import Audit
import BookKit
import Casebook
import Journal
import OfficeKit
import TestKit
import Testing
import Units

/// What an audit says of a closing that its rules do not allow, and of what is taken in for a year that is closed.
@Suite("A policy year that is closed otherwise than it may be")
struct ForgedYearTests {
  private func results(_ office: CountyOffice) throws -> [String] {
    try Verifier.verify(office.path, threads: 1).faults.filter { $0.verdict == .results }.map(\.what.en)
  }

  @Test(
    "what was forged is named",
    arguments: [
      "carried", "ended", "not withdrawn", "declared", "batch", "early", "role", "days", "reopened",
    ])
  func forged(how: String) throws {
    try withOffice(under: CountyOffice.scheme()) { office in
      _ = try office.declare("H2", 30_000, befell: "2017-12-05")
      func append(
        _ statement: CloseYearStatement, as desk: CountyOffice.Desk = .county, on day: String = "2018-03-25"
      ) throws {
        try office.record(desk, on: day) { (r) throws(CasebookError) in try r.append(statement) }
      }
      let days = ClosedYearTests.days
      let found: String
      switch how {
      case "carried":
        try append(CloseYearStatement(days))
        found = "1 case of policy year 2017"
      case "ended":
        try append(CloseYearStatement(days, carried: [1, 2]))
        found = "carried is"
      case "not withdrawn":
        try append(CloseYearStatement(days, ended: [1], reason: "late"))
        found = "was not withdrawn at once"
      case "declared":
        try append(CloseYearStatement(days, carried: [1]))
        try forgeDeclaration(in: office)
        found = "policy year 2017 (2017-01-01 to 2017-12-31), which is closed"
      case "batch":
        let said = try decideClaim(in: office)
        try append(CloseYearStatement(days, carried: [1, 2]))
        _ = try office.record(.county, on: "2018-03-26") { (r) throws(CasebookError) in
          try r.append(
            DecideStatement(
              CaseStep(3, of: "H3", from: nil, to: said.step.to, signing: said.step.level), claim: "C2",
              said.opening, decision: said.decision, resume: said.resume))
        }
        found = "which was closed"
      case "early":
        try append(CloseYearStatement(Day.of("2018-01-01")...Day.of("2018-12-31")))
        found = "is not over"
      case "role":
        try append(CloseYearStatement(days, carried: [1]), as: .township)
        found = "is reserved for: county office"
      case "days":
        try append(CloseYearStatement(Day.of("2017-01-01")...Day.of("2017-12-30"), carried: [1]))
        found = "is no policy year"
      default:
        _ = try office.record(.county, on: "2018-03-25") { (r) throws(CasebookError) in
          try r.append(ReopenYearStatement(days, reason: "late"))
        }
        found = "is not closed"
      }
      let named = try results(office)
      #expect(named.contains { $0.contains(found) }, "\(named)")
    }
  }

  /// A declaration of the year, written past the rules.
  private func forgeDeclaration(in office: CountyOffice) throws {
    let opening = CaseOpening(
      person: nil, peril: "illness", cause: "inpatient", incurredOn: .of("2017-12-31"),
      amount: .of("9000"), compensated: false)
    _ = try office.record(.clerk, on: "2018-03-26") { (r) throws(CasebookError) in
      try r.append(
        DeclareStatement(
          CaseStep(2, of: "H3", from: nil, to: .opened, signing: .intake), opening,
          DeclaredCost(
            invoice: nil, total: .of("9000"), basicInsurance: .zero, criticalIllnessInsurance: .zero,
            medicalAssistance: .zero, other: .zero),
          byProxy: false, personal: nil, another: nil))
    }
  }

  /// What is recorded of a claim of the year that a batch has decided.
  private func decideClaim(in office: CountyOffice) throws -> DecideStatement {
    try office.write(
      lines: ["claim_id,household_id,peril,incurred_on,amount", "C1,H3,illness,2017-12-31,30000"],
      "c.csv")
    let path = office.path(of: "c.csv")
    _ = try office.record(.county, on: "2018-03-24") { (r) throws(CasebookError) in
      try r.adjudicate(path, threads: 1)
    }
    let before = try #require(try Casebook.open(office.path).allEntries(.decide).first)
    return try before.read(DecideStatement.self)
  }
}
