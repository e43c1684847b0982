import Casebook
import Foundation
import Journal
import OfficeKit
import Rules
import SchemeKit
import TestKit
import Testing
import Units

/// Every reason that pends a case, walked to its end by the commands that the program itself names.
@Suite("A pended case is freed")
struct FreeingTests {
  /// How a case comes to be pended for a reason, and what frees it.
  enum Way: String, CaseIterable, Sendable {
    case compensationUnknown = "compensation-unknown"
    case verificationIncomplete = "verification-incomplete"
    case incomeUnknown = "income-unknown"
    case householdUnclear = "household-unclear"
    case protectionLineUnknown = "protection-line-unknown"
    case schemeSilent = "scheme-silent"
    case personUnknown = "person-unknown"
    case claimIDConflict = "claim-id-conflict"

    var reason: Reason? { Reason(code: rawValue) }
  }

  @Test("ways there are for every row that pends")
  func complete() {
    #expect(Set(Way.allCases.map(\.reason)) == Set(Reason.allCases.filter { $0.outcome == .pended }))
  }

  /// The scheme under which a way begins: one lacks the standard of 2017, one the line of illness.
  private static func scheme(_ way: Way) throws -> SchemeFile {
    let wei = try SchemeFile.builtIn()
    switch way {
    case .protectionLineUnknown:
      return try wei.replacing(
        """
              {
                "year": 2017, "yuan": 2952,
                "assumption": { "zh": "没有找到可靠的公布数，按我们的理解取值", "en": "our reading: no dependable figure was found" }
              },

        """, with: "")
    case .schemeSilent:
      return try wei.replacing(
        """
                "yuan": 5000,
                "source": "hou", "at": { "zh": "“认清路径”一节，因病一段", "en": "Clearly understanding the path, paragraph on illness" }
        """, with: "\"unpublished\": { \"zh\": \"未公布\", \"en\": \"not published\" }")
    case .personUnknown: return try wei.replacing("\"of\": \"household\"", with: "\"of\": \"person\"")
    case .compensationUnknown, .verificationIncomplete, .incomeUnknown, .householdUnclear, .claimIDConflict:
      return wei
    }
  }

  /// Makes a case that is pended for the reason; gives its number.
  private func pend(_ way: Way, _ office: CountyOffice) throws -> Int {
    switch way {
    case .compensationUnknown:
      let number = try declare("H2", cause: "traffic-accident", office)
      try decide(number, office)
      return number
    case .verificationIncomplete:
      let number = try declare("H2", office)
      try office.record(.department, on: "2018-03-06") { (desk) throws(CasebookError) in
        for asset in Scheme.Asset.allCases {
          try desk.verify(number, asset, count: asset == .vehicles ? nil : 0)
        }
      }
      try decide(number, office)
      return number
    case .incomeUnknown, .householdUnclear:
      _ = try office.record(.county, on: "2018-03-01") { (desk) throws(CasebookError) in
        try desk.append(
          HouseholdStatement(
            household: "H90", group: way == .householdUnclear ? nil : "out-of-poverty", members: 4,
            income: way == .incomeUnknown ? nil : Yuan(fen: 1_200_000)))
      }
      let number = try declare("H90", office)
      try decide(number, office)
      return number
    case .protectionLineUnknown, .schemeSilent:
      let number = try declare("H2", office)
      try decide(number, office)
      return number
    case .personUnknown: return try batch(["C1,H2,illness,2018-03-05,25000.00"], office)
    case .claimIDConflict:
      return try batch(
        ["C1,H3,illness,2018-03-05,9000.00", "C1,H2,illness,2018-03-05,25000.00"], office)
    }
  }

  private func declare(_ household: String, cause: String? = nil, _ office: CountyOffice) throws -> Int {
    let declaration = Declaration(
      household: household, peril: "illness", cause: cause, incurredOn: try #require(Day("2018-03-05")),
      total: Yuan(fen: 2_500_000),
      declarant: PersonalData(name: "李小四", bankAccount: "6222020000000000000"))
    return try office.record(.clerk, on: "2018-03-05") { (desk) throws(CasebookError) in
      try desk.declare(declaration)
    }
  }

  private func decide(_ number: Int, _ office: CountyOffice) throws {
    try office.bring(number, to: .confirmed)
    try office.record(.county, on: "2018-03-19") { (desk) throws(CasebookError) in
      _ = try desk.approve(number)
    }
  }

  /// Records claims; the last is the one that is pended.
  private func batch(_ rows: [String], _ office: CountyOffice) throws -> Int {
    // The answers about assets are there, or it would be pended for them.
    for household in ["H2", "H3"] {
      _ = try office.record(.county, on: "2018-03-01") { (desk) throws(CasebookError) in
        try desk.append(HouseholdStatement(household: household, assets: [0, 0, 0]))
      }
    }
    let header = "claim_id,household_id,peril,incurred_on,amount"
    try write(([header] + rows).joined(separator: "\n") + "\n", "claims.csv", office)
    let run = try office.fangpin([
      "casebook", "adjudicate", office.file("claims.csv").path, "--casebook", office.path, "--key",
      office.key(.county), "--on", "2018-03-19",
    ])
    try #require(run.exitCode == 0 || run.exitCode == 3, "\(run.talk)")
    return rows.count
  }

