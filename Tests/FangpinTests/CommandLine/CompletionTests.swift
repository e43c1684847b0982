import TestKit
import Testing
import Units
import fangpin

@Suite("Shell completion")
struct CompletionTests {
  static let scripts = [
    "bash": BashCompletion.script(for: FangpinCommand.spec),
    "zsh": ZshCompletion.script(for: FangpinCommand.spec, in: .en),
    "fish": FishCompletion.script(for: FangpinCommand.spec, in: .en),
  ]

  @Test("names every option and command in every shell's script", arguments: ["bash", "zsh", "fish"])
  func complete(shell: String) throws {
    let script = try #require(CompletionTests.scripts[shell])
    let dashes = shell == "fish" ? "-l " : "--"
    for path in CommandPath(root: FangpinCommand.spec).everyPath {
      #expect(script.contains(path.command.name))
      for option in path.command.options { #expect(script.contains(dashes + option.name)) }
    }
    try Golden.expect(script + "\n", in: "Tests/FangpinTests/CommandLine/Snapshots/completions-\(shell).txt")
  }

  @Test(
    "offers in bash what fits the place",
    arguments: [
      (["adj"], ["adjudicate"]),
      (["rules", "s"], ["show", "schema"]),
      (["adjudicate", "--cl"], ["--claims"]),
      (["adjudicate", "--format", ""], ["csv", "ndjson", "xlsx"]),
      (["adjudicate", "--format", "=", "n"], ["ndjson"]),
      (["adjudicate", "--format", "="], ["csv", "ndjson", "xlsx"]),
      (["adjudicate", "--claims", ""], []),
      (["rules", "check", "wei-county-2017-"], ["wei-county-2017-by-band"]),
      (["--lang", "z"], ["zh"]),
      (["--lang", "zh", "expl"], ["explain"]),
      (["help", "synth"], ["synthesize"]),
      (["completions", "f"], ["fish"]),
    ])
  func bash(words: [String], offers: [String]) throws {
    let line = (["fangpin"] + words).map { "'\($0)'" }.joined(separator: " ")
    let ending = try RunningProgram.shell(
      """
      source <($fangpin completions bash)
      COMP_WORDS=(\(line)); COMP_CWORD=\(words.count); _fangpin
      echo "${COMPREPLY[@]}"
      """)
    #expect(ending.talk.isEmpty)
    #expect(ending.text == offers.joined(separator: " ") + "\n")
  }
}
