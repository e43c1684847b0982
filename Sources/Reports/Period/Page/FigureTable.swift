import Pages
import Units

/// Tables of a report's figures: each number carries the name of its row in the CSV.
struct FigureTable {
  let figures: Figures
  let language: Language

  private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// A row for each figure: this period, the one before, and the change.
  func list(_ html: inout HTML, caption: String, _ measures: [Measure]) {
    rows(html: &html, caption: caption, measures.map { ($0.name[language], figures[$0]) })
  }

  /// The same for figures under names of their own.
  func rows(html: inout HTML, caption: String, _ rows: [(name: String, figure: Figure)]) {
    let (this, before, change) = (text("本期", "This period"), text("上期", "Before"), text("变化", "Change"))
    // Where nothing is recorded of the period before, two columns of dashes would say it once too often.
    let isCompared = rows.contains { $0.figure.before != nil }
    html.element("table", ["class": FigureTable.kind("list", rows.count), "role": "table"]) { html in
      html.element("caption", caption)
      head(&html, ["", this] + (isCompared ? [before, change] : []))
      html.element("tbody", ["role": "rowgroup"]) { html in
        for (name, figure) in rows {
          html.element("tr", ["role": "row"]) { html in
            html.element("th", ["scope": "row", "role": "rowheader"], name)
            cell(&html, this) { value(&$0, figure) }
            guard isCompared else { return }
            cell(&html, before) {
              $0.element("span", ["data-before": figure.row], figure.shown(figure.before))
            }
            cell(&html, change) { $0.element("span", ["data-change": figure.row], figure.shownChange) }
          }
        }
      }
    }
  }

  /// A row for each key and a column for each measure; in each cell the period before and the change stand below.
  ///
  /// - Parameter whole: the measures of the last row, which is for all of them.
  func grid(
    _ html: inout HTML, caption: String, of what: String, _ keys: [(key: String, name: String)],
    _ measures: [Measure], whole: [Measure] = []
  ) {
    html.element(
      "table",
      ["class": FigureTable.kind(measures.count == 1 ? "grid single" : "grid", keys.count), "role": "table"]
    ) { html in
      html.element("caption", caption)
      head(&html, [what] + measures.map { $0.name[language] })
      html.element("tbody", ["role": "rowgroup"]) { html in
        for (key, name) in keys {
          row(&html, name, measures.map { ($0.name[language], figures[$0, key]) }, kind: "part")
        }
        if !whole.isEmpty {
          row(
            &html, text("合计", "Total"), zip(measures, whole).map { ($0.name[language], figures[$1]) },
            kind: "whole")
        }
      }
    }
  }

  /// A table that fits a sheet of paper easily is not cut in two.
  private static func kind(_ name: String, _ rows: Int) -> String { rows <= 12 ? "\(name) short" : name }

  private func row(
    _ html: inout HTML, _ name: String, _ cells: [(label: String, figure: Figure)], kind: String
  ) {
    html.element("tr", ["role": "row", "class": kind]) { html in
      html.element("th", ["scope": "row", "role": "rowheader"], name)
      for (label, figure) in cells {
        cell(&html, label) { html in
          value(&html, figure)
          guard figure.before != nil else { return }
          html.element("span", ["class": "then"]) { html in
            html.text(text("上期 ", "before "))
            html.element("span", ["data-before": figure.row], figure.shown(figure.before))
            html.text(text("（", " ("))
            html.element("span", ["data-change": figure.row], figure.shownChange)
            html.text(text("）", ")"))
          }
        }
      }
    }
  }

  private func value(_ html: inout HTML, _ figure: Figure) {
    html.element("span", ["class": "now", "data-value": figure.row], figure.shown(figure.value))
  }

  private func cell(_ html: inout HTML, _ label: String, _ content: (inout HTML) -> Void) {
    html.element("td", ["role": "cell", "class": "number", "data-label": label]) { html in
      html.element("span", ["class": "cell"]) { content(&$0) }
    }
  }

  private func head(_ html: inout HTML, _ names: [String]) {
    html.element("thead", ["role": "rowgroup"]) { html in
      html.element("tr", ["role": "row"]) { html in
        for (index, name) in names.enumerated() {
          if name.isEmpty {
            html.element("td", ["role": "cell"]) { _ in }
          } else {
            html.element(
              "th", ["scope": "col", "role": "columnheader", "class": index == 0 ? "of" : "number"], name)
          }
        }
      }
    }
  }
}
