package import Files
import Rules
package import Units

// The questions at a terminal: what is said to whoever answers them.
extension DeclarationQuestions {
  /// What helps to answer it.
  package func hint(_ field: DeclarationField, _ draft: DeclarationDraft) -> Wording? {
    let peril = scheme.perils.first { $0.id == draft[.peril] }
    switch field {
    case .household: return Wording(zh: "名册上的户编号，不是身份证号", en: "as on the register; not a resident ID")
    case .person: return Wording(zh: "费用发生在家中哪一位", en: "the member whose cost it is")
    case .name:
      return Wording(zh: "户口本或身份证上的姓名；款项汇入此人账户", en: "as on the identity card; the money goes to this person")
    case .residentID: return Wording(zh: "18 位，末位可为 X", en: "18 characters; the last may be X")
    case .proxy:
      return Wording(
        zh: "替人来办的，写代办人姓名；本人来办，直接回车", en: "the proxy's name; press Enter if the declarant is present")
    case .peril, .compensated: return nil
    case .cause: return Wording(zh: "都不是或不清楚，直接回车", en: "press Enter if it is none of these, or not known")
    case .day:
      return peril.map {
        Wording(zh: "\($0.name.zh)：填\($0.eventDay.zh)", en: "for \($0.name.en): the \($0.eventDay.en)")
      }
    case .invoice:
      return Wording(
        zh: "与部门报来的单据核对，同一张只立一案", en: "held against what departments report: one bill has one case")
    case .total:
      return Wording(zh: "报销、救助、补偿之前的全部费用", en: "the full cost, before any reimbursement")
    case .basicInsurance, .criticalIllnessInsurance, .medicalAssistance, .other:
      return Wording(zh: "没有就输入 0；不清楚请先问清", en: "0 if none; if you do not know, find out before going on")
    case .bankAccount: return Wording(zh: "银行卡或存折号，可带空格", en: "card or passbook; spaces do not matter")
    case .telephone: return Wording(zh: "手机或带区号的固定电话", en: "mobile, or landline with area code")
    }
  }

  /// An answer that would do; `nil` where there are choices.
  package func example(_ field: DeclarationField) -> Wording? {
    switch field {
    case .household: Wording(zh: "H0001", en: "H0001")
    case .person: Wording(zh: "P0001", en: "P0001")
    case .name: Wording(zh: "王小明", en: "Wang Xiaoming")
    case .residentID: Wording(zh: "11010519491231002X", en: "11010519491231002X")
    case .proxy: Wording(zh: "李华", en: "Li Hua")
    case .peril, .cause, .compensated: nil
    case .day: Wording(zh: "2018年3月5日 或 2018-03-05", en: "2018-03-05 or 2018/3/5")
    case .invoice:
      Wording(zh: "04403190011112345678 或 ZY201803051", en: "04403190011112345678 or ZY201803051")
    case .total: Wording(zh: "38000 或 38,000.50", en: "38000 or 38,000.50")
    case .basicInsurance, .criticalIllnessInsurance, .medicalAssistance, .other:
      Wording(zh: "0 或 1200 或 1,200.50", en: "0 or 1200 or 1,200.50")
    case .bankAccount: Wording(zh: "6222 0200 0000 0000 000", en: "6222 0200 0000 0000 000")
    case .telephone: Wording(zh: "13800138000", en: "13800138000")
    }
  }
}
