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

  @Test(
    "shows nothing that steers a terminal, whether a file is called so, its columns, its cells or an option",
    arguments: [
      "adjudicate --claims none$e.csv --households h.csv", "adjudicate --claims bad$e.csv --households h.csv",
      "adjudicate --claims c$e.csv --households h.csv --rules none$e", "adjudicate --fo$e", "adj$e",
      "adjudicate --claims c$e.csv --households h.csv --out no$e/d.csv",
      "adjudicate --claims c$e.csv --households h.csv", "explain X$e --claims c$e.csv --households h.csv",
      "tidy$e c$e.csv", "casebook import book$e --as households c$e.csv", "audit diff c$e.csv bad$e.csv",
      "rules check none$e.json", "columns x$e",
    ])
  func steering(line: String) throws {
    let make = """
      e=$(printf '\\033[2J\\302\\233\\342\\200\\256')
      cd $(mktemp -d)
      printf 'claim_id,household_id,peril,incurred_on,amount,x%sy\\nC1,H%s1,illness,2018-01-02,10\\n' "$e" "$e" > c$e.csv
      printf 'claim%s_id,household_id\\nC1,H%s1\\n' "$e" "$e" > bad$e.csv
      printf 'household_id,group,members,annual_income,dwellings,businesses,vehicles\\n' > h.csv
      """
    let ending = try RunningProgram.shell("\(make)\n$fangpin \(line)")
    #expect(!ending.talk.isEmpty)
    for text in [ending.talk, ending.text] {
      for scalar in ["\u{1B}", "\u{9B}", "\u{202E}"] as [Unicode.Scalar] {
        #expect(!text.unicodeScalars.contains(scalar), "\(scalar.value): \(text)")
      }
    }
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
