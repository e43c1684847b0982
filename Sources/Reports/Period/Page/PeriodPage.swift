import Casebook
import Claims
import Journal
package import Pages
import Rules
package import Units

extension PeriodReport {
  /// The report as a page.
  package func page(_ language: Language) -> Page {
    let writer = PeriodPage(report: self, language: language)
    let title = writer.text(
      "\(about.scheme.county.zh)\(about.period.name.zh)防贫保险\(about.period.supervision.zh)",
      "\(about.scheme.county.en): \(about.period.supervision.en), \(about.period.name.en)")
    return Page(language: language, title: title, styles: [PeriodStyle.sheet], body: writer.body)
  }
}

/// Writes a report as a page: every number comes from its figures.
struct PeriodPage {
  let report: PeriodReport
  let language: Language

  var about: PeriodReport.About { report.about }
  var figures: Figures { report.figures }
  var table: FigureTable { FigureTable(figures: figures, language: language) }

  func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  func text(zh: Sentence, en: Sentence) -> Sentence { language == .zh ? zh : en }

  /// What stands in the page's body.
  var body: HTML {
    var html = HTML()
    writeHead(&html)
    html.element("main") { html in
      writeSummary(&html)
      writeFund(&html)
      writePayouts(&html)
      writeAttention(&html)
      writeCases(&html)
      writeDecisions(&html)
      writeRegister(&html)
      writeStaircases(&html)
    }
    writeFoot(&html)
    return html
  }

  private func writeHead(_ html: inout HTML) {
    let period = about.period
    html.element("header") { html in
      html.element(
        "p", ["class": "eyebrow"], "\(about.scheme.county[language]) · \(about.scheme.name[language])")
      html.element("h1") { html in
        html.element(
          "span", ["class": "what"],
          text("防贫保险", "Poverty-prevention insurance: ")
            + (language == .zh ? period.supervision.zh : period.supervision.en.lowercased()))
        html.text(" ")
        html.element("span", ["class": "when"], period.name[language])
      }
      html.element(
        "p", ["class": "quiet"],
        text(
          "\(period.first) 至 \(about.asOf)，按业务日期统计；与\(period.before.name.zh)比较。金额单位：元。",
          "\(period.first) to \(about.asOf), by the date things happened; compared with "
            + "\(period.before.name.en). Amounts in yuan."
        ))
      if !about.isOver {
        notice(
          &html,
          text("本期还没结束：数字截至 \(about.asOf)。", "This period is not over: the figures are as of \(about.asOf)."))
      }
      let began = about.began.map(\.description) ?? "—"
      if about.isBeforeCasebook {
        notice(
          &html,
          text(
            "案卷簿从 \(began) 开始，本期没有记录：数字不明，不等于零。",
            "The casebook begins on \(began) and has no record of this period: its figures are unknown, not zero."
          ))
      } else if !about.hasBefore {
        notice(
          &html,
          text(
            "案卷簿从 \(began) 开始，上期没有记录，无从比较。",
            "The casebook begins on \(began) and has no record of the period before, so there is nothing to "
              + "compare with."
          ))
      }
    }
  }

  private func notice(_ html: inout HTML, _ text: String) {
    html.element("p", ["class": "notice", "role": "note"], text)
  }

  /// A part of the report under its heading.
  func section(_ html: inout HTML, _ section: Section, _ content: (inout HTML) -> Void) {
    let id = "part-\(section.rawValue)"
    html.element("section", ["aria-labelledby": id]) { html in
      html.element("h2", ["id": id], section.name[language])
      content(&html)
    }
  }

  func heading(_ html: inout HTML, _ section: Section) { html.element("h3", section.name[language]) }

  /// A drawing beside its table, or above it where there is no room.
  func pair(_ html: inout HTML, _ drawing: (inout HTML) -> Void, _ table: (inout HTML) -> Void) {
    html.element("div", ["class": "pair"]) { html in
      html.element("figure") { drawing(&$0) }
      html.element("div", ["class": "tables"]) { table(&$0) }
    }
  }

  /// Tables that are narrow enough to stand side by side where there is room.
  func side(_ html: inout HTML, _ tables: (inout HTML) -> Void) {
    html.element("div", ["class": "side"]) { tables(&$0) }
  }

  /// What the marks of a drawing mean.
  func legend(_ html: inout HTML, _ entries: [(kind: String, text: String)]) {
    html.element("ul", ["class": "legend"]) { html in
      for (kind, text) in entries {
        html.element("li") { html in
          html.element("svg", ["viewBox": "0 0 28 12", "aria-hidden": "true", "class": "sample"]) { html in
            if ["promised", "paid", "step"].contains(kind) {
              html.element("rect", ["x": "1", "y": "1", "width": "26", "height": "10", "class": kind]) { _ in
              }
            } else if kind == "account" {
              html.element("circle", ["cx": "14", "cy": "6", "r": "4", "class": kind]) { _ in }
            } else {
              html.element("line", ["x1": "1", "y1": "6", "x2": "27", "y2": "6", "class": kind]) { _ in }
            }
          }
          html.element("span", text)
        }
      }
    }
  }

  // MARK: The words of keys

  func peril(_ word: String) -> String {
    word == Vocabulary.unknown ? unknown : about.scheme.name(ofPeril: word)[language]
  }
  func group(_ word: String) -> String {
    word == Vocabulary.unknown ? unknown : about.scheme.name(ofGroup: word)[language]
  }
  func township(_ word: String) -> String {
    word == Vocabulary.unknown ? text("乡镇不明", "township not known") : word
  }
  func state(_ word: String) -> String { CaseState(rawValue: word)?.name[language] ?? word }
  func reason(_ word: String) -> String { Reason(code: word)?.name[language] ?? word }
  func outcome(_ word: String) -> String { Outcome(rawValue: word)?.name[language] ?? word }
  func stage(_ word: String) -> String { Stage.allCases.first { $0.word == word }?.name[language] ?? word }
  func way(_ word: String) -> String {
    switch word {
    case EntryKind.declare.rawValue: text("群众申报", "declared by households")
    case EntryKind.screen.rawValue: text("数据筛查预警", "found by screening")
    default: text("批量理算的申请", "batch claims")
    }
  }
  private var unknown: String { text("不明", "not known") }

  /// The keys of a measure with their names.
  func keys(_ measure: Measure, _ name: (String) -> String) -> [(key: String, name: String)] {
    figures.keys(of: measure).map { ($0, name($0)) }
  }
}
