import Tables
package import Units

extension OfficeTable {
  /// What stands in a column, for people; `nil` for a column that the table does not have.
  package func meaning(of column: String) -> Wording? {
    guard columns.contains(where: { $0.name == column }) else { return nil }
    return ownMeaning(of: column) ?? OfficeTable.meanings[column]
  }

  /// Where a column means something else here than elsewhere.
  private func ownMeaning(of column: String) -> Wording? {
    switch (self, column) {
    case (.actors, "name"):
      Wording(zh: "经办人的姓名，签章时照此写", en: "the actor's name, as it signs")
    case (.actors, "person_id"):
      Wording(zh: "经办人是家庭成员时的人员编号", en: "the actor's id among the members of households, if there is one")
    case (.docket, "dwellings"):
      Wording(
        zh: "verify：住房数；none 或「无答复」是没有答复；空着是还没填",
        en: "verify: how many dwellings; 'none' is no answer; empty is not filled in yet")
    case (.docket, "businesses"):
      Wording(zh: "verify：经营主体数；写法同住房数", en: "verify: how many business entities; written like dwellings")
    case (.docket, "vehicles"):
      Wording(zh: "verify：车辆数；写法同住房数", en: "verify: how many vehicles; written like dwellings")
    case (.docket, "amount"):
      Wording(zh: "自付金额；签章里的合计由此而来", en: "the cost left to the household; the seal states their sum")
    case (.payouts, "amount"):
      Wording(zh: "应付金额；元", en: "what is to be paid; in yuan")
    case (.bankAnswer, "amount"):
      Wording(zh: "付款金额，须与付款清单相同", en: "the amount of the payment, as in the list of payments")
    case (.bankAnswer, "happened_on"):
      Wording(zh: "到账或退回的日期；空着即记录的日期", en: "the day it arrived or came back; empty is the day it is recorded")
    case (.sample, "claim_id"): Wording(zh: "申请编号", en: "the claim's id")
    case (.sample, "township"):
      Wording(zh: "农户所在乡镇；空着是不知道", en: "the township of the household; empty is not known")
    case (.sample, "note"):
      Wording(zh: "核查的说明，不写姓名等个人信息", en: "what the auditor found, without names or other personal data")
    default: nil
    }
  }

