package import Units

/// The options that every command takes.
package enum GlobalOptions {
  /// The language of messages and help.
  package static let language = Option<Language?>.optionalChoice(
    "lang",
    Wording(zh: "提示和帮助所用的语言", en: "language of messages and help"),
    defaultNote: Wording(zh: "依 LC_ALL、LC_MESSAGES、LANG", en: "from LC_ALL, LC_MESSAGES, LANG"))
  /// Shows the help page.
  package static let help = Option<Bool>.flag(
    "help", Wording(zh: "显示本帮助（也可写作 -h）", en: "show this help (also -h)"))
  /// Shows the version.
  package static let version = Option<Bool>.flag(
    "version", Wording(zh: "显示版本与内置方案", en: "show the version and the built-in schemes"))

  /// In the order of the help pages.
  static let all = [language.spec, help.spec, version.spec]
}
