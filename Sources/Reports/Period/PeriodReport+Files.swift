import Files
import JSONText
import Rules
package import Tables
import Units

extension PeriodReport {
  /// What the report is about, as the first rows of the CSV and the first member of the JSON have it.
  private var facts: [(name: String, value: String, before: String)] {
    let period = about.period
    return [
      ("period", period.code, period.before.code),
      ("first_day", period.first.description, period.before.first.description),
      ("last_day", period.last.description, period.before.last.description),
      ("as_of", about.asOf.description, period.before.last.description),
      ("made_on", about.madeOn.description, ""),
      ("is_over", about.isOver ? "yes" : "no", ""),
      ("casebook", about.casebook, ""),
      ("casebook_began", about.began?.description ?? "", ""),
      ("entries", "\(about.entries)", ""),
      ("head", about.head, ""),
      ("scheme", about.scheme.id, ""),
      ("scheme_digest", about.scheme.digest, ""),
      ("years_without_holidays", unlistedYears.map(String.init).joined(separator: " "), ""),
    ]
  }

  /// The figures in long form, a row each; what is not known is empty.
  package func table(_ style: TableStyle) throws(TableError) -> [UInt8] {
    let about = facts.map { fact in
      PeriodReportFile.cells { role in
        switch role {
        case .section: "about"
        case .measure: fact.name
        case .key: ""
        case .unit: "text"
        case .value: fact.value
        case .before: fact.before
        }
      }
    }
    let rows = figures.all.map { figure in
      PeriodReportFile.cells { role in
        switch role {
        case .section: figure.measure.section.rawValue
        case .measure: figure.measure.word
        case .key: figure.key
        case .unit: figure.measure.unit.rawValue
        case .value: figure.text(figure.value)
        case .before: figure.text(figure.before)
        }
      }
    }
    return try TableWriter.bytes(PeriodReportFile.outline, style, rows: about + rows)
  }

  /// The figures nested by section, measure and key: money and shares as strings, counts as numbers, `null` where not known.
  package var json: String {
    var writer = JSONWriter(layout: .indented)
    writer.object { writer in
      writer.member("format", "fangpin-period-report-1")
      writer.member("about") { writer in
        writer.object { writer in
          for fact in facts { writer.member(fact.name, fact.value.isEmpty ? nil : fact.value) }
          writer.member("before", about.period.before.code)
        }
      }
      for section in Section.allCases {
        writer.member(section.rawValue) { write(section, to: &$0) }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ section: Section, to writer: inout JSONWriter) {
    writer.object { writer in
      for measure in Measure.allCases where measure.section == section {
        let own = figures.all.filter { $0.measure == measure }
        writer.member(measure.word) { writer in
          writer.object { writer in
            writer.member("unit", measure.unit.rawValue)
            if own.count == 1, let whole = own.first, whole.key.isEmpty {
              PeriodReport.write(whole, to: &writer)
            } else {
              writer.member("by") { writer in
                writer.object { writer in
                  for figure in own {
                    writer.member(figure.key) { $0.object { PeriodReport.write(figure, to: &$0) } }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func write(_ figure: Figure, to writer: inout JSONWriter) {
    for (name, value) in [("value", figure.value), ("before", figure.before)] {
      writer.member(name) { writer in
        guard let value else { return writer.null() }
        switch figure.measure.unit {
        case .yuan, .percent: writer.string(figure.text(value))
        case .cases, .households, .people, .entries, .days: writer.number(value)
        }
      }
    }
  }
}
