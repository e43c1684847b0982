package import Rules
package import Units

/// The questions of a declaration under a scheme: which apply, and what is an answer, in a file or at a terminal.
package struct DeclarationQuestions: Sendable {
  /// One of the answers that a question offers.
  package struct Choice: Hashable, Sendable {
    /// As it stands in a file.
    package let word: String
    package let name: Wording
    /// What else means it.
    private let others: [String]

    init(_ word: String, _ name: Wording, others: [String] = []) {
      self.word = word
      self.name = name
      self.others = others
    }

    /// Whether a text means it, in either language.
    func isMeant(by text: String) -> Bool {
      ([word, name.zh, name.en] + others).contains { $0.lowercased() == text.lowercased() }
    }
  }

  package let scheme: Scheme
  /// The day of the declaration: nothing that is declared comes after it.
  package let on: Day

  package init(scheme: Scheme, on: Day) {
    self.scheme = scheme
    self.on = on
  }

  /// Whether the question has to be asked, by what was answered before it.
  package func applies(_ field: DeclarationField, _ draft: DeclarationDraft) -> Bool {
    switch field {
    case .cause: !choices(.cause, draft).isEmpty
    case .compensated:
      scheme.causes.contains { $0.id == draft[.cause] && $0.onlyIfUncompensated }
    case .household, .person, .name, .residentID, .proxy, .peril, .day, .invoice, .total, .basicInsurance,
      .criticalIllnessInsurance, .medicalAssistance, .other, .bankAccount, .telephone:
      true
    }
  }

  /// Whether it may be left open.
  package func isOptional(_ field: DeclarationField) -> Bool {
    switch field {
    case .person: !scheme.needsPersons
    case .proxy, .cause, .invoice, .telephone: true
    case .household, .name, .residentID, .peril, .day, .total, .basicInsurance, .criticalIllnessInsurance,
      .medicalAssistance, .other, .compensated, .bankAccount:
      false
    }
  }

  /// Whether a declaration by options or from a file cannot do without it: "unknown" need not be written there.
  package func isRequired(_ field: DeclarationField) -> Bool {
    !isOptional(field) && field != .compensated
  }

  /// The answers to choose from, in the order of their numbers; none where the answer is free.
  package func choices(_ field: DeclarationField, _ draft: DeclarationDraft) -> [Choice] {
    switch field {
    case .peril: return scheme.perils.map { Choice($0.id, $0.name) }
    case .cause:
      let peril = scheme.perils.firstIndex { $0.id == draft[.peril] }
      return scheme.causes.filter { cause in peril.map { cause.perils.contains($0) } ?? true }
        .map { Choice($0.id, $0.name) }
    case .compensated: return DeclarationQuestions.yesOrNo + [DeclarationQuestions.unknown]
    case .household, .person, .name, .residentID, .proxy, .day, .invoice, .total, .basicInsurance,
      .criticalIllnessInsurance, .medicalAssistance, .other, .bankAccount, .telephone:
      return []
    }
  }

  /// Yes and no.
  package static let yesOrNo = [
    Choice("yes", Wording(zh: "是", en: "yes"), others: ["y", "同意", "对", "有"]),
    Choice("no", Wording(zh: "否", en: "no"), others: ["n", "不同意", "不", "没有"]),
  ]
  private static let unknown = Choice(
    "unknown", Wording(zh: "不清楚", en: "not known"), others: ["未知", "不知道"])
}
