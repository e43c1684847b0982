package import Tables
package import Units

/// Every file that goes into a casebook or comes out of it: its columns, in one place.
///
/// Columns may stand in any order, headers and words may be English or Chinese, unknown columns are ignored.
package enum OfficeTable: String, CaseIterable, Sendable {
  case households, members, property, businesses, vehicles
  case medical, education, disaster
  case declarations, claims
  case actors
  case docket
  case payouts
  case bankAnswer = "bank-answer"
  case sample

  /// What it is, for people.
  package var name: Wording {
    switch self {
    case .households: Wording(zh: "农户名册", en: "register of households")
    case .members: Wording(zh: "家庭成员", en: "members of households")
    case .property: Wording(zh: "不动产登记部门的答复：住房数", en: "the land office's answer: dwellings")
    case .businesses: Wording(zh: "市场监管部门的答复：经营主体数", en: "the market regulator's answer: business entities")
    case .vehicles: Wording(zh: "交警部门的答复：车辆数", en: "the traffic police's answer: vehicles")
    case .medical: Wording(zh: "医保部门的就医费用", en: "medical bills from the health insurance office")
    case .education: Wording(zh: "教育部门的就学费用", en: "schooling costs from the education office")
    case .disaster: Wording(zh: "民政、应急部门的灾损", en: "losses from the civil-affairs and emergency offices")
    case .declarations: Wording(zh: "申报书", en: "declarations")
    case .claims: Wording(zh: "已确认的理赔申请", en: "confirmed claims")
    case .actors: Wording(zh: "经办人", en: "actors")
    case .docket: Wording(zh: "部门间交接单：等谁办什么，及其答复", en: "what waits for an office, and its answers")
    case .payouts: Wording(zh: "付款清单", en: "payments for the bank")
    case .bankAnswer: Wording(zh: "银行回单", en: "the bank's answer")
    case .sample:
      Wording(zh: "审计抽样（audit draw --out），核查后填写", en: "an audit's sample (audit draw --out), to be filled in")
    }
  }

  /// Its columns, in the order in which we write them. A column's role is its index.
  package var columns: [Column] {
    switch self {
    case .households:
      [
        OfficeTable.household, Column("group", "人群"), Column("members", "人口"), Column("annual_income", "年收入"),
        Column("dwellings", "住房数", isRequired: false), Column("businesses", "经营主体数", isRequired: false),
        Column("vehicles", "车辆数", isRequired: false), Column("township", "乡镇", isRequired: false),
        Column("village", "村", isRequired: false),
      ]
    case .members:
      [
        Column("person_id", "人员编号"), OfficeTable.household, Column("name", "姓名", isRequired: false),
        Column("resident_id", "身份证号", isRequired: false), Column("relation", "与户主关系", isRequired: false),
        Column("telephone", "电话", isRequired: false), Column("bank_account", "银行账号", isRequired: false),
      ]
    case .property: [OfficeTable.household, Column("dwellings", "住房数")]
    case .businesses: [OfficeTable.household, Column("businesses", "经营主体数")]
    case .vehicles: [OfficeTable.household, Column("vehicles", "车辆数")]
    case .medical:
      OfficeTable.bill + [
        Column("total", "总费用"), Column("basic_insurance", "基本医保报销"),
        Column("critical_illness_insurance", "大病保险报销"), Column("medical_assistance", "医疗救助"),
        Column("other", "其他补偿"),
      ]
    case .education:
      OfficeTable.bill + [
        Column("tuition", "学费"), Column("boarding", "住宿费"), Column("textbooks", "书本费"),
        Column("exemptions", "减免"),
      ]
    case .disaster: OfficeTable.bill + [Column("loss", "损失"), Column("compensation", "已获补偿")]
    case .declarations: OfficeTable.declaration
    case .claims:
      [
        Column("claim_id", "申请编号"), OfficeTable.household, Column("peril", "险别"),
        Column("incurred_on", "发生日期"),
        Column("amount", "金额"), Column("person_id", "人员编号", isRequired: false),
        Column("cause", "原因", isRequired: false), Column("compensated", "是否已获赔偿", isRequired: false),
      ]
    case .actors:
      [
        Column("name", "姓名"), Column("office", "单位"), Column("role", "角色"),
        Column("person_id", "人员编号", isRequired: false), Column("households", "亲属户", isRequired: false),
      ]
    case .docket:
      [
        Column("case", "案件"), Column("claim_id", "申请编号"), OfficeTable.household, Column("peril", "险别"),
        Column("incurred_on", "发生日期"), Column("amount", "金额"), Column("state", "状态"), Column("since", "起于"),
        Column("until", "截止"), Column("move", "办理"), Column("happened_on", "办理日期"),
        Column("answer", "结论"), Column("dwellings", "住房数"), Column("businesses", "经营主体数"),
        Column("vehicles", "车辆数"), Column("note", "说明"),
      ]
    case .payouts:
      [
        Column("settlement", "批次"), Column("payment", "付款号"), Column("case", "案件"), OfficeTable.household,
        Column("amount", "金额"), Column("name", "姓名"), Column("resident_id", "身份证号"),
        Column("bank_account", "银行账号"),
      ]
    case .bankAnswer:
      [
        Column("payment", "付款号"), Column("amount", "金额"), Column("result", "结果"),
        Column("happened_on", "日期", isRequired: false), Column("reason", "原因", isRequired: false),
      ]
    case .sample: OfficeTable.sampled
    }
  }

  private static let household = Column("household_id", "户编号")
  private static let bill = [
    Column("record_id", "单据号"), household, Column("person_id", "人员编号", isRequired: false),
    Column("incurred_on", "发生日期"),
  ]
  private static let declaration = [
    household, Column("person_id", "人员编号", isRequired: false), Column("peril", "险别"),
    Column("cause", "原因", isRequired: false), Column("incurred_on", "发生日期"), Column("total", "总费用"),
    Column("basic_insurance", "基本医保报销"), Column("critical_illness_insurance", "大病保险报销"),
    Column("medical_assistance", "医疗救助"), Column("other", "其他补偿"),
    Column("compensated", "是否已获赔偿", isRequired: false), Column("name", "姓名"),
    Column("resident_id", "身份证号"), Column("bank_account", "银行账号"),
    Column("telephone", "电话", isRequired: false), Column("proxy", "代办人", isRequired: false),
    Column("consent", "同意核查"),
  ]
  private static let sampled = [
    Column("case", "案件"), Column("claim_id", "申请编号"), household, Column("township", "乡镇"),
    Column("stratum", "层"), Column("payout", "赔付金额"), Column("chance", "入样机会"),
    Column("out_of", "机会总数"), Column("audited_payout", "应付金额"),
    Column("note", "说明", isRequired: false),
  ]
}
