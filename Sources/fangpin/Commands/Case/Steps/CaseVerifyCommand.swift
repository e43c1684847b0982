import Casebook
import Journal
import Rules
import Units

/// `fangpin case verify`: what the departments answer about a household's assets.
enum CaseVerifyCommand {
  static let dwellings = count(.dwellings, Wording(zh: "住房数", en: "number of dwellings"))
  static let businesses = count(.businesses, Wording(zh: "经营主体数", en: "number of business entities"))
  static let vehicles = count(.vehicles, Wording(zh: "车辆数", en: "number of vehicles"))
  static let noAnswer = Option<[String]>.repeated(
    "no-answer", "ASSET",
    Wording(
      zh: "部门没有答复的资产：dwellings、businesses 或 vehicles；没有答复不等于没有",
      en: "an asset without an answer: dwellings, businesses or vehicles; no answer does not mean none"),
    offers: .words(Scheme.Asset.allCases.map(\.word)))

  static let spec = CommandSpec(
    "verify",
    summary: Wording(zh: "记录各部门的核查答复", en: "record the departments' answers about assets"),
    discussion: [
      Wording(
        zh: "不写任何答复时，用部门名单里仍然有效的答复（casebook import property 等），缺一种就不办理。",
        en:
          "Without any answer given, those of the departments' lists that are still valid are taken (casebook import "
          + "property and the others); where one is missing the step is refused.")
    ],
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [dwellings, businesses, vehicles, noAnswer, CaseDesk.note],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case verify 17 --dwellings 1 --businesses 0 --no-answer vehicles --casebook wei.casebook",
        Wording(zh: "两个部门答复，一个没有", en: "two departments have answered, one has not")),
      Example(
        "fangpin case verify 17 --casebook wei.casebook --key county.pem",
        Wording(zh: "部门的名单已经导入", en: "the departments' lists have been imported")),
    ],
    run: run)

  private static func count(_ asset: Scheme.Asset, _ what: Wording) -> Option<Int?> {
    .optional(
      asset.word, "N", in: 0...999_999_999, what, defaultNote: Wording(zh: "不记录", en: "not recorded"))
  }

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var answers: [AssetAnswer] = []
    for (asset, option) in zip(Scheme.Asset.allCases, [dwellings, businesses, vehicles]) {
      if let count = arguments[option] { answers.append(AssetAnswer(asset, count: count)) }
    }
    for word in arguments[noAnswer] {
      guard let asset = Scheme.Asset.allCases.first(where: { $0.word == word }) else {
        let words = Scheme.Asset.allCases.map(\.word)
        return context.refuse(
          UsageError(
            path: context.path,
            fault: .notAChoice(word, of: noAnswer.spec.dashed, choices: words, suggestion: nil)))
      }
      answers.append(AssetAnswer(asset, count: nil))
    }
    guard Set(answers.map(\.asset)).count == answers.count else {
      return context.refuse(
        Wording(
          zh: "每种资产写一次答复：--dwellings N、--businesses N、--vehicles N 或 --no-answer ASSET",
          en:
            "give one answer for each kind of asset: --dwellings N, --businesses N, --vehicles N or --no-answer ASSET"
        ))
    }
    return CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      if answers.isEmpty {
        try recording.verifyByLists(number, note: arguments[CaseDesk.note])
      } else {
        try recording.verify(number, answers, note: arguments[CaseDesk.note])
      }
    } after: { (_, file, book) throws(CasebookError) in
      if let open = try book.waiting(file)?.unanswered, !open.isEmpty {
        context.say(
          Wording(
            zh: "还没有答复：\(open.map(\.name.zh).joined(separator: "、"))",
            en: "still without an answer: \(open.map(\.name.en).joined(separator: ", "))"))
      }
      return .done
    }
  }
}
