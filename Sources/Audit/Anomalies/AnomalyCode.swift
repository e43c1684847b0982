package import Units

/// The checks. The raw value is the word in files; it never changes.
package enum AnomalyCode: String, CaseIterable, Sendable {
  case sharedAccount = "shared-account"
  case billTwice = "bill-twice"
  case heapAboveLine = "heap-above-line"
  case splitOverEdge = "split-over-edge"
  case farFromPeers = "far-from-peers"
  case approvalBurst = "approval-burst"
  case relatedActor = "related-actor"
  case neverVerified = "never-verified"
  case memberTwice = "member-twice"
  case changedBeforeClaim = "changed-before-claim"

  /// Its name for people.
  package var name: Wording {
    switch self {
    case .sharedAccount: Wording(zh: "多户同一账户", en: "one account in several households")
    case .billTwice: Wording(zh: "同一票据或住院两次", en: "the same bill or stay twice")
    case .heapAboveLine: Wording(zh: "金额扎堆在线上", en: "amounts heaped just above a line")
    case .splitOverEdge: Wording(zh: "跨档拆单", en: "bills split across a falling edge")
    case .farFromPeers: Wording(zh: "明显偏离同类", en: "far from its peers")
    case .approvalBurst: Wording(zh: "短时间集中审批", en: "approvals in a burst")
    case .relatedActor: Wording(zh: "经办人与农户有关联", en: "actor and household related")
    case .neverVerified: Wording(zh: "未经核查的赔付", en: "payouts never verified")
    case .memberTwice: Wording(zh: "一人计入两户", en: "a member counted twice")
    case .changedBeforeClaim: Wording(zh: "申请前改动收入或资产", en: "income or assets changed before a claim")
    }
  }

  /// What it means.
  package var meaning: Wording {
    switch self {
    case .sharedAccount:
      Wording(
        zh: "几户的赔款指向同一个银行账户，钱可能没有到该得的人手里",
        en:
          "payouts of several households point to one account: the money may not reach those it is meant for")
    case .billTwice:
      Wording(
        zh: "同一笔费用可能被算了两次，或分别按两个险别赔付",
        en: "one cost may have been counted twice, or paid under two perils")
    case .heapAboveLine:
      Wording(
        zh: "刚过线的金额多于相邻的金额，可能有人知道线在哪里而凑数",
        en:
          "more amounts lie just above the line than beside it: somebody may know where it is and aim for it"
      )
    case .splitOverEdge:
      Wording(
        zh: "分几次申请得到的钱，比一次申请同样的总额多：赔付率在档位边缘下降，已赔的不追回",
        en:
          "several claims paid the household more than one claim for the sum would have, because the rate "
          + "falls at an edge and nothing is clawed back")
    case .farFromPeers:
      Wording(
        zh: "这个村或经办人的数字与同类相差悬殊，偶然很难解释",
        en: "the figures of this village or actor differ from those of its peers by more than chance explains"
      )
    case .approvalBurst:
      Wording(
        zh: "一人在几分钟内连续审批多件，远快于本人平时，可能没有逐件看材料",
        en:
          "one actor approved many cases within minutes, much faster than usual: the case files may not "
          + "have been read"
      )
    case .relatedActor:
      Wording(
        zh: "经办人办了自己或亲属户的案件，或赔款进了经办人一户的账户",
        en:
          "an actor worked on a case of their own or a relative's household, or money went to an account of "
          + "the actor's household")
    case .neverVerified:
      Wording(
        zh: "已同意赔付，但核查、入户、评议、公示中有缺失，或答复只出自一人",
        en:
          "payment was approved though an answer, visit, appraisal or notice is missing, or one actor gave every answer"
      )
    case .memberTwice:
      Wording(
        zh: "同一人计入两户或登记两次，人口多了，保障线就高了",
        en:
          "one person is counted in two households, or twice in one: more members raise the protection line"
      )
    case .changedBeforeClaim:
      Wording(
        zh: "申请前不久改动了登记的收入、资产、人口或人群；按原来的登记不会赔付",
        en:
          "a recorded income, asset, head count or group was changed shortly before the claim; as it stood before, nothing "
          + "would have been paid")
    }
  }

  /// Why it can be innocent.
  package var innocent: Wording {
    switch self {
    case .sharedAccount:
      Wording(
        zh: "老人用子女的账户，或监护人、村里统一代领，且有委托书",
        en: "an old parent uses a child's account, or a guardian collects with a signed authorisation")
    case .billTwice:
      Wording(
        zh: "两名家人同日出院、费用恰好相同；两个部门的编号恰好相同；票据更正后重录",
        en:
          "two members left hospital on the same day with equal bills; two departments use the same "
          + "numbers; a bill was corrected"
      )
    case .heapAboveLine:
      Wording(
        zh: "医院或学校有固定收费，正好略高于线；线以下的本来就很少申报",
        en:
          "a hospital or school charges a fixed price just above the line; few people claim below the line at all"
      )
    case .splitOverEdge:
      Wording(
        zh: "确实先后住了两次院，依先后申请，并无安排",
        en: "there really were two stays, claimed one after the other and not by design")
    case .farFromPeers:
      Wording(
        zh: "当地受灾、有污染或地方病，或村里老人多；经办人专管某一类案件",
        en:
          "the village had a disaster, a local disease or many old people; the actor handles one kind of case"
      )
    case .approvalBurst:
      Wording(
        zh: "开会集体审过，会后一并录入；系统故障后补录",
        en:
          "the cases were discussed in a meeting and entered afterwards, or entered after the system had been down"
      )
    case .relatedActor:
      Wording(
        zh: "经办时还不是亲属；同名或录错；小村里没有别人可办，且已公示说明",
        en:
          "they were not yet related at the time; an error in the register; in a small village nobody else "
          + "could act, and this was announced"
      )
    case .neverVerified:
      Wording(
        zh: "部门长期不答复而另有证明；批量申请已在别处核查；一个窗口代各部门答复",
        en:
          "a department did not answer and other proof was seen; a batch was checked elsewhere; one desk "
          + "answers for all departments"
      )
    case .memberTwice:
      Wording(
        zh: "因婚嫁、分户迁入，原户尚未更新；录入时写错号码",
        en: "a marriage or a divided household, with the old register not yet updated; a mistyped number")
    case .changedBeforeClaim:
      Wording(
        zh: "年度例行更新；确实失业、卖车或添丁；更正录入差错",
        en: "the yearly update; a job really lost, a car sold, a child born; an error corrected")
    }
  }

  /// What to look at next.
  package var next: Wording {
    switch self {
    case .sharedAccount:
      Wording(
        zh: "查户主与开户人的关系和委托书，向各户核对是否收到钱",
        en:
          "ask how the account holder is related, see the authorisation, ask each household whether it "
          + "received the money"
      )
    case .billTwice:
      Wording(
        zh: "调两案的票据原件和出院小结，向医院或学校核对编号",
        en:
          "see both original bills and the discharge notes, and check the numbers with the hospital or school"
      )
    case .heapAboveLine:
      Wording(
        zh: "抽这些案件的票据原件，看是谁受理，比对医院的明细",
        en:
          "pull the original bills of these cases, see who took them in, and compare with the hospital's own list"
      )
    case .splitOverEdge:
      Wording(
        zh: "看各笔票据日期是否同一次住院，问申请为何分开",
        en: "see whether the bills are from one stay, and ask why they were claimed separately")
    case .farFromPeers:
      Wording(
        zh: "抽样该村或该经办人的案件（audit draw），入户复核，再问当地有无特殊情况",
        en:
          "draw a sample of its cases (audit draw), revisit the households, and ask about special circumstances"
      )
    case .approvalBurst:
      Wording(
        zh: "看这几件的材料是否齐全，有无会议记录",
        en: "see whether these files are complete, and whether there are minutes of a meeting")
    case .relatedActor:
      Wording(
        zh: "核实亲属关系及始于何时，由无关的人重办此案",
        en: "establish the relationship and when it began, and have somebody unrelated redo the case")
    case .neverVerified:
      Wording(
        zh: "补问部门，补做入户；批量申请向报送名单的单位索要核查材料",
        en: "ask the department again, make the missing visit; for a batch, ask its sender for the "
          + "verification papers")
    case .memberTwice:
      Wording(
        zh: "与公安户籍核对常住地，更正人口后重新理算两户",
        en:
          "check the residence with the police register, correct the head count, and decide both households again"
      )
    case .changedBeforeClaim:
      Wording(
        zh: "看改动的依据是谁给的、何时给的，与税务、车管、不动产核对",
        en:
          "see who gave the grounds for the change and when, and check with the tax, vehicle and land offices"
      )
    }
  }
}
