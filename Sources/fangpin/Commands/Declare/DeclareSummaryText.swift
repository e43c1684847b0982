import Casebook
import Files
import Units

/// A declaration as a table of what was answered: shown whole before it is recorded.
struct DeclareSummaryText {
  private let draft: DeclarationDraft
  private let questions: DeclarationQuestions
  private let language: Language

  init(_ draft: DeclarationDraft, _ questions: DeclarationQuestions, _ language: Language) {
    self.draft = draft
    self.questions = questions
    self.language = language
  }

  /// The table, without a newline at its end.
  var text: String {
    let none = Wording(zh: "（无）", en: "(none)")[language]
    var labels = AlignedTable(right: [], indent: "  ")
    for field in DeclarationField.allCases {
      guard let answer = draft[field] else { continue }
      let shown = DeclareSummaryText.shown(answer, field, questions, draft)[language]
      let isAmount = field == .total || DeclarationField.reimbursements.contains(field)
      let cell = isAmount ? TextWidth.pad(shown, to: width, right: true) : shown
      labels.add([field.title[language], answer.isEmpty ? none : cell])
      guard field == .other, let rest = draft.rest() else { continue }
      labels.add([
        Wording(zh: "自付（元，算得）", en: "Left to the household (computed)")[language],
        TextWidth.pad(rest.grouped, to: width, right: true),
      ])
    }
    return Wording(zh: "将要登记：", en: "This will be recorded:")[language] + "\n" + labels.text
  }

  private var width: Int {
    ([.total] + DeclarationField.reimbursements).compactMap { draft.amount($0)?.grouped.utf8.count }.max()
      ?? 0
  }

  /// An answer as people read it.
  static func shown(
    _ answer: String, _ field: DeclarationField, _ questions: DeclarationQuestions, _ draft: DeclarationDraft
  ) -> Wording {
    if let choice = questions.choices(field, draft).first(where: { $0.word == answer }) { return choice.name }
    if field == .total || DeclarationField.reimbursements.contains(field), let amount = Yuan(answer) {
      return Wording(zh: amount.grouped, en: amount.grouped)
    }
    return Wording(zh: answer, en: answer)
  }
}
