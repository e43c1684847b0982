import Testing
import Units
import fangpin

@Suite("The environment")
struct EnvironmentTests {
  @Test(
    "decides the language by the first variable that is set",
    arguments: [
      ([:], .en), (["LANG": "zh_CN.UTF-8"], .zh), (["LANG": "en_GB.UTF-8"], .en), (["LANG": "C"], .en),
      (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .en), (["LC_ALL": "", "LANG": "zh"], .zh),
      (["LC_MESSAGES": "zh_TW", "LANG": "en_US"], .zh), (["LC_ALL": "ZH_cn", "LC_MESSAGES": "en"], .zh),
    ] as [([String: String], Language)])
  func language(variables: [String: String], language: Language) {
    #expect(Environment(variables).language == language)
  }

  @Test(
    "decides whether a screen gets colours",
    arguments: [
      (["TERM": "xterm"], true, true), (["TERM": "xterm"], false, false), ([:], true, false),
      (["TERM": "dumb"], true, false), (["TERM": "xterm", "NO_COLOR": "1"], true, false),
      (["TERM": "xterm", "NO_COLOR": ""], true, true),
    ] as [([String: String], Bool, Bool)])
  func colours(variables: [String: String], isScreen: Bool, hasColour: Bool) {
    let terminal = Terminal(isScreen: isScreen, columns: 80, environment: Environment(variables))
    #expect(terminal.hasColour == hasColour)
    #expect(terminal.emphasised("x", .error) == (hasColour ? "\u{1B}[31mx\u{1B}[0m" : "x"))
  }
}
