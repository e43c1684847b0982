import Units

/// What every command on a casebook takes, declared once.
enum CasebookOptions {
  static let casebook = Option<String?>.optional(
    "casebook", "FILE", Wording(zh: "案卷簿文件", en: "the casebook's file"),
    defaultNote: Wording(zh: "环境变量 FANGPIN_CASEBOOK", en: "the environment variable FANGPIN_CASEBOOK"),
    offers: .files)
  static let key = Option<String?>.optional(
    "key", "FILE", Wording(zh: "经办人的私钥（PEM）", en: "your private key (PEM)"),
    defaultNote: Wording(zh: "环境变量 FANGPIN_KEY", en: "the environment variable FANGPIN_KEY"), offers: .files)
  static let on = Option<String?>.optional(
    "on", "DAY", Wording(zh: "事情发生的日期，不晚于今天", en: "the date it happened, not later than today"),
    defaultNote: Wording(zh: "今天，按中国标准时间", en: "today, China Standard Time"), offers: .nothing)

  /// For commands that only read.
  static let reading: [any DeclaredOption] = [casebook]
  /// For commands that record.
  static let recording: [any DeclaredOption] = [casebook, key, on]
}
