import Testing
import Units
import fangpin

@Suite("A refusal")
struct UsageErrorTests {
  private func text(_ words: [String], _ language: Language) -> String {
    do throws(UsageError) {
      _ = try ArgumentParser.parse(words, root: FangpinCommand.spec)
      return ""
    } catch {
      return error.text(in: language)
    }
  }

  @Test("says what is wrong, how the command is called, and where to read more")
  func english() {
    #expect(
      text(["adjudicate", "--claim", "c.csv"], .en) == """
        unknown option '--claim'; did you mean '--claims'?
        usage: fangpin adjudicate --claims F --households F [options]
        see 'fangpin adjudicate --help'
        """)
  }

  @Test("says the same in Chinese")
  func chinese() {
    #expect(
      text(["adjudicate", "--claim", "c.csv"], .zh) == """
        没有选项“--claim”；是否想写“--claims”？
        用法：fangpin adjudicate --claims F --households F [选项]
        详见“fangpin adjudicate --help”
        """)
  }

  @Test("names every option that is missing, at once")
  func missing() {
    #expect(text(["adjudicate"], .en).hasPrefix("missing required options '--claims', '--households'\n"))
  }

  @Test("repeats no control characters, and nothing without end")
  func harmless() {
    let text = text(["\u{1B}[2J" + String(repeating: "x", count: 500)], .en)
    #expect(!text.contains("\u{1B}"))
    #expect(text.hasPrefix("unknown command '\u{FFFD}[2Jxxx"))
    #expect(text.count < 300)
  }
}
