import Foundation
import TestKit
import Testing
import Units

@Suite("rules")
struct RulesCommandTests {
  private func run(_ words: String..., in language: Language = .en) throws -> CommandRun {
    try CommandRun(["rules"] + words, in: Repository.root, language)
  }

  @Test("list names each scheme built in, with what tells it apart", arguments: Language.allCases)
  func list(language: Language) throws {
    let list = try run("list", in: language)
    #expect(list.exitCode == 0 && list.talk.isEmpty)
    for id in CountySample.schemes {
      let file = try Data(contentsOf: Repository.file("Rules/\(id).json"))
      #expect(list.text.contains("\n\(id)") || list.text.hasPrefix(id))
      #expect(!file.isEmpty)
    }
    #expect(list.text.contains("2017-10-01"))
    #expect(list.text.contains(language == .zh ? "（默认）" : "(default)"))
    #expect(list.text.contains(language == .zh ? "河北省魏县" : "Wei County, Hebei"))
  }

  @Test("show prints the same document for a file as for the scheme built in", arguments: Language.allCases)
  func show(language: Language) throws {
    for id in CountySample.schemes {
      let builtIn = try run("show", id, in: language)
      let file = try run("show", "Rules/\(id).json", in: language)
      #expect(builtIn.exitCode == 0 && builtIn.output.count > 4000)
      #expect(builtIn.output == file.output)
    }
    #expect(try run("show", in: language).output == run("show", CountySample.schemes[0], in: language).output)
  }

  @Test("check finds nothing worse than warnings in the schemes built in", arguments: Language.allCases)
  func check(language: Language) throws {
    for id in CountySample.schemes {
      let check = try run("check", id, in: language)
      #expect(check.exitCode == 0 && check.talk.isEmpty)
      let last = check.text.split(separator: "\n").last
      #expect(last?.hasPrefix(language == .zh ? "\(id)：0 处错误，" : "\(id): 0 errors, ") == true)
    }
  }

  @Test("test passes the schemes built in", arguments: Language.allCases)
  func test(language: Language) throws {
    for id in CountySample.schemes {
      let test = try run("test", id, in: language)
      #expect(test.exitCode == 0 && test.talk.isEmpty)
      #expect(!test.text.contains("✗"))
    }
  }

  @Test("schema prints the schema, to the byte")
  func schema() throws {
    let schema = try run("schema")
    #expect(schema.exitCode == 0)
    #expect(
      schema.output == (try Data(contentsOf: Repository.file("Rules/scheme.schema.json"))))
  }

  @Test(
    "what cannot be opened ends with 1 and leaves standard output empty",
    arguments: ["show", "check", "test"])
  func nowhere(command: String) throws {
    for language in Language.allCases {
      let nowhere = try run(command, "nowhere.json", in: language)
      #expect(nowhere.exitCode == 1 && nowhere.output.isEmpty)
      #expect(nowhere.talk.contains("nowhere.json") && nowhere.talk.contains("wei-county-2017"))
    }
  }
}

@Suite("synthesize")
struct SynthesizeCommandTests {
  @Test("makes the same county from the same seed, and says what it wrote", arguments: Language.allCases)
  func same(language: Language) throws {
    try withScratchFolder { scratch in
      for name in ["a", "b"] {
        let run = try CommandRun(CountySample.synthesis + ["deep/\(name)"], in: scratch, language)
        #expect(run.exitCode == 0 && run.output.isEmpty)
        #expect(run.talk.split(separator: "\n").count == 4)
        #expect(run.talk.contains("deep/\(name)/claims-2018-02.csv"))
      }
      for name in CountySample.inputs {
        let a = try Data(contentsOf: scratch.appending(path: "deep/a/\(name)"))
        #expect(a == (try Data(contentsOf: scratch.appending(path: "deep/b/\(name)"))))
      }
    }
  }

  @Test("spares a county that is there, unless told to overwrite it")
  func overwrite() throws {
    try withScratchFolder { scratch in
      #expect(try CommandRun(CountySample.synthesis + ["."], in: scratch, .en).exitCode == 0)
      let before = try Data(contentsOf: scratch.appending(path: "households.csv"))
      let other = ["synthesize", "--households", "30", "--claims", "20", "--seed", "1", "."]
      let refused = try CommandRun(other, in: scratch, .en)
      #expect(refused.exitCode == 1 && refused.talk.contains("--overwrite"))
      #expect(try Data(contentsOf: scratch.appending(path: "households.csv")) == before)
      #expect(try CommandRun(other + ["--overwrite"], in: scratch, .en).exitCode == 0)
      #expect(try Data(contentsOf: scratch.appending(path: "households.csv")) != before)
    }
  }

  @Test("adds rejected rows where asked to")
  func faults() throws {
    try withScratchFolder { scratch in
      #expect(
        try CommandRun(CountySample.synthesis + ["--with-faults", "."], in: scratch, .en).exitCode == 0)
      let run = try CommandRun(CountySample.january("wei-county-2017"), in: scratch, .en)
      #expect(run.exitCode == 3)
      #expect(run.talk.contains("12 rows rejected"))
      let rejects = try String(
        contentsOf: scratch.appending(path: "january.csv.rejects.csv"), encoding: .utf8)
      #expect(rejects.split(separator: "\n").count == 18)
    }
  }

  @Test(
    "refuses numbers out of range with 2",
    arguments: [("0", "1", "1"), ("1", "-1", "1"), ("50000001", "1", "1"), ("1", "1", "x")])
  func range(households: String, claims: String, seed: String) throws {
    try withScratchFolder { scratch in
      let words = ["synthesize", "--households", households, "--claims", claims, "--seed", seed, "x"]
      let run = try CommandRun(words, in: scratch, .zh)
      #expect(run.exitCode == 2 && run.talk.hasPrefix("错误："))
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }
  }
}
