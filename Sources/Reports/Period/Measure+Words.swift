package import Units

extension Measure {
  /// Its name for people: in a table's row or above a column.
  package var name: Wording { fundName ?? payoutName ?? caseName ?? attentionName ?? otherName }

  private var fundName: Wording? {
    switch self {
    case .contributed: Wording(zh: "累计拨入", en: "Contributed so far")
    case .called: Wording(zh: "累计请县财政补足", en: "Called for from the county so far")
    case .owed: Wording(zh: "其中县财政尚未拨付", en: "Of this, still owed by the county")
    case .promised: Wording(zh: "已决未付", en: "Approved, not yet paid")
    case .paid: Wording(zh: "累计已到账", en: "Paid so far")
    case .left: Wording(zh: "结余", en: "Left")
    case .receivable: Wording(zh: "应由农户退还（不在结余内）", en: "Owed back by households (not in what is left)")
    case .used:
      Wording(zh: "已用（已付与已决未付）占拨入与应拨，%", en: "Paid or approved, % of contributions and what is owed")
    case .contributedIn: Wording(zh: "本期拨入", en: "Contributed in the period")
    case .calledIn: Wording(zh: "本期请县财政补足", en: "Called for from the county in the period")
    case .waiting: Wording(zh: "等待资金到位，件", en: "Cases waiting for the fund")
    case .waitingAmount: Wording(zh: "等待资金到位，金额", en: "Amount waiting for the fund")
    case .forecastPromised: Wording(zh: "预测：保障年度内决定赔付", en: "Forecast: approved by the policy year's end")
    case .forecastLeft: Wording(zh: "预测：保障年度末结余", en: "Forecast: left at the policy year's end")
    case .forecastDays: Wording(zh: "预测：结余还能用，天", en: "Forecast: days the balance will last")
    case .courseIn: Wording(zh: "拨入与应拨", en: "Contributed or owed")
    case .coursePromised: Wording(zh: "已付与已决未付", en: "Approved (incl. paid)")
    case .coursePaid: Wording(zh: "已到账", en: "Paid")
    default: nil
    }
  }

  private var payoutName: Wording? {
    switch self {
    case .promisedIn, .promisedByPeril, .promisedByGroup, .promisedByTownship:
      Wording(zh: "决定赔付", en: "Approved")
    case .paidIn, .paidByPeril, .paidByGroup, .paidByTownship: Wording(zh: "赔付到账", en: "Paid")
    case .payments: Wording(zh: "到账笔数", en: "Payments made")
    case .householdsPromised: Wording(zh: "决定赔付的户", en: "Households approved for payment")
    case .householdsPaid, .householdsPaidByTownship: Wording(zh: "赔付到账的户", en: "Households paid")
    default: nil
    }
  }

  private var caseName: Wording? {
    switch self {
    case .opened, .openedByWay, .openedByPeril: Wording(zh: "立案，件", en: "Cases opened")
    case .openedAmount, .openedAmountByWay, .openedAmountByPeril: Wording(zh: "自付金额", en: "Cost claimed")
    case .declared: Wording(zh: "全部", en: "All")
    case .open: Wording(zh: "未结", en: "Open")
    case .paidCases: Wording(zh: "已赔付", en: "Paid")
    case .denied: Wording(zh: "不予赔付", en: "Denied")
    case .withdrawn: Wording(zh: "撤回或冲正", en: "Withdrawn or reversed")
    case .byState, .waitingByStep: Wording(zh: "案件，件", en: "Cases")
    case .declaredAmount, .openAmount, .paidAmount, .deniedAmount, .withdrawnAmount, .amountByState:
      Wording(zh: "自付金额", en: "Cost claimed")
    case .reached: Wording(zh: "申报和筛查的案件", en: "Declared or screened")
    case .batchReached: Wording(zh: "批量理算的申请", en: "Batch claims")
    case .done: Wording(zh: "本期办理，次", en: "Done in the period")
    case .timed: Wording(zh: "计时，次", en: "Timed")
    case .median: Wording(zh: "中位，天", en: "Median, days")
    case .ninetieth: Wording(zh: "九成，天", en: "Nine in ten within, days")
    default: nil
    }
  }

