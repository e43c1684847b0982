package import Casebook
package import Files
import Rules
package import Units

/// Asks for a declaration one question at a time, checks each answer as it is given, and asks for the consent.
package struct Dialogue {
  /// How it ended.
  package enum Ending: Hashable, Sendable {
    /// Everything is answered and the household consents.
    case consented(DeclarationDraft)
    /// The household does not consent to have its assets checked: nothing may be taken in.
    case refused
    /// Whoever typed has stopped.
    case stopped
  }

  /// What was typed in answer to a question.
  private enum Reply {
    case text(String), back, stop
  }

  private let questions: DeclarationQuestions
  private let language: Language
  private let style: Terminal
  private let checkHousehold: (String) throws(CasebookError) -> Wording?

  /// - Parameters:
  ///   - style: how text may stand out.
  ///   - checkHousehold: what the casebook has against a household, if anything.
  package init(
    _ questions: DeclarationQuestions, in language: Language, style: Terminal,
    checkHousehold: @escaping (String) throws(CasebookError) -> Wording?
  ) {
    self.questions = questions
    self.language = language
    self.style = style
    self.checkHousehold = checkHousehold
  }

  /// Asks for what is not given, then shows all of it and asks for the consent, unless that is given too.
  package func run(
    _ given: DeclarationDraft, hasConsent: Bool, on terminal: inout some DialogueTerminal
  ) throws(CasebookError) -> Ending {
    var draft = given
    let open = DeclarationField.allCases.filter { given[$0] == nil }
    var at = 0
    terminal.write(opening)
    while true {
      while at < open.count {
        guard questions.applies(open[at], draft) else {
          draft[open[at]] = nil
          at += 1
          continue
        }
        switch try ask(open[at], among: open, &draft, on: &terminal) {
        case .text: at += 1
        case .back: at = previous(of: at, in: open, draft) ?? at
        case .stop: return .stopped
        }
      }
      terminal.write("\n" + DeclareSummaryText(draft, questions, language).text + "\n")
      switch askConsent(hasConsent, &terminal) {
      case .text(let answer): return answer == "yes" ? .consented(draft) : hasConsent ? .stopped : .refused
      case .back: at = previous(of: open.count, in: open, draft) ?? at
      case .stop: return .stopped
      }
    }
  }

  private func previous(of at: Int, in open: [DeclarationField], _ draft: DeclarationDraft) -> Int? {
    open.indices.prefix(at).last { questions.applies(open[$0], draft) }
  }

  /// Asks one question until there is an answer to it.
  private func ask(
    _ field: DeclarationField, among open: [DeclarationField], _ draft: inout DeclarationDraft,
    on terminal: inout some DialogueTerminal
  ) throws(CasebookError) -> Reply {
    let asked = open.filter { questions.applies($0, draft) }
    let place = (asked.firstIndex(of: field) ?? 0) + 1
    let before = draft[field].flatMap { $0.isEmpty ? nil : $0 }
    terminal.write(wording(of: field, "\(place)/\(asked.count)", before, draft))
    while true {
      switch reply(&terminal) {
      case .back: return .back
      case .stop: return .stop
      case .text(let typed):
        let isEmpty = Dress.text(typed, as: .word).value.isEmpty
        let isEmptied = isEmpty && typed.contains { !$0.isWhitespace } && questions.isOptional(field)
        let isKept = isEmpty && !isEmptied && before != nil
        var checked = questions.check(field, isKept ? before ?? "" : isEmptied ? "" : typed, draft)
        if field == .household, let id = checked.text, let against = try checkHousehold(id) {
          checked = .fault(Refusal.Code.unknownHousehold.rawValue, against)
        }
        switch checked {
        case .answer(let answer):
          draft[field] = answer
          return .text(answer)
        case .fault(_, let what): terminal.write(complaint(what, field))
        }
      }
    }
  }

  private func askConsent(_ hasConsent: Bool, _ terminal: inout some DialogueTerminal) -> Reply {
    let question =
      hasConsent
      ? Wording(zh: "登记以上内容吗？", en: "Record this?")
      : Wording(
        zh: "申报户是否同意核查全家的住房、经营主体和车辆，并登记以上内容？不同意不能受理。",
        en:
          "Does the household consent to checks on its dwellings, businesses and vehicles, and to having this "
          + "recorded? Without consent no declaration can be accepted.")
    let choices = DeclarationQuestions.yesOrNo
    terminal.write("\n" + strong(question[language]) + "\n" + list(choices) + prompt)
    while true {
      let reply = reply(&terminal)
      guard case .text(let typed) = reply else { return reply }
      switch questions.check(typed, among: choices) {
      case .answer(let answer): return .text(answer)
      case .fault(_, let what): terminal.write("  " + what[language] + "\n" + prompt)
      }
    }
  }

  private func reply(_ terminal: inout some DialogueTerminal) -> Reply {
    guard let line = terminal.nextLine() else {
      terminal.write("\n")
      return .stop
    }
    return switch Dress.text(line, as: .word).value.lowercased() {
    case "<", "《", "〈", "返回", "back": .back
    case "q", "quit", "退出": .stop
    default: .text(line)
    }
  }
}

