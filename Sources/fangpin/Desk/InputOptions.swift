import Batch
import Rules
import Tables
import Units

/// What `adjudicate` and `explain` read, declared once for both.
enum InputOptions {
  static let claims = Option<String>.required(
    "claims", "F",
    Wording(zh: "理赔申请表，“-”为标准输入", en: "the claims; '-' is standard input"), offers: .files)
  static let households = Option<String>.required(
    "households", "F",
    Wording(zh: "农户名册，“-”为标准输入", en: "the register of households; '-' is standard input"),
    offers: .files)
  static let rules = Option<String>.text(
    "rules", "ID|FILE", default: BuiltInSchemes.standard,
    Wording(zh: "保障方案：内置方案的编号，或方案文件", en: "the scheme: the id of one built in, or a scheme file"),
    offers: .wordsOrFiles(BuiltInSchemes.ids))
  static let earlier = Option<[String]>.repeated(
    "earlier", "DETAIL.csv",
    Wording(
      zh: "以前各次用 --detail 写出的决定；累计额、已赔付额和已计入的申请由此接续",
      en: "decisions that an earlier run wrote with --detail: carries on its accumulators, payouts and "
        + "counted claims"),
    offers: .files)
  static let encoding = Option<TextEncoding>.choice(
    "encoding", default: .auto,
    Wording(
      zh: "输入文件的编码；auto 即自动识别", en: "how the input files are encoded; auto finds out by itself"))
  static let threads = Option<Int?>.optional(
    "threads", "N", in: 1...1024,
    Wording(zh: "线程数；结果不因此而变", en: "how many threads; the result is the same with any number"),
    defaultNote: Wording(zh: "每个处理器核一个", en: "one for each core"))

  /// What the options ask for, with the usual answers.
  static func request(_ arguments: ParsedArguments, _ scheme: Scheme) -> AdjudicationRequest {
    var request = AdjudicationRequest(
      scheme: scheme, claims: arguments[claims], households: arguments[households])
    request.earlier = arguments[earlier]
    request.encoding = arguments[encoding].tableEncoding
    return request
  }

  /// In the order of the help pages.
  static let all: [any DeclaredOption] = [claims, households, rules, earlier, encoding]
}

/// What `--encoding` can be set to.
enum TextEncoding: String, OptionChoice {
  case auto
  case utf8 = "utf-8"
  case gb18030

  /// `nil` to find out.
  var tableEncoding: TableEncoding? { TableEncoding(rawValue: rawValue) }
}