  private static let meanings: [String: Wording] = [
    "household_id": Wording(zh: "农户的编号；不用身份证号", en: "the household's id; never a resident's ID number"),
    "group": Wording(zh: "方案里的人群", en: "a group of the scheme"),
    "members": Wording(zh: "户内人数，至少 1", en: "how many people the household has, at least 1"),
    "annual_income": Wording(
      zh: "上一年家庭纯收入，未扣本次费用；元",
      en: "the household's net income of the year before, before the claimed cost; in yuan"),
    "dwellings": Wording(zh: "住房数；空着是没有答复，0 是没有住房", en: "how many dwellings; empty is no answer, 0 is none"),
    "businesses": Wording(
      zh: "经营主体数；空着是没有答复，0 是没有", en: "how many business entities; empty is no answer, 0 is none"),
    "vehicles": Wording(zh: "车辆数；空着是没有答复，0 是没有车", en: "how many vehicles; empty is no answer, 0 is none"),
    "township": Wording(zh: "所在乡镇", en: "the township it lies in"),
    "village": Wording(zh: "所在村", en: "the village it lies in"),
    "person_id": Wording(zh: "人员的编号；不用身份证号", en: "the person's id; never a resident's ID number"),
    "name": Wording(zh: "姓名；只存在个人信息表里", en: "the person's name; kept with the personal data only"),
    "resident_id": Wording(
      zh: "身份证号，18 位，末位校验；只存在个人信息表里",
      en: "the resident's ID number, 18 digits with its check digit; kept with the personal data only"),
    "relation": Wording(zh: "与户主的关系", en: "how the person is related to the head of the household"),
    "telephone": Wording(zh: "电话；只存在个人信息表里", en: "a telephone number; kept with the personal data only"),
    "bank_account": Wording(
      zh: "收款账号；只存在个人信息表里", en: "the account to pay to; kept with the personal data only"),
    "record_id": Wording(
      zh: "单据或住院号；同一险别内不重复", en: "the number of the invoice or the stay; once for each peril"),
    "incurred_on": Wording(zh: "发生日期；因病为出院日期", en: "the day of the event; for illness the day of discharge"),
    "total": Wording(zh: "总费用或总损失；元", en: "the whole cost or loss; in yuan"),
    "basic_insurance": Wording(zh: "基本医保报销；元", en: "what basic insurance has paid; in yuan"),
    "critical_illness_insurance": Wording(
      zh: "大病保险报销；元", en: "what critical-illness insurance has paid; in yuan"),
    "medical_assistance": Wording(zh: "医疗救助；元", en: "what medical assistance has paid; in yuan"),
    "other": Wording(zh: "其他补偿；元", en: "what others have paid; in yuan"),
    "tuition": Wording(zh: "学费；元", en: "tuition; in yuan"),
    "boarding": Wording(zh: "住宿费；元", en: "boarding; in yuan"),
    "textbooks": Wording(zh: "书本费；元", en: "textbooks; in yuan"),
    "exemptions": Wording(zh: "减免和资助；元", en: "what was waived or granted; in yuan"),
    "loss": Wording(zh: "核定的损失；元", en: "the loss as assessed; in yuan"),
    "compensation": Wording(zh: "已获补偿；元", en: "what was paid for it already; in yuan"),
    "claim_id": Wording(zh: "申请编号；自行申报的案件由系统编号", en: "the claim's id; a declared case gets one of its own"),
    "peril": Wording(zh: "方案里的险别", en: "a peril of the scheme"),
    "cause": Wording(zh: "方案里的原因；空着不限险别", en: "a cause of the scheme; empty leads to any peril"),
    "amount": Wording(zh: "留给农户自付的金额；元", en: "the cost left to the household; in yuan"),
    "compensated": Wording(zh: "yes 是、no 否；空着是不知道", en: "yes or no; empty is not known"),
    "proxy": Wording(
      zh: "代办人姓名；只存在个人信息表里", en: "who declares in the household's stead; kept with the personal data only"),
    "consent": Wording(zh: "同意核查资产：须为 yes 是", en: "the consent to have assets checked: it must be yes"),
    "office": Wording(zh: "所属单位；发送文件时照此写", en: "the office; files are sent to it by this name"),
    "role": Wording(
      zh: "village、township、department、insurer、county 之一",
      en: "village, township, department, insurer or county"),
    "households": Wording(
      zh: "本人及亲属的户编号，用分号隔开；这些户的案件须回避",
      en: "the households of the actor and relatives, with semicolons between; no acting on their cases"),
    "case": Wording(zh: "案件编号", en: "the case's number"),
    "state": Wording(zh: "案件现在的状态", en: "where the case stands"),
    "since": Wording(zh: "上一步的日期", en: "the day of its last step"),
    "until": Wording(zh: "公示到哪一天为止；其他状态空着", en: "the last day of its public notice; otherwise empty"),
    "move": Wording(
      zh: "等办的一步；可改为 object、withdraw 或 pend，中英文都行",
      en: "the step that is awaited; may be changed to object, withdraw or pend; English or Chinese"),
    "happened_on": Wording(zh: "办理的日期；空着即签章的日期", en: "the day it was done; empty is the day of the seal"),
    "answer": Wording(
      zh: "appraise：yes 支持、no 不支持；resolve：upheld 成立、dismissed 不成立；visit、disclose、confirm：yes 是，或空着",
      en: "appraise: yes or no; resolve: upheld or dismissed; visit, disclose, confirm: yes, or nothing"),
    "note": Wording(
      zh: "说明，不写姓名等个人信息；object、withdraw、pend 必填",
      en: "what there is to say, without names or other personal data; object, withdraw and pend need it"),
    "settlement": Wording(zh: "付款批次的编号", en: "the number of the settlement"),
    "payment": Wording(zh: "付款号；银行回单照此写", en: "the number of the payment; the bank answers by it"),
    "result": Wording(zh: "paid 已到账、returned 退回", en: "paid or returned"),
    "reason": Wording(zh: "退回的原因", en: "why it came back"),
    "stratum": Wording(
      zh: "抽自哪一层：乡镇/金额档；按金额抽时为 certain 必抽、chance 随机",
      en: "where it was drawn from: township/class of payout; in a draw by amount 'certain' or 'chance'"),
    "payout": Wording(zh: "案卷簿里的赔付；元", en: "what the casebook pays; in yuan"),
    "chance": Wording(
      zh: "被抽中的机会是 chance/out_of，准确值", en: "the chance of being drawn is chance/out_of, exactly"),
    "out_of": Wording(zh: "见 chance", en: "see chance"),
    "audited_payout": Wording(
      zh: "核查后认为应付多少；元；不该付写 0，不能空着",
      en: "what should have been paid, as the audit found; in yuan; 0 for nothing, never empty"),
  ]
}