// How the dialogue reads.
extension Dialogue {
  private var prompt: String { "> " }

  private var opening: String {
    let name = questions.scheme.name[language]
    let title = Wording(
      zh: "防贫申报：\(name)，申报日期 \(questions.on)", en: "Declaration of hardship: \(name), on \(questions.on)")
    let keys = Wording(
      zh: "回上一题输入 <，退出输入 q（退出不留任何记录）。", en: "< goes back one question; q stops, and nothing is recorded.")
    return strong(title[language]) + "\n" + faint(keys[language]) + "\n"
  }

  private func wording(
    of field: DeclarationField, _ place: String, _ before: String?, _ draft: DeclarationDraft
  ) -> String {
    var lines = ["", faint(place) + "  " + strong(field.title[language])]
    var hints: [String] = []
    if let hint = questions.hint(field, draft) { hints.append(hint[language]) }
    if questions.isOptional(field), field == .person || field == .invoice || field == .telephone {
      hints.append(Wording(zh: "可不填，直接回车", en: "press Enter to leave it blank")[language])
    }
    if let example = questions.example(field) {
      hints.append(Wording(zh: "例：", en: "e.g. ")[language] + example[language])
    }
    if let before {
      let shown = DeclareSummaryText.shown(before, field, questions, draft)[language]
      hints.append(Wording(zh: "直接回车保留：\(shown)", en: "press Enter to keep: \(shown)")[language])
      if questions.isOptional(field) { hints.append(Wording(zh: "- 清空", en: "- clears it")[language]) }
    }
    let wide = max(30, min(style.columns, 100) - 2)
    lines += TextWrap.lines(hints.joined(separator: language == .zh ? "；" : "; "), width: wide)
      .map { "  " + faint($0) }
    return lines.joined(separator: "\n") + "\n" + list(questions.choices(field, draft)) + prompt
  }

  private func list(_ choices: [DeclarationQuestions.Choice]) -> String {
    choices.isEmpty
      ? ""
      : "  "
        + choices.enumerated().map { "\($0.offset + 1) \($0.element.name[language])" }.joined(
          separator: "   ")
        + "\n"
  }

  private func complaint(_ what: Wording, _ field: DeclarationField) -> String {
    let example = questions.example(field).map { Wording(zh: "。例：\($0.zh)", en: "; e.g. \($0.en)") }
    return "  " + what[language] + (example?[language] ?? "") + "\n" + prompt
  }

  private func strong(_ text: String) -> String { style.emphasised(text, .strong) }
  private func faint(_ text: String) -> String { style.emphasised(text, .faint) }
}
