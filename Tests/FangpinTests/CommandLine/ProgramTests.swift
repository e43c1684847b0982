import TestKit
import Testing
import Units
import fangpin

@Suite("The program")
struct ProgramTests {
  @Test("tells its version on standard output")
  func version() throws {
    let ending = try RunningProgram.shell("$fangpin --version")
    #expect(ending.exitCode == 0)
    #expect(ending.text.hasPrefix("fangpin \(Program.version)\nbuilt-in schemes: wei-county-2017, "))
    #expect(ending.talk.isEmpty)
  }

  @Test(
    "shows the same page by either way of asking",
    arguments: [
      ("$fangpin --help", "$fangpin help"), ("$fangpin adjudicate --help", "$fangpin help adjudicate"),
      ("$fangpin rules check -h", "$fangpin help rules check"),
    ])
  func help(asked: String, also: String) throws {
    let first = try RunningProgram.shell(asked)
    let second = try RunningProgram.shell(also)
    #expect(first.exitCode == 0 && second.exitCode == 0)
    #expect(first.text.count > 200)
    #expect(first.text == second.text)
  }

  @Test("speaks the language of its surroundings, unless told otherwise")
  func language() throws {
    let chinese = ["LANG": "zh_CN.UTF-8"]
    #expect(try RunningProgram.shell("$fangpin", environment: chinese).talk.hasPrefix("错误：缺少命令"))
    #expect(
      try RunningProgram.shell("$fangpin --lang en", environment: chinese).talk.hasPrefix("error: a command"))
  }

  @Test(
    "refuses a wrong command line with 2 and keeps standard output clean",
    arguments: [
      "", "adjudicat", "adjudicate --claim x", "help adjudicat", "rules", "completions", "--lang fr help",
    ])
  func usage(line: String) throws {
    let ending = try RunningProgram.shell("$fangpin \(line)")
    #expect(ending.exitCode == 2)
    #expect(ending.text.isEmpty)
    #expect(ending.talk.hasPrefix("error: "))
    #expect(ending.talk.contains("\nusage: fangpin"))
    #expect(ending.talk.hasSuffix(" --help'\n"))
  }

  @Test("ends with 1 and in silence when its reader has gone")
  func closedPipe() throws {
    let ending = try RunningProgram.shell("{ sleep 0.2; $fangpin --help; echo $? >&2; } | true")
    #expect(ending.talk == "1\n")
  }

  @Test(
    "ends with 1 and the reason when its output has no room or no place",
    arguments: [(">/dev/full", "No space left on device"), (">&-", "Bad file descriptor")])
  func noRoom(redirection: String, reason: String) throws {
    let ending = try RunningProgram.shell("$fangpin --help \(redirection)")
    #expect(ending.exitCode == 1)
    #expect(ending.talk == "error: cannot write to standard output: \(reason)\n")
  }
}