  private func write(_ text: String, _ name: String, _ office: CountyOffice) throws {
    try Data(text.utf8).write(to: office.file(name))
  }

  /// What the commands of a way are given where the program leaves a place open.
  private func fill(_ command: String, _ way: Way, _ number: Int, _ office: CountyOffice) throws -> [String] {
    let household = way == .incomeUnknown || way == .householdUnclear ? "H90" : "H2"
    switch way {
    case .incomeUnknown, .householdUnclear:
      try write(
        "household_id,group,members,annual_income,income_year\n\(household),out-of-poverty,4,12000,2017\n",
        "F", office)
    case .verificationIncomplete:
      let column =
        command.contains("property")
        ? "dwellings" : command.contains("businesses") ? "businesses" : "vehicles"
      try write("household_id,\(column)\n\(household),0\n", "F", office)
    case .protectionLineUnknown, .schemeSilent:
      let changed = try SchemeFile.builtIn().replacing(
        "\"id\": \"wei-county-2017\"", with: "\"id\": \"wei-2018\"")
      try Data(changed.bytes).write(to: office.file("F"))
    case .compensationUnknown, .personUnknown, .claimIDConflict: break
    }
    let words = command.replacing(" or no", with: "").replacing(" yes", with: " no").split(separator: " ")
      .map(String.init)
    return words.map { word in
      switch word {
      case "F": office.file("F").path
      case "ID": way == .claimIDConflict ? "C2" : "P2"
      case "TEXT": "as-it-is"
      case "DAY": "2018-01-01"
      default: word
      }
    }
  }

  /// Who types a command.
  private func desk(_ words: [String]) -> CountyOffice.Desk {
    switch words[1] {
    case "amend": .clerk
    case "import": .county
    default: .deputy
    }
  }

  @Test("by what case show says, to a decision", arguments: Way.allCases)
  func freed(way: Way) throws {
    try withOffice(under: try FreeingTests.scheme(way)) { office in
      let number = try pend(way, office)
      try #require(try office.casefile(number).state == .pended)
      #expect(try office.casefile(number).reason == way.rawValue)
      let shown = try office.run("show", "\(number)", on: "2018-03-20")
      let inbox = try office.run("inbox", "--role", "county", "--on", "2018-03-20")
      #expect(inbox.text.contains(try #require(way.reason).name.en), "\(inbox.text)")
      var commands = commands(in: shown.text)
      #expect(commands.count >= 3, "\(shown.text)")
      #expect(commands.suffix(2) == ["case release \(number)", "case approve \(number)"])
      commands.removeLast(2)
      // Of two ways to deal with it the first is taken.
      if way == .claimIDConflict { commands.removeLast() }
      for command in commands {
        let words = try fill(command, way, number, office)
        let run = try office.fangpin(
          words + ["--casebook", office.path, "--key", office.key(desk(words)), "--on", "2018-03-20"])
        #expect(run.exitCode == 0 || run.exitCode == 3, "\(words): \(run.talk)")
      }
      let now = try office.run("show", "\(number)", on: "2018-03-21")
      #expect(now.text.contains("nothing is missing"), "\(now.text)")
      try goOn(number, office)
      #expect(try office.run("approve", "\(number)", as: .deputy, on: "2018-04-02").exitCode == 0)
      let file = try office.casefile(number)
      #expect(file.state == .approved && file.payout == Yuan(fen: 1_200_000), "\(file)")
      let audit = try office.fangpin(["audit", "verify", "--casebook", office.path])
      #expect(audit.exitCode == 0, "\(audit.text) \(audit.talk)")
      #expect(try office.corrected().isEmpty)
    }
  }

  /// Releases a case, and takes it on to where it is approved: by way of another notice where its cost was amended.
  private func goOn(_ number: Int, _ office: CountyOffice) throws {
    #expect(try office.run("release", "\(number)", as: .county, on: "2018-03-21").exitCode == 0)
    guard try office.casefile(number).state == .appraised else { return }
    #expect(try office.run("disclose", "\(number)", as: .village, on: "2018-03-22").exitCode == 0)
    #expect(try office.run("confirm", "\(number)", as: .township, on: "2018-04-01").exitCode == 0)
  }

  /// The commands that a text names.
  private func commands(in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("missing: ") || $0.hasPrefix("once that is in: ") }
      .flatMap { line in
        line.matches(
          of: #/(?:case|casebook) (?:amend|withdraw|release|approve|screen|import|readjudicate)[^,;]*/#
        ).map {
          String($0.0).trimmingCharacters(in: .whitespaces)
        }
      }
  }
}
