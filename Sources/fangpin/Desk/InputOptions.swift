import Batch
import Journal
import Rules
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
  static let members = Option<String?>.optional(
    "members", "F",
    Wording(
      zh: "家庭成员名单：申请表没有户编号而有身份证号的，按身份证号查到户；身份证号不写到任何地方；"
        + "方案按人累计的，由它看出谁已迁入别户",
      en:
        "the list of members: a claim without a household id is led to its household by the resident ID, which is "
        + "written nowhere; where the scheme sums by person, it says who has moved"),
    defaultNote: Wording(zh: "户编号以申请表为准", en: "households are as the claims state them"), offers: .files)
  static let rules = Option<String>.text(
    "rules", "ID|FILE", default: BuiltInSchemes.standard,
    Wording(zh: "保障方案：内置方案的编号，或方案文件", en: "the scheme: the id of a built-in scheme, or a scheme file"),
    offers: .wordsOrFiles(BuiltInSchemes.ids))
  static let earlier = Option<[String]>.repeated(
    "earlier", "DETAIL.csv",
    Wording(
      zh: "以前各次用 --detail 写出的决定；累计额、已赔付额和已计入的申请由此接续",
      en: "decisions that an earlier run wrote with --detail; its accumulators, payouts and counted claims "
        + "are carried on"),
    offers: .files)
  static let threads = Option<Int?>.optional(
    "threads", "N", in: 1...1024,
    Wording(zh: "线程数；结果与线程数无关", en: "number of threads; the result does not depend on it"),
    defaultNote: Wording(zh: "每个处理器核一个", en: "one per core"))

  /// What the options ask for, with the usual answers.
  static func request(_ arguments: ParsedArguments, _ scheme: Scheme) -> AdjudicationRequest {
    var request = AdjudicationRequest(
      scheme: scheme, claims: arguments[claims], households: arguments[households])
    request.members = arguments[members]
    request.earlier = arguments[earlier]
    request.reading = TableOptions.reading(arguments, files: 2 + arguments[earlier].count)
    request.lastDay = Instant.now.dayInChina
    return request
  }

  /// In the order of the help pages.
  static let all: [any DeclaredOption] = [claims, households, members, rules, earlier] + TableOptions.all
}
