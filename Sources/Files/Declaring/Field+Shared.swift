import Tables

/// Columns that several kinds of files have: the same name everywhere.
extension Field {
  static let household = Field(
    "household_id", "户编号", "农户的编号；不用身份证号", "the household's id; never a resident's ID number"
  ).holding(.id)
  static let person = Field(
    "person_id", "人员编号", "人员的编号；不用身份证号", "the person's id; never a resident's ID number"
  ).holding(.id).decisive
  static let claim = Field(
    "claim_id", "申请编号", "申请编号；自行申报的案件由系统编号", "the claim's id; a declared case is given one"
  ).holding(.id)
  static let casefile = Field("case", "案件", "案件编号", "the case's number").holding(.id)
  static let peril = Field("peril", "险别", "方案里的险别", "a peril of the scheme").holding(.word)
  static let cause = Field(
    "cause", "原因", "方案里的原因；空着不限险别", "a cause of the scheme; empty allows any peril"
  ).holding(.word).decisive
  static let incurredOn = Field(
    "incurred_on", "发生日期", "发生日期；因病为出院日期", "the date of the event; for illness, the date of discharge"
  ).holding(.day)
  static let amount = Field("amount", "金额", "农户自付的金额；元", "the cost left to the household; in yuan").holding(
    .money)
  static let compensated = Field(
    "compensated", "是否已获赔偿", "yes 是、no 否；空着是不知道", "yes or no; empty means not known"
  ).holding(.word).decisive
  static let corrects = Field(
    "corrects", "更正", "yes 是：这一行代替编号相同的那件，金额 0 即撤回；只用于 fangpin adjudicate",
    "yes where the row takes the place of the claim with its id, 0.00 to withdraw it; for fangpin adjudicate only"
  ).holding(.word).decisive
  static let payout = Field(
    "payout", "赔付金额", "案卷簿里的赔付；元", "what the casebook pays; in yuan"
  ).holding(.money)
  static let note = Field(
    "note", "说明", "说明，不写姓名等个人信息；object、withdraw、pend 必填",
    "a note, without names or other personal data; required for object, withdraw and pend")

  // The register
  static let dwellings = Field(
    "dwellings", "住房数", "住房数；空着是没有答复，0 是没有住房", "number of dwellings; empty means no answer, 0 means none"
  ).holding(.count)
  static let businesses = Field(
    "businesses", "经营主体数", "经营主体数；空着是没有答复，0 是没有",
    "number of business entities; empty means no answer, 0 means none"
  ).holding(.count)
  static let vehicles = Field(
    "vehicles", "车辆数", "车辆数；空着是没有答复，0 是没有车", "number of vehicles; empty means no answer, 0 means none"
  ).holding(.count)
  static let township = Field("township", "乡镇", "所在乡镇", "the township it is in")

  // People
  static let personName = Field(
    "name", "姓名", "姓名；只存在个人信息表里", "the person's name; kept with the personal data only")
  static let residentID = Field(
    "resident_id", "身份证号", "身份证号，18 位，末位校验；只存在个人信息表里",
    "the resident's ID number, 18 digits with its check digit; kept with the personal data only"
  ).holding(.id)
  static let bankAccount = Field(
    "bank_account", "银行账号", "收款账号；只存在个人信息表里", "the account to pay to; kept with the personal data only"
  ).holding(.id)
  static let telephone = Field(
    "telephone", "电话", "电话；只存在个人信息表里", "a telephone number; kept with the personal data only"
  ).holding(.id)

  // Costs and what came back of them
  static let record = Field(
    "record_id", "单据号", "单据或住院号；同一险别内不重复", "the number of the invoice or stay; unique within each peril"
  ).holding(.id)
  static let invoice = Field(
    "invoice", "发票号", "发票或住院号；没有就空着", "the number of the invoice or stay; empty where there is none"
  ).holding(.id).called("票据号", "住院号")
  static let total = Field("total", "总费用", "总费用或总损失；元", "the whole cost or loss; in yuan").holding(.money)
  static let basicInsurance = Field(
    "basic_insurance", "基本医保报销", "基本医保报销；元", "what basic insurance has paid; in yuan"
  ).holding(.money)
  static let criticalIllnessInsurance = Field(
    "critical_illness_insurance", "大病保险报销", "大病保险报销；元",
    "what critical-illness insurance has paid; in yuan"
  ).holding(.money)
  static let medicalAssistance = Field(
    "medical_assistance", "医疗救助", "医疗救助；元", "what medical assistance has paid; in yuan"
  ).holding(.money)
  static let otherCompensation = Field("other", "其他补偿", "其他补偿；元", "what others have paid; in yuan").holding(
    .money)
}
