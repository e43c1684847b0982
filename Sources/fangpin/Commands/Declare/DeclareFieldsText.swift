package import Files
package import Units

// The answers of a declaration at a terminal: how they are asked for.
extension DeclarationField {
  /// What it is called, for people.
  package var title: Wording {
    switch self {
    case .household: Wording(zh: "户编号", en: "Household number")
    case .person: Wording(zh: "人员编号", en: "Person's number")
    case .name: Wording(zh: "申报人姓名", en: "Name of the declarant")
    case .residentID: Wording(zh: "申报人身份证号", en: "Declarant's resident ID")
    case .proxy: Wording(zh: "代办人", en: "Proxy")
    case .peril: Wording(zh: "险别", en: "Kind of hardship")
    case .cause: Wording(zh: "原因", en: "Cause")
    case .day: Wording(zh: "发生日期", en: "Day of the event")
    case .invoice: Wording(zh: "发票号或住院号", en: "Number of the invoice or stay")
    case .total: Wording(zh: "总费用（元）", en: "Total cost, in yuan")
    case .basicInsurance: Wording(zh: "其中：基本医保报销（元）", en: "Of this, paid by basic medical insurance")
    case .criticalIllnessInsurance:
      Wording(zh: "其中：大病保险报销（元）", en: "Of this, paid by critical-illness insurance")
    case .medicalAssistance: Wording(zh: "其中：医疗救助（元）", en: "Of this, paid as medical assistance")
    case .other: Wording(zh: "其中：其他补偿（元）", en: "Of this, paid by anybody else")
    case .compensated: Wording(zh: "是否已获他方赔偿", en: "Already compensated by somebody else?")
    case .bankAccount: Wording(zh: "收款银行账号", en: "Bank account to pay to")
    case .telephone: Wording(zh: "联系电话", en: "Telephone")
    }
  }

  /// What it is, on the help page.
  package var summary: Wording {
    switch self {
    case .person: Wording(zh: "人员编号；方案按人累计时必填", en: "person's number; needed where the scheme sums by person")
    case .proxy:
      Wording(zh: "代办人姓名；本人申报不写", en: "name of the proxy, if somebody declares on the household's behalf")
    case .peril: Wording(zh: "险别，如 illness 或 因病", en: "kind of hardship, such as illness")
    case .cause: Wording(zh: "原因，如 inpatient 或 住院", en: "its cause, such as inpatient")
    case .day: Wording(zh: "发生日期，如 2018-03-05", en: "date of the event, such as 2018-03-05")
    case .invoice: Wording(zh: "发票号或住院号，可不写", en: "number of the invoice or stay (optional)")
    case .basicInsurance: Wording(zh: "基本医保报销（元），没有写 0", en: "paid by basic medical insurance; 0 for none")
    case .criticalIllnessInsurance:
      Wording(zh: "大病保险报销（元），没有写 0", en: "paid by critical-illness insurance; 0 for none")
    case .medicalAssistance: Wording(zh: "医疗救助（元），没有写 0", en: "paid as medical assistance; 0 for none")
    case .other: Wording(zh: "其他补偿（元），没有写 0", en: "paid by anybody else; 0 for none")
    case .compensated:
      Wording(zh: "是否已获他方赔偿：yes、no 或 unknown", en: "compensated by somebody else: yes, no or unknown")
    case .telephone: Wording(zh: "联系电话，可不写", en: "telephone (optional)")
    case .household: Wording(zh: "户编号，如 H0001", en: "the household's number, such as H0001")
    case .name: Wording(zh: "申报人姓名", en: "name of the declarant")
    case .residentID: Wording(zh: "申报人身份证号", en: "resident ID of the declarant")
    case .total: Wording(zh: "总费用（元）", en: "the whole cost, in yuan")
    case .bankAccount: Wording(zh: "收款银行账号", en: "bank account to pay to")
    }
  }

  /// What a value is called in usage lines.
  var valueName: String {
    switch self {
    case .household, .person: "ID"
    case .name, .proxy: "NAME"
    case .residentID, .invoice, .bankAccount, .telephone: "NUMBER"
    case .peril, .cause, .compensated: "WORD"
    case .day: "DAY"
    case .total, .basicInsurance, .criticalIllnessInsurance, .medicalAssistance, .other: "YUAN"
    }
  }
}
