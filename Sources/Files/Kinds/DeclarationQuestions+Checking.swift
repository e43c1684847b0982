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
    let text = Dress.text(typed, as: .word).value
    if text.isEmpty {
      return isOptional(field)
        ? .answer("") : .fault("missing", Wording(zh: "这一项不能空着", en: "this cannot be left blank"))
    }
    switch field {
    case .household: return checkNumber(text, isHousehold: true)
    case .person: return checkNumber(text, isHousehold: false)
    case .invoice: return checkInvoice(text)
    case .name, .proxy: return checkName(typed)
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
    let text = Dress.text(typed, as: .word).value
    if let number = Int(text), choices.indices.contains(number - 1) {
      return .answer(choices[number - 1].word)
    }
    if let choice = choices.first(where: { $0.isMeant(by: text) }) { return .answer(choice.word) }
    if choices.starts(with: DeclarationQuestions.yesOrNo), let isYes = Dress.answer(text)?.value {
      return .answer(isYes ? "yes" : "no")
    }
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
    if case .failure(let fault) = Dress.id(text) { return .fault(fault.problem.rawValue, fault.what) }
    guard text.count <= 64, !text.contains(where: \.isWhitespace) else {
      return .fault(
        "bad-number",
        Wording(zh: "编号中间不能有空格，最多 64 个字", en: "a number must have no spaces and at most 64 characters"))
    }
    return .answer(text)
  }

  private func checkInvoice(_ text: String) -> Checked {
    if ResidentID.looksLikeOne(text) {
      return .fault(
        "resident-id", Wording(zh: "这是身份证号，不能作发票号", en: "this is a resident ID, not an invoice's number"))
    }
    if case .failure(let fault) = Dress.id(text) { return .fault(fault.problem.rawValue, fault.what) }
    let isNumber = text.contains { !($0 == "0" || $0 == "-" || $0.isWhitespace) }
    guard text.count <= 64, isNumber else {
      return .fault(
        "bad-number",
        Wording(
          zh: "发票号最多 64 个字，不能只有 0、空格或横线；没有发票号就空着",
          en:
            "a number has at most 64 characters, and not only zeros, blanks or dashes; leave it blank if there is none"
        ))
    }
    return .answer(text)
  }

  private func checkName(_ typed: String) -> Checked {
    // What a terminal's keys leave behind, which could steer another.
    let kept = typed.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let text = Dress.text(String(String.UnicodeScalarView(kept))).value
    if text.isEmpty { return .fault("missing", Wording(zh: "这一项不能空着", en: "this cannot be left blank")) }
    guard !text.unicodeScalars.contains("\u{FFFD}") else {
      return .fault(
        "bad-name",
        Wording(
          zh: "姓名里有无法辨认的字符：终端或文件的编码不是 UTF-8",
          en: "a name with characters that cannot be read: the terminal or the file is not in UTF-8"))
    }
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
    guard let day = Dress.day(text)?.value else {
      return .fault("bad-date", RowProblem.badDate.name)
    }
    guard day >= Dress.earliestEvent else { return .fault("bad-date", Dress.longPast) }
    guard day <= on else {
      return .fault(
        "in-the-future",
        Wording(zh: "\(day) 晚于申报日期 \(on)", en: "\(day) is after the date of the declaration, \(on)"))
    }
    return .answer(day.description)
  }

  /// What has to be told of the day of an event that the scheme does not cover; `nil` where it does.
  package func uncovered(_ day: Day) -> Wording? {
    if let first = scheme.effectiveFrom.value, day < first {
      return Wording(
        zh: "\(day) 早于方案的起始日 \(first)：这笔费用不在保障期内，核查后也不会赔付",
        en:
          "\(day) is before the scheme's first day, \(first): nothing is paid for it, whatever the checks find"
      )
    }
    guard let last = scheme.effectiveUntil, day > last else { return nil }
    return Wording(
      zh: "\(day) 晚于方案的截止日 \(last)：这笔费用不在保障期内，核查后也不会赔付",
      en: "\(day) is after the scheme's last day, \(last): nothing is paid for it, whatever the checks find")
  }

  private func checkAmount(_ field: DeclarationField, _ text: String, _ draft: DeclarationDraft) -> Checked {
    guard let amount = Dress.amount(text)?.value else {
      return .fault("bad-amount", RowProblem.badAmount.name)
    }
    guard amount <= .claimLimit else {
      return .fault(
        "bad-amount", Wording(zh: "金额不能超过 1 亿元", en: "an amount must be no more than 100,000,000"))
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
