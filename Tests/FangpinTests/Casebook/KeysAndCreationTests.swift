import Foundation
import TestKit
import Testing

@Suite("casebook keys and create")
struct KeysAndCreationTests {
  @Test("keys are written for their owner alone, as OpenSSL reads them, and never over others")
  func keys() throws {
    try withDesk { desk throws in
      let made = try desk.run("keys", "Li", "王", "--dir", desk.path(of: "keys"), "--kind", "sm2")
      #expect(
        made.exitCode == 0 && made.lines == [desk.path(of: "keys/Li.pem"), desk.path(of: "keys/王.pem")])
      #expect(try desk.mode("keys") == 0o700)
      #expect(try desk.mode("keys/王.pem") == 0o600 && desk.mode("keys/王.pub.pem") == 0o644)
      let openssl = FangpinProcess(executable: URL(filePath: "/usr/bin/openssl"))
      let read = try openssl.run(["pkey", "-in", desk.path(of: "keys/Li.pem"), "-pubout"])
      #expect(read.exitCode == 0, "\(read.talk)")
      #expect(try Data(contentsOf: URL(filePath: desk.path(of: "keys/Li.pub.pem"))) == read.output)
      // One name is taken: neither is made.
      let before = try Data(contentsOf: URL(filePath: desk.path(of: "keys/Li.pem")))
      let again = try desk.run("keys", "New", "Li", "--dir", desk.path(of: "keys"))
      #expect(again.exitCode == 1 && again.talk.contains("Li.pem already exists"))
      #expect(try Data(contentsOf: URL(filePath: desk.path(of: "keys/Li.pem"))) == before)
      #expect(!FileManager.default.fileExists(atPath: desk.path(of: "keys/New.pem")))
    }
  }

  @Test("a table of actors gives the names")
  func fromTable() throws {
    try withDesk { desk throws in
      try desk.write(CountyDesk.actors, "actors.csv")
      let made = try desk.run(
        "keys", "Li", "--from", desk.path(of: "actors.csv"), "--dir", desk.path(of: "keys"))
      #expect(made.exitCode == 0)
      #expect(made.lines == ["Li", "Chen", "Sun", "Wu"].map { desk.path(of: "keys/\($0).pem") })
    }
  }

  @Test("names that can be no file's are refused", arguments: ["../Li", ".Li", "a/b", "", "a\nb"])
  func names(name: String) throws {
    try withDesk { desk throws in
      #expect(try desk.run("keys", name, "--dir", desk.path(of: "keys")).exitCode == 2)
      #expect(try desk.run("keys", "Li", "Li", "--dir", desk.path(of: "keys")).exitCode == 2)
      #expect(try desk.run("keys", "--dir", desk.path(of: "keys")).exitCode == 2)
      #expect(try desk.names == [])
    }
  }

  @Test("figures that do not meet are told, and the casebook is made all the same", arguments: ["en", "zh"])
  func fundingGap(language: String) throws {
    try withDesk { desk throws in
      #expect(try desk.run("keys", "Li", "--dir", desk.path(of: "keys")).exitCode == 0)
      let made = try desk.run(desk.creating, by: "Li", language: language)
      #expect(
        made.exitCode == 0 && made.talk.contains("3,040,700.00") && made.talk.contains("wei-county-2017"))
      #expect(try desk.mode("wei.casebook") == 0o600)
      // 50 yuan × 10 % of 800,000 persons is just what is paid in.
      let meets = desk.creating.map {
        $0 == "608140" ? "800000" : $0 == desk.path(of: "wei.casebook") ? desk.path(of: "b") : $0
      }
      let second = try desk.run(meets, by: "Li", language: language)
      #expect(second.exitCode == 0 && !second.talk.contains("50.00"), "\(second.talk)")
    }
  }

  @Test("a file that is there stays, and what fails leaves none")
  func leavesNothing() throws {
    try withDesk { desk throws in
      try desk.begin()
      let before = try Data(contentsOf: URL(filePath: desk.path(of: "wei.casebook")))
      let again = try desk.run(desk.creating, by: "Li")
      #expect(again.exitCode == 1 && again.talk.contains("already exists"))
      #expect(try Data(contentsOf: URL(filePath: desk.path(of: "wei.casebook"))) == before)
      func elsewhere(_ old: String, _ new: String) throws -> Int32 {
        let words = desk.creating.map {
          $0 == desk.path(of: "wei.casebook") ? desk.path(of: "b") : $0 == old ? new : $0
        }
        return try desk.run(words, by: "Li").exitCode
      }
      let files = try desk.names
      #expect(try elsewhere("2018-01-02", "2999-01-02") == 4)
      #expect(try elsewhere("2018-01-02", "yesterday") == 2)
      #expect(try elsewhere("4,000,000", "much") == 2)
      #expect(try elsewhere("4,000,000", "900000000000") == 4)
      #expect(try elsewhere("608140", "0") == 2)
      #expect(try elsewhere("Li", "L\ni") == 4)
      #expect(try desk.run(desk.creating + ["--rules", "nowhere.json"], by: "Li").exitCode == 1)
      #expect(try desk.run(desk.creating, by: "Nobody").exitCode == 1)
      #expect(try desk.names == files)
    }
  }

  @Test("SM2 keys and SM3 heads work as well as the others")
  func chinese() throws {
    try withDesk { desk throws in
      #expect(
        try desk.run("keys", "Li", "Chen", "--kind", "sm2", "--dir", desk.path(of: "keys")).exitCode == 0)
      #expect(try desk.run(desk.creating + ["--digest", "sm3"], by: "Li").exitCode == 0)
      try desk.write("name,office,role\nChen,county,county\n", "actors.csv")
      let answer = try desk.run(
        "enrol", desk.path(of: "actors.csv"), "--keys", desk.path(of: "keys"), by: "Li")
      #expect(answer.exitCode == 0, "\(answer.talk)")
      #expect(try desk.run("contribute", "1", by: "Chen").exitCode == 0)
      #expect(try desk.run("rebuild").talk.contains("every table matched the journal"))
    }
  }

  @Test(
    "a disk that is full half way leaves no file, and no other beside it", arguments: [1, 8, 40, 100, 160])
  func fullDisk(kilobytes: Int) throws {
    try withDesk { desk throws in
      #expect(try desk.run("keys", "Li", "--dir", desk.path(of: "keys")).exitCode == 0)
      let fangpin = try FangpinProcess().executable.path
      // A limit on the size of files stands for the disk: with its signal ignored, a write fails as on a full one.
      let limited = ["-c", "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$@\"", "bash", fangpin, "casebook"]
      let words = desk.creating + ["--key", desk.path(of: "keys/Li.pem"), "--lang", "en"]
      let outcome = try FangpinProcess(executable: URL(filePath: "/bin/bash")).run(limited + words)
      #expect(outcome.exitCode == 1 && outcome.talk.contains("error: "), "\(outcome.talk)")
      #expect(try desk.names == ["keys"])
      #expect(try desk.run(desk.creating, by: "Li").exitCode == 0)
    }
  }
}
