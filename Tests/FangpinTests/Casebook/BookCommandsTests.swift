import Foundation
import TestKit
import Testing

@Suite("casebook fund, head, dump and the rest")
struct BookCommandsTests {
  @Test("contributions add up, and are the county's to make")
  func fund() throws {
    try withDesk { desk throws in
      try desk.begin()
      try desk.enrol()
      let answer = try desk.run(
        "contribute", "1,000.50", "--note", "second half", "--on", "2018-07-01", by: "Chen")
      #expect(
        answer.exitCode == 0 && answer.talk.contains("4,001,000.50 left") && answer.talk.contains("none"))
      #expect(try desk.run("contribute", "1", by: "Wu").exitCode == 4)
      for bad in ["0", "-5", "x", "1.234"] {
        #expect(try desk.run(["contribute", "--", bad], by: "Chen").exitCode == 2, "\(bad)")
      }
      let fund = try desk.run("fund", "--on", "2018-07-01")
      #expect(fund.exitCode == 0 && fund.lines[0].hasSuffix(" 4,001,000.50"))
      #expect(fund.text.contains("loss ratio") && fund.text.contains("0.0%"))
      #expect(fund.text.contains("181 days from 2018-01-02 to 2018-07-01, × 364 ÷ 181\n"))
      #expect(try desk.run("fund", "--on", "2017-07-01").text.contains("no forecast"))
      #expect(try desk.run("fund", "--on", "2999-07-01").exitCode == 2)
      #expect(try desk.run("fund", language: "zh").text.contains("赔付率"))
    }
  }

  @Test("the head is one line that can be copied, and status shows it whole")
  func head() throws {
    try withDesk { desk throws in
      try desk.begin()
      let short = try desk.run("head").text
      #expect(try #/2 [0-9a-f]{4}(-[0-9a-f]{4}){7}\n/#.wholeMatch(in: short) != nil, "\(short)")
      let full = try desk.run("head", "--full").text
      #expect(try #/2 [0-9a-f]{4}(-[0-9a-f]{4}){15}\n/#.wholeMatch(in: full) != nil, "\(full)")
      #expect(full.hasPrefix(short.dropLast()))
      let status = try desk.run("status")
      #expect(status.exitCode == 0 && status.text.contains(full.dropLast()))
      #expect(
        status.text.contains(
          "declared 0.00 = open 0.00 + paid 0.00 + denied 0.00 + withdrawn or reversed 0.00"))
      #expect(try desk.run("status", language: "zh").text.contains("申报 0.00 = 未结 0.00"))
    }
  }

  @Test("two casebooks made by the same work have the same bare dump and state, and no other")
  func bare() throws {
    var dumps: [[String]] = []
    for _ in 0..<2 {
      try withDesk { desk throws in
        try desk.begin()
        try desk.enrol()
        dumps.append(
          try ["dump", "state"].flatMap { command in
            [try desk.run(command, "--bare").text, try desk.run(command).text]
          })
      }
    }
    #expect(dumps[0][0] == dumps[1][0] && dumps[0][2] == dumps[1][2])
    #expect(dumps[0][1] != dumps[1][1] && dumps[0][3] != dumps[1][3])
    // create, contribute, Chen at once, Sun and Wu proposed and confirmed
    #expect(dumps[0][0].split(separator: "\n").count == 7 && dumps[0][1].split(separator: "\n").count == 7)
    for line in dumps[0].joined().split(separator: "\n") {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
  }

  @Test("the table of moves names every state and move, in both languages", arguments: ["en", "zh"])
  func moves(language: String) throws {
    try withDesk { desk throws in
      let text = try desk.run("moves", language: language).text
      let words = [
        "verify", "visit", "appraise", "disclose", "object", "resolve", "confirm", "approve", "settle",
        "reconcile",
        "pend", "release", "withdraw", "reverse", "opened", "verified", "disclosed", "exhausted", "returned",
        "paid",
        "denied", "withdrawn", "reversed",
      ]
      for word in words { #expect(text.contains(word), "\(word)") }
      #expect(text.contains(language == "en" ? "home visit" : "入户查勘"))
    }
  }

  @Test("a rebuild names what it corrected; a journal that was changed is left alone")
  func rebuild() throws {
    try withDesk { desk throws in
      try desk.begin()
      let sqlite = FangpinProcess(executable: URL(filePath: "/usr/bin/sqlite3"))
      let file = desk.path(of: "wei.casebook")
      #expect(try sqlite.run([file, "UPDATE book SET contributed = 1"]).exitCode == 0)
      #expect(try desk.run("rebuild").talk.contains("corrected: book"))
      #expect(try desk.run("rebuild").talk.contains("every table matched the journal"))
      let refused = try sqlite.run([file, "UPDATE journal SET payload = '{}'"])
      #expect(refused.exitCode != 0 && refused.talk.contains("the journal is never changed"))
      let tampering = "DROP TRIGGER journal_stays; UPDATE journal SET actor = 'Wang' WHERE number = 2"
      #expect(try sqlite.run([file, tampering]).exitCode == 0)
      let answer = try desk.run("rebuild")
      #expect(answer.exitCode == 1 && answer.talk.contains("does not match the journal"), "\(answer.talk)")
    }
  }

  @Test("forgetting is refused where nothing is known, and to other offices")
  func forget() throws {
    try withDesk { desk throws in
      try desk.begin()
      try desk.enrol()
      let unknown = try desk.run("forget", "H9", "--reason", "asked for", by: "Li")
      #expect(unknown.exitCode == 4 && unknown.talk.contains("no personal data on household H9"))
      #expect(try desk.run("forget", "H9", "--reason", "asked for", by: "Wu").exitCode == 4)
      #expect(try desk.run("forget", "H9", by: "Li").exitCode == 2)
    }
  }

  @Test("without a casebook or a key the command line is wrong; without the file the world is")
  func missing() throws {
    try withDesk { desk throws in
      let fangpin = try FangpinProcess()
      let none = ["FANGPIN_CASEBOOK": "", "FANGPIN_KEY": ""]
      for command in ["fund", "head", "status", "actors", "dump", "state", "rebuild"] {
        #expect(try fangpin.run(["casebook", command], environment: none).exitCode == 2, "\(command)")
        #expect(try desk.run(command).exitCode == 1, "\(command)")
      }
      #expect(try desk.run("contribute", "1").exitCode == 2)
    }
  }
}