  private var attentionName: Wording? {
    switch self {
    case .overdue: Wording(zh: "付款超期，件", en: "Payments overdue")
    case .overdueAmount: Wording(zh: "付款超期，金额", en: "Amount overdue")
    case .overdueLongest: Wording(zh: "最长超期，天", en: "Longest overdue, days")
    case .noticeOver: Wording(zh: "公示期满未确认，件", en: "Notice period over, not confirmed")
    case .objectionsOpen: Wording(zh: "未处理的异议，件", en: "Objections open")
    case .longestByStep: Wording(zh: "最长等待，天", en: "Longest wait, days")
    case .raised: Wording(zh: "提出异议，次", en: "Objections raised")
    case .upheld: Wording(zh: "异议成立，次", en: "Objections upheld")
    case .dismissed: Wording(zh: "异议不成立，次", en: "Objections dismissed")
    case .reversals: Wording(zh: "冲正，次", en: "Reversals")
    case .takenBack: Wording(zh: "冲正后退款入账", en: "Paid back after reversals")
    case .redecisions: Wording(zh: "重新决定，次", en: "Decided again")
    case .released: Wording(zh: "冲正和重新决定取消待付", en: "Approved payments cancelled by these")
    case .supplements: Wording(zh: "补付，次", en: "Supplements")
    case .supplementAmount: Wording(zh: "补付金额", en: "Supplements, amount")
    case .takenUp: Wording(zh: "资金到位转入待付，次", en: "Waiting cases funded")
    case .takenUpAmount: Wording(zh: "资金到位转入待付，金额", en: "Waiting cases funded, amount")
    case .returned: Wording(zh: "银行退回，笔", en: "Returned by the bank")
    case .returnedAmount: Wording(zh: "银行退回，金额", en: "Returned, amount")
    case .pended: Wording(zh: "暂停办理，次", en: "Pended by hand")
    case .withdrawals: Wording(zh: "撤回，次", en: "Withdrawals")
    default: nil
    }
  }

  private var otherName: Wording {
    switch self {
    case .decided, .byOutcome, .byReason: Wording(zh: "决定，件", en: "Decisions")
    case .claimed, .claimedByOutcome, .claimedByReason: Wording(zh: "自付金额", en: "Cost claimed")
    case .awarded, .awardedByOutcome, .awardedByReason: Wording(zh: "决定赔付", en: "Payout approved")
    case .registered: Wording(zh: "名册上的户", en: "Households on the register")
    case .covered: Wording(zh: "保障的户", en: "Households covered")
    case .notProtected: Wording(zh: "人群不受保障的户", en: "Households in groups not protected")
    case .groupUnknown: Wording(zh: "人群不明的户", en: "Households of unknown group")
    case .people: Wording(zh: "保障的人（人口已知的户）", en: "People covered (where members are known)")
    case .membersUnknown: Wording(zh: "人口不明的户", en: "Households covered, members unknown")
    case .householdsByGroup, .householdsByTownship: Wording(zh: "保障的户", en: "Households")
    case .peopleByGroup, .peopleByTownship: Wording(zh: "保障的人", en: "People")
    case .unknownByGroup, .unknownByTownship: Wording(zh: "人口不明的户", en: "Members unknown")
    case .accounts: Wording(zh: "账户", en: "Accounts")
    case .accumulated: Wording(zh: "累计额", en: "Accumulated cost")
    case .benefit: Wording(zh: "累计应赔", en: "Benefit")
    default: preconditionFailure("every measure has a name")
    }
  }
}

extension Section {
  /// Its heading; parts shown under another's heading have a name of their own all the same.
  package var name: Wording {
    switch self {
    case .fund: Wording(zh: "资金", en: "The fund")
    case .course: Wording(zh: "保障年度的资金走势", en: "The fund over the policy year")
    case .payouts: Wording(zh: "赔付", en: "Payouts")
    case .intake: Wording(zh: "预警、申报和立案", en: "Warnings, declarations and claims")
    case .cases: Wording(zh: "案件所在环节", en: "State of all cases")
    case .steps: Wording(zh: "各环节与用时", en: "The steps, and how long they take")
    case .attention: Wording(zh: "待办与超期", en: "What is waiting and what is overdue")
    case .objections: Wording(zh: "异议", en: "Objections")
    case .corrections: Wording(zh: "更正", en: "Corrections")
    case .decisions: Wording(zh: "决定与理由", en: "Decisions and their reasons")
    case .register: Wording(zh: "保障范围", en: "Who is covered")
    case .staircase: Wording(zh: "费用与赔付的阶梯", en: "From cost to benefit: the staircases")
    }
  }
}
