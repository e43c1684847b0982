import Tables
package import Units

/// What waits for an office, and its answers.
package enum DocketFile: TableFile {
  package static let kind = FileKind.docket
  package static let name = Wording(
    zh: "部门间交接单：待办事项及答复",
    en: "docket: what is waiting for an office, and its answers")

  package enum Role: Int, FileRole {
    case number, claim, household, peril, incurredOn, amount, state, since, until, move
    case happenedOn, answer, dwellings, businesses, vehicles, note

    /// Whether the office fills it in; the others are ours.
    package var isAnswer: Bool {
      switch self {
      case .happenedOn, .answer, .dwellings, .businesses, .vehicles, .note: true
      case .number, .claim, .household, .peril, .incurredOn, .amount, .state, .since, .until, .move: false
      }
    }
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .number: .casefile
    case .claim: .claim
    case .household: .household
    case .peril: .peril
    case .incurredOn: .incurredOn
    case .amount:
      Field.amount.meaning("自付金额；签章里的合计由此而来", "the cost left to the household; the seal states the total")
    case .state: Field("state", "状态", "案件现在的状态", "the state of the case").holding(.word)
    case .since: Field("since", "起于", "上一步的日期", "the day of its last step").holding(.day)
    case .until:
      Field(
        "until", "截止", "公示到哪一天为止；其他状态空着", "the last day of its public notice; otherwise empty"
      ).holding(.day)
    case .move:
      Field(
        "move", "办理", "等办的一步；可改为 object、withdraw 或 pend，中英文都行",
        "the step awaited; may be changed to object, withdraw or pend; in English or Chinese"
      ).holding(.word)
    case .happenedOn:
      Field("happened_on", "办理日期", "办理的日期；空着即签章的日期", "the date it was done; empty means the date of the seal")
        .holding(.day)
    case .answer:
      Field(
        "answer", "结论",
        "appraise：yes 支持、no 不支持；resolve：upheld 成立、dismissed 不成立；visit、disclose、confirm：yes 是，或空着",
        "appraise: yes or no; resolve: upheld or dismissed; visit, disclose, confirm: yes, or nothing"
      ).holding(.word)
    case .dwellings:
      Field.dwellings.meaning(
        "verify：住房数；none 或“无答复”是没有答复；空着是还没填",
        "verify: number of dwellings; 'none' means no answer; empty means not filled in yet")
    case .businesses:
      Field.businesses.meaning(
        "verify：经营主体数；写法同住房数", "verify: number of business entities; written as for dwellings")
    case .vehicles:
      Field.vehicles.meaning("verify：车辆数；写法同住房数", "verify: number of vehicles; written as for dwellings")
    case .note: .note
    }
  }

  /// A case that waits for an office, as it goes out; what the office is to fill in is empty.
  package struct Task: Sendable {
    package let number: Int
    package let claim: String
    package let household: String
    /// A peril of the scheme, by its word.
    package let peril: String
    package let incurredOn: Day
    /// The cost left to the household.
    package let amount: Yuan
    /// Where the case stands, by the journal's word.
    package let state: String
    /// The day of its last step.
    package let since: Day
    /// The last day of its public notice.
    package let until: Day?
    package let step: Step

    package init(
      number: Int, claim: String, household: String, peril: String, incurredOn: Day, amount: Yuan,
      state: String, since: Day, until: Day?, step: Step
    ) {
      self.number = number
      self.claim = claim
      self.household = household
      self.peril = peril
      self.incurredOn = incurredOn
      self.amount = amount
      self.state = state
      self.since = since
      self.until = until
      self.step = step
    }

    /// The row as it is written.
    package var cells: [String?] {
      DocketFile.cells { role in
        switch role {
        case .number: "\(number)"
        case .claim: claim
        case .household: household
        case .peril: peril
        case .incurredOn: incurredOn.description
        case .amount: amount.description
        case .state: state
        case .since: since.description
        case .until: until?.description
        case .move: step.rawValue
        case .happenedOn, .answer, .dwellings, .businesses, .vehicles, .note: nil
        }
      }
    }
  }
}

extension FileRow<DocketFile> {
  /// The case's number: 1 to 15 digits, from 1.
  package func number() throws(Reject) -> Int {
    guard let text = word(.number) else { throw fault(.number, .missing) }
    guard text.utf8.count <= 15, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number > 0
    else {
      throw fault(.number, .badID, Wording(zh: "不是案件编号", en: "not a case number"))
    }
    return number
  }

  /// The amount, which the control totals sum up: at most what a claim may ask for.
  package func amount() throws(Reject) -> Yuan {
    if self[.amount] == nil { throw fault(.amount, .missing) }
    guard let amount = amount(.amount), amount <= .claimLimit else { throw fault(.amount, .badAmount) }
    return amount
  }

  /// The first cell that is filled and says another thing of its case than the row that we would write.
  package func difference(from row: DocketFile.Task) -> CellDifference<DocketFile>? {
    differences(from: row.cells, in: [.claim, .household, .amount], amount: .amount)
      .first { $0.found != nil }
  }
}
