import Tables
import Units

/// What offices call the columns of their lists, seen in lists as they are handed in: for each of our columns the headings
/// that mean it, and those that stand near it and mean something else.
///
/// A heading means a column only where it says the same: gross income is not net income, the part of a bill that insurance
/// does not know is not what is left of it, and the number of a certificate is nobody's number here. How a heading is
/// written (blanks, brackets, 帐 for 账) does not matter: see ``Tables/Heading``.
enum OfficeHeadings {
  /// The headings that mean a column, by its English name.
  static func synonyms(of column: String) -> [String] { synonyms[column] ?? [] }

  /// The headings that are taken for a column and are not.
  static func lookalikes(of column: String) -> [Lookalike] { lookalikes[column] ?? [] }

  private static let synonyms: [String: [String]] = [
    "household_id": ["家庭编号", "贫困户编号", "户号编码", "户编码", "户号", "户ID"],
    "person_id": ["人编号"],
    "group": ["户类型", "人群类别"],
    "members": ["家庭人口", "家庭人口数", "家庭人数", "家庭成员数", "人口数", "人数"],
    "annual_income": ["家庭纯收入", "年纯收入", "家庭年纯收入", "全年纯收入"],
    "income_per_person": ["年人均纯收入", "家庭人均纯收入", "家庭年人均纯收入"],
    "dwellings": ["住房套数"],
    "vehicles": ["车辆数量"],
    "township": ["乡(镇)", "所属乡镇", "乡镇街道"],
    "village": ["行政村", "村名"],
    "name": ["家庭成员姓名", "患者姓名", "学生姓名"],
    "resident_id": ["证件号", "身份证", "身份证件号", "公民身份号", "公民身份证号"],
    "relation": ["家庭关系"],
    "bank_account": ["账号", "收款账号", "收款人账号", "银行卡号", "一卡通账号"],
    "telephone": ["联系电话", "手机号", "手机"],
    "incurred_on": ["发生时间", "出院日期", "出院时间", "灾害发生日期", "灾害发生时间"],
    "amount": ["申请金额"],
    "total": ["医疗总费用", "医疗费总额", "医疗费用总额", "住院总费用"],
    "basic_insurance": ["统筹支付", "统筹金额", "统筹报销金额", "统筹基金支付", "统筹基金支出", "基本医保报销金额"],
    "critical_illness_insurance": ["大病保险", "大病保险金额", "大病保险支付", "大病报销", "大病报销金额", "大病保险报销金额"],
    "medical_assistance": ["医疗救助金额", "医疗救助支付", "医疗救助基金支出"],
    "loss": ["损失金额", "核损金额"],
    "textbooks": ["书费", "教材费", "课本费"],
    "exemptions": ["减免金额", "减免金额合计"],
  ]

  private static let lookalikes: [String: [Lookalike]] = [
    "household_id": [
      Lookalike(
        ["低保证号", "特困编号", "五保证号", "优抚证号", "残疾证号", "财政代码", "身份证号", "户主身份证号", "户主证件号"],
        Wording(
          zh: "那是证件或别的系统里的号码，不是户编号",
          en: "that is the number of a certificate or of another system, not the household's id"))
    ],
    "person_id": [
      Lookalike(
        ["参保编号", "社会保险号", "学籍号", "全国学籍号", "身份证号", "残疾证号"],
        Wording(
          zh: "那是证件或别的系统里的号码，不是人员编号",
          en: "that is the number of a certificate or of another system, not the person's id"))
    ],
    "members": [
      Lookalike(
        ["保障人口", "保障人口数", "保障人数", "特困人员数", "劳动力人数"],
        Wording(zh: "那只是户内的一部分人", en: "that counts only some of the household's people"))
    ],
    "annual_income": [
      Lookalike(
        ["总收入", "年总收入", "家庭总收入", "家庭年总收入"],
        Wording(
          zh: "总收入没有扣除生产经营支出，不是纯收入",
          en: "gross income still holds what was spent to earn it; it is not net income")),
      Lookalike(
        ["工资性收入", "生产经营性收入", "财产性收入", "转移性收入", "理赔收入"],
        Wording(zh: "那只是收入的一部分", en: "that is only a part of the income")),
      Lookalike(
        ["月收入", "家庭月收入", "月纯收入"], Wording(zh: "那是一个月的收入", en: "that is the income of one month")),
      Lookalike(
        ["家庭收入", "家庭年收入", "家庭年均收入", "上年家庭收入"],
        Wording(zh: "没有写明是不是纯收入", en: "it does not say that it is net income")),
    ],
    "incurred_on": [
      Lookalike(
        ["入院日期", "入院时间", "结算日期", "结算时间", "救助时间", "批准时间", "审批时间", "医疗费用结算时间"],
        Wording(
          zh: "因病的发生日期是出院日期，不是入院、结算或审批的日期",
          en: "the day of an illness is that of discharge, not of admission, of settlement or of approval"))
    ],
    "amount": [
      Lookalike(
        [
          "自付金额", "自费金额", "个人自付", "自付费用", "个人自理", "自理费用", "全自费金额", "先行自付金额", "超限价自费费用", "合规自付支出",
          "现金支付金额",
        ],
        Wording(
          zh: "那可能只是农户负担的一部分：金额是全部报销以后由农户自己负担的",
          en: "that may be only a part of what is left to the household after all reimbursement")),
      Lookalike(
        ["总费用", "医疗总费用", "医疗费总额", "住院总费用"],
        Wording(
          zh: "那是报销以前的费用；金额是全部报销以后由农户自己负担的",
          en:
            "that is the cost before reimbursement; the amount is what is left to the household after all of it"
        )),
      Lookalike(
        ["户月保障金额", "月保障金额"], Wording(zh: "那是一个月的保障金", en: "that is one month's support")),
    ],
    "total": [
      Lookalike(
        ["可报销总费用", "政策范围内费用", "医保政策范围内费用", "目录外费用"],
        Wording(zh: "那只是总费用的一部分", en: "that is only a part of the whole cost"))
    ],
    "basic_insurance": [
      Lookalike(
        ["个人账户支出", "账户支付"],
        Wording(
          zh: "个人账户的钱是农户自己的，不是报销",
          en: "money of the personal account is the household's own, not reimbursement")),
      Lookalike(
        ["基金支付", "医保报销金额"],
        Wording(
          zh: "没有写明是否含大病保险和医疗救助",
          en: "it does not say whether critical-illness insurance and medical assistance are in it")),
    ],
    "critical_illness_insurance": [
      Lookalike(
        ["大额报销金额", "大额医疗费用补助", "大额医疗补助基金支出", "补充医疗保险基金支出", "是否参加大病保险", "参加大病医疗"],
        Wording(zh: "那不是大病保险的报销", en: "that is not what critical-illness insurance has paid"))
    ],
    "medical_assistance": [
      Lookalike(
        ["救助金额", "救助金", "二次救助金"],
        Wording(zh: "没有写明是医疗救助", en: "it does not say that it is medical assistance"))
    ],
  ]
}
