import Tables
package import Units

/// The figures of a period, a row each.
package enum PeriodReportFile: TableFile {
  package static let kind = FileKind.periodReport
  package static let name = Wording(
    zh: "报表（report --format csv）", en: "report of a period (report --format csv)")

  package enum Role: Int, FileRole {
    case section, measure, key, unit, value, before
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .section: Field("section", "部分", "报表的部分", "a section of the report").holding(.word).written
    case .measure: Field("measure", "指标", "指标的代码", "a measure, as a code").holding(.word).written
    case .key:
      Field("key", "分项", "险别、乡镇等；合计为空", "a peril, a township and so on; empty for the whole").holding(.word)
        .written
    case .unit:
      Field("unit", "单位", "yuan、cases、percent 等；文字为 text", "yuan, cases, percent and so on; text for texts")
        .holding(.word)
        .written
    case .value: Field("value", "数值", "不知道时为空", "empty where not known").holding(.figure).written
    case .before: Field("before", "上期", "上一期的数值", "the value of the period before").holding(.figure).written
    }
  }
}
