package import Units

/// The limits by which the checks tell what is odd: all of them, each with its reason.
package enum AnomalyLimit: String, CaseIterable, Sendable {
  case chance = "chance"
  case heapWindow = "heap-window"
  case heapLeast = "heap-least"
  case edgeJump = "edge-jump"
  case splitDays = "split-days"
  case splitGain = "split-gain"
  case peers = "peers"
  case peerHouseholds = "peer-households"
  case peerCases = "peer-cases"
  case peerScore = "peer-score"
  case peerMoneyScore = "peer-money-score"
  case peerRatio = "peer-ratio"
  case burstGap = "burst-gap"
  case burstLeast = "burst-least"
  case burstFaster = "burst-faster"
  case paceLeast = "pace-least"
  case stayTolerance = "stay-tolerance"
  case changeDays = "change-days"
  case bulkRows = "bulk-rows"

  /// What holds where nobody says otherwise.
  package var usual: Int {
    switch self {
    case .chance: 10_000
    case .heapWindow: 2
    case .heapLeast: 6
    case .edgeJump: 100
    case .splitDays: 45
    case .splitGain: 100
    case .peers: 8
    case .peerHouseholds: 10
    case .peerCases: 8
    case .peerScore: 350
    case .peerMoneyScore: 500
    case .peerRatio: 200
    case .burstGap: 60
    case .burstLeast: 10
    case .burstFaster: 4
    case .paceLeast: 10
    case .stayTolerance: 5
    case .changeDays: 60
    case .bulkRows: 50
    }
  }

  /// What it means, with the reason for it.
  package var reason: Wording {
    switch self {
    case .chance:
      Wording(
        zh: "偶然出现的机会须小于“1 / (此数 × 检验次数)”：查的村多，也不会多出误报",
        en:
          "probability by chance must be below 1 in (this × number of tests), so that many villages do not "
          + "mean many false alarms"
      )
    case .heapWindow:
      Wording(
        zh: "线旁窗口，为线的百分之几（至少 200 元）：窄到相邻窗口的笔数应大致相同",
        en:
          "width of the window beside a line, in percent of the line (at least 200 yuan): narrow enough for "
          + "neighbouring windows to hold equal numbers"
      )
    case .heapLeast:
      Wording(zh: "窗口里至少几笔：再少说明不了什么", en: "fewest amounts in the window: fewer prove nothing")
    case .edgeJump:
      Wording(
        zh: "档位边缘至少跳升多少元：再小不值得凑数",
        en: "least rise of the benefit at an edge, in yuan: nobody aims for less")
    case .splitDays:
      Wording(
        zh: "几天之内的申请算接近：一次住院少有超过一个半月",
        en: "days within which claims count as close: a stay seldom lasts longer than six weeks")
    case .splitGain:
      Wording(zh: "至少多得多少元：再小多半是偶然", en: "least gain, in yuan: less is usually chance")
    case .peers:
      Wording(zh: "至少几个同类才能比较", en: "fewest peers to compare with")
    case .peerHouseholds:
      Wording(zh: "一个村至少几户才比较", en: "fewest households for a village to be compared")
    case .peerCases:
      Wording(zh: "至少几件已决案件才比较", en: "fewest decided cases for a village or actor to be compared")
    case .peerScore:
      Wording(
        zh: "比例的稳健 z 值下限（百分之一）：文献通用 3.5", en: "least robust z for shares, in hundredths: commonly 3.5")
    case .peerMoneyScore:
      Wording(
        zh: "金额的稳健 z 值下限（百分之一）：费用分布右偏，须更严",
        en: "least robust z for amounts, in hundredths: costs are skewed, so more is required")
    case .peerRatio:
      Wording(
        zh: "金额至少是同类中位数的百分之几：差得少，显著也不值得查",
        en: "least ratio of an amount to the peers' median, in percent: less is not worth looking into")
    case .burstGap:
      Wording(
        zh: "两次审批相隔不超过几秒算连续：一分钟看不完一份案卷",
        en: "most seconds between approvals of one run: nobody reads a case file in a minute")
    case .burstLeast:
      Wording(zh: "连续至少几件", en: "fewest approvals in a run")
    case .burstFaster:
      Wording(zh: "至少比本人平时快几倍", en: "least factor by which a run is faster than the actor's usual pace")
    case .paceLeast:
      Wording(zh: "本人平时的间隔至少有几个才算得出", en: "fewest gaps from which the usual pace is known")
    case .stayTolerance:
      Wording(
        zh: "同日两笔住院费用相差不超过百分之几，视作同一次：报销取整会有小差",
        en: "two costs on one day within this percentage are taken for one stay: reimbursements are rounded")
    case .changeDays:
      Wording(
        zh: "立案前几天之内的改动：一个季度的名册更新不到两个月就用上",
        en: "days before a case was opened from which changes count, up to its decision: about two months")
    case .bulkRows:
      Wording(
        zh: "一次记录改动这么多户，视作例行更新，不逐户列出",
        en: "households changed in one go that count as a routine update, not listed one by one")
    }
  }
}

/// The limits in force: the usual ones, but for those somebody has changed.
package struct AnomalyLimits: Hashable, Sendable {
  private var changed: [AnomalyLimit: Int] = [:]

  package init() {}

  package subscript(limit: AnomalyLimit) -> Int {
    get { changed[limit] ?? limit.usual }
    set { changed[limit] = newValue }
  }
}
