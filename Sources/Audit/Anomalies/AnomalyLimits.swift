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
          "by chance less than one in (this × the number of tests): many villages do not make many false alarms"
      )
    case .heapWindow:
      Wording(
        zh: "线旁窗口，为线的百分之几（至少 200 元）：窄到相邻窗口本应一样多",
        en:
          "the window beside a line, in percent of it (at least 200 yuan): so narrow that neighbours should hold as many"
      )
    case .heapLeast:
      Wording(zh: "窗口里至少几笔：再少说明不了什么", en: "at least so many in the window: fewer say nothing")
    case .edgeJump:
      Wording(
        zh: "档位边缘至少跳升多少元：再小不值得凑数",
        en: "an edge must raise the benefit by so many yuan: nobody steers for less")
    case .splitDays:
      Wording(
        zh: "几天之内的申请算接近：一次住院少有超过一个半月",
        en: "claims within so many days are close: a stay seldom lasts longer than six weeks")
    case .splitGain:
      Wording(zh: "至少多得多少元：再小多半是偶然", en: "at least so many yuan gained: less is as a rule chance")
    case .peers:
      Wording(zh: "至少几个同类才能比较", en: "at least so many peers to compare with")
    case .peerHouseholds:
      Wording(zh: "一个村至少几户才比较", en: "a village is compared from so many households on")
    case .peerCases:
      Wording(zh: "至少几件已决案件才比较", en: "a village or actor is compared from so many decided cases on")
    case .peerScore:
      Wording(
        zh: "比例的稳健 z 值下限（百分之一）：文献通用 3.5", en: "robust z of shares, in hundredths: the literature's usual 3.5")
    case .peerMoneyScore:
      Wording(
        zh: "金额的稳健 z 值下限（百分之一）：费用分布右偏，须更严",
        en: "robust z of money, in hundredths: costs are skewed, so more is asked")
    case .peerRatio:
      Wording(
        zh: "金额至少是同类中位数的百分之几：差得少，显著也不值得查",
        en: "money must be at least so many percent of the peers' median: less is not worth a journey")
    case .burstGap:
      Wording(
        zh: "两次审批相隔不超过几秒算连续：一分钟读不完一份卷",
        en: "approvals at most so many seconds apart are one run: nobody reads a file in a minute")
    case .burstLeast:
      Wording(zh: "连续至少几件", en: "a run has at least so many approvals")
    case .burstFaster:
      Wording(zh: "至少比本人平时快几倍", en: "so many times faster than the actor's own usual pace")
    case .paceLeast:
      Wording(zh: "本人平时的间隔至少有几个才算得出", en: "so many gaps are needed to know the usual pace")
    case .stayTolerance:
      Wording(
        zh: "同日两笔住院费用相差不超过百分之几，视作同一次：报销取整会有小差",
        en: "two costs of one day within so many percent are taken for one stay: reimbursements are rounded")
    case .changeDays:
      Wording(
        zh: "立案前几天之内的改动：一个季度的名册更新不到两个月就用上",
        en: "changes within so many days before the case was opened, up to its decision: about two months")
    case .bulkRows:
      Wording(
        zh: "一次记录改动这么多户，视作例行更新，不逐户列出",
        en: "so many households changed in one go are a renewal, and are not listed one by one")
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
