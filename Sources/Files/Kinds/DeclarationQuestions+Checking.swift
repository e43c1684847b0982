import Rules
package import Units

extension DeclarationQuestions {
  /// What a check makes of a text.
  package enum Checked: Hashable, Sendable {
    /// The answer in its plain form; empty where the question is left open.
    case answer(String)
    /// It is none: a short stable name, and why.
    case fault(String, Wording)

    /// The plain form, or `nil`.
    package var text: String? {
      if case .answer(let text) = self { text } else { nil }
    }
  }

  /// Holds a text against its question and against what was answered before.
  package func check(_ field: DeclarationField, _ typed: String, _ draft: DeclarationDraft) -> Checked {
    let text = TypedText.plain(typed)
    if text.isEmpty {
      return isOptional(field)
        ? .answer("") : .fault("missing", Wording(zh: "这一项不能空着", en: "this cannot be left blank"))
    }
    switch field {
    case .household: return checkNumber(text, isHousehold: true)
    case .person: return checkNumber(text, isHousehold: false)
    case .name, .proxy: return checkName(TypedText.trimmed(typed))
    case .residentID:
      do throws(ResidentIDFault) {
        return .answer(try ResidentID(checking: text.filter { $0 != " " }).text)
      } catch { return .fault("bad-resident-id", error.what) }
    case .bankAccount:
      do throws(BankAccountFault) { return .answer(try BankAccount(checking: text).digits) } catch {
        return .fault("bad-account", error.what)
      }
    case .telephone:
      do throws(TelephoneFault) { return .answer(try Telephone(checking: text).digits) } catch {
        return .fault("bad-telephone", error.what)
      }
    case .peril, .cause, .compensated: return check(text, among: choices(field, draft))
    case .day: return checkDay(text)
    case .total, .basicInsurance, .criticalIllnessInsurance, .medicalAssistance, .other:
      return checkAmount(field, text, draft)
    }
  }

  /// The choice that a text means, by its number or by one of its words.
  package func check(_ typed: String, among choices: [Choice]) -> Checked {
    let text = TypedText.plain(typed)
    if let number = Int(text), choices.indices.contains(number - 1) {
      return .answer(choices[number - 1].word)
    }
    if let choice = choices.first(where: { $0.isMeant(by: text) }) { return .answer(choice.word) }
    return .fault(
      "unknown-word",
      Wording(
        zh: "请输入序号或其中一个词：\(choices.map(\.name.zh).joined(separator: "、"))",
        en: "answer with a number or one of these words: \(choices.map(\.name.en).joined(separator: ", "))"))
  }

  private func checkNumber(_ text: String, isHousehold: Bool) -> Checked {
    if isHousehold, ResidentID.looksLikeOne(text) {
      return .fault(
        "resident-id", Wording(zh: "这是身份证号，不能作户编号", en: "this is a resident ID, not a household's number"))
    }
    if ResidentID.looksLikeOne(text) {
      return .fault(
        "resident-id", Wording(zh: "这是身份证号，不能作人员编号", en: "this is a resident ID, not a person's number"))
    }
    guard text.count <= 64, !text.contains(where: \.isWhitespace) else {
      return .fault(
        "bad-number",
        Wording(zh: "编号中间不能有空格，最多 64 个字", en: "a number must have no spaces and at most 64 characters"))
    }
    return .answer(text)
  }

  private func checkName(_ text: String) -> Checked {
    // Digits only: `Character.isNumber` is true of 三 and 万, which are names.
    let hasDigit = text.unicodeScalars.contains { $0.properties.generalCategory == .decimalNumber }
    guard text.count <= 60, !hasDigit else {
      return .fault(
        "bad-name",
        Wording(zh: "姓名里不能有数字，最多 60 个字", en: "a name must have no digits and at most 60 characters"))
    }
    return .answer(text)
  }

  private func checkDay(_ text: String) -> Checked {
    guard let day = Day(TypedText.day(text)) else {
      return .fault(
        "bad-date", Wording(zh: "日历上没有这一天，或写法认不出", en: "there is no such date, or it cannot be read"))
    }
    guard day <= on else {
      return .fault(
        "in-the-future",
        Wording(zh: "\(day) 晚于申报日期 \(on)", en: "\(day) is after the date of the declaration, \(on)"))
    }
    return .answer(day.description)
  }

  private func checkAmount(_ field: DeclarationField, _ text: String, _ draft: DeclarationDraft) -> Checked {
    guard let amount = Yuan(text), amount <= .claimLimit else {
      return .fault(
        "bad-amount",
        Wording(
          zh: "金额只写数字，最多两位小数，不超过 1 亿元",
          en: "an amount must be digits with at most two decimals, and no more than 100,000,000"))
    }
    if field == .total {
      guard amount > .zero else {
        return .fault("bad-amount", Wording(zh: "总费用应大于 0", en: "the total must be more than 0"))
      }
    } else if let rest = draft.rest(without: field), rest - amount <= .zero {
      return .fault(
        "nothing-left",
        Wording(
          zh: "报销后只剩 \(rest.grouped) 元，这一项应小于它；自付为 0 不能申报",
          en:
            "only \(rest.grouped) is left after the others; this must be less, or there is nothing to declare"
        ))
    }
    return .answer(amount.description)
  }
}
