import Tables
package import Units

/// What a search for anomalies has found, the weightiest first.
package enum AnomaliesFile: TableFile {
  package static let kind = FileKind.anomalies
  package static let name = Wording(
    zh: "疑点清单（audit anomalies --format csv）", en: "anomalies (audit anomalies --format csv)")

  package enum Role: Int, FileRole {
    case rank, code, score, strength, stake
    case cases, households, actors, entries
    case what, meaning, innocent, next
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .rank: Field("rank", "名次", "从 1 起", "from 1").holding(.id).written
    case .code: Field("code", "检查", "检查的代码", "the check, as a code").holding(.word).written
    case .score:
      Field("score", "分值", "（涉及金额 + 1,000 元）× 强度", "(money at stake + 1,000 yuan) × strength").holding(
        .figure
      ).written
    case .strength:
      Field("strength", "强度", "证据有多强，0 至 100", "how strong the evidence is, 0 to 100").holding(.count).written
    case .stake: Field("stake", "涉及金额", "元", "the money at stake; in yuan").holding(.money).written
    case .cases:
      Field("cases", "案件", "案件编号，用分号隔开", "case numbers, separated by semicolons").holding(.id).written
    case .households:
      Field("households", "户", "户编号，用分号隔开", "household ids, separated by semicolons").holding(.id).written
    case .actors: Field("actors", "经办人", "姓名，用分号隔开", "names of actors, separated by semicolons").written
    case .entries:
      Field("entries", "台账", "条目的编号，用分号隔开", "entry numbers, separated by semicolons").holding(.id).written
    case .what: Field("to_be_looked_at", "待查", "查到了什么", "what was found").written
    case .meaning: Field("meaning", "含义", "这项检查找什么", "what the check looks for").written
    case .innocent: Field("may_be_innocent", "或属正常", "为什么可能没有问题", "why it may be all right").written
    case .next: Field("look_next", "再查", "接着看什么", "what to look at next").written
    }
  }
}
