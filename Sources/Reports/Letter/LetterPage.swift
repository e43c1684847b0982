import Audit
import Casebook
import Claims
import Journal
import Pages
import Rules
package import Units

/// The letter as a page: one sheet of A4 on paper, a column on a telephone.
package struct LetterPage {
  private let letter: Letter
  private let language: Language

  /// A page of a letter.
  package init(_ letter: Letter, in language: Language) {
    self.letter = letter
    self.language = language
  }

  /// The file.
  package var text: String {
    var body = HTML()
    body.element("div", ["class": LetterStyle.fullness(weight: letter.weight)]) { html in
      html.element("header") { header(&$0) }
      html.element("main") { main(&$0) }
      html.element("footer") { footer(&$0) }
    }
    let title = "\(letter.title[language]) · \(text("案件", "case")) \(letter.file.number)"
    return Page(
      language: language, title: title, styles: [LetterStyle.sheet], body: body
    ).text
  }

  private func main(_ html: inout HTML) {
    decision(&html)
    html.element("div", ["class": "columns"]) { html in
      declared(&html)
      calculation(&html)
    }
    bills(&html)
    changes(&html)
    if let money = letter.money { section(&html, "money", Wording(zh: "款项", en: "The money"), [money]) }
    basis(&html)
    section(&html, "objection", Wording(zh: "如有异议", en: "If you do not agree"), [letter.objection])
  }

  private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private func header(_ html: inout HTML) {
    let file = letter.file
    html.element("p", ["class": "office"], letter.scheme.county[language])
    html.element("h1", letter.title[language])
    html.element("p", ["class": "numbers"]) { html in
      html.text("\(text("案件编号", "Case")) ")
      html.element("strong", ["data-figure": "case"], "\(file.number)")
      if file.claimID != Casefile.ownClaimID(file.number) {
        html.text(" · \(text("申请编号", "claim")) \(file.claimID)")
      }
      html.text(
        " · \(text(letter.outcome == .pended ? "发出日期" : "决定日期", letter.outcome == .pended ? "of" : "decided on")) "
      )
      html.element("time", ["datetime": "\(letter.entry.happenedOn)"], day(letter.entry.happenedOn))
    }
    html.element("p", ["class": "addressee"]) { html in
      html.text(text("致：", "To: "))
      html.element("strong", ["id": "addressee"], name)
      html.text(text("（户编号 ", " (household "))
      html.element("span", ["id": "household"], file.household)
      html.text(text("）", ")"))
      if !letter.place.isEmpty {
        html.text(text("，", ", ") + letter.place.joined(separator: " "))
      }
    }
  }

  private var name: String {
    switch letter.addressee.person {
    case .known(let data): data.name ?? text("户主", "the head of the household")
    case .forgotten: text("（姓名已按规定删除）", "(the name was deleted, as required)")
    case .leftOut: text("（姓名不在此件中）", "(the name is not in this copy)")
    case .never: text("本户", "the household")
    }
  }

  private func day(_ day: Day) -> String {
    language == .zh ? "\(day.year) 年 \(day.month) 月 \(day.day) 日" : day.description
  }

  private func decision(_ html: inout HTML) {
    html.element("section", ["class": "decision", "aria-labelledby": "decision-title"]) { html in
      html.element("h2", ["id": "decision-title"], text("决定", "The decision"))
      if let superseded = letter.superseded {
        html.element("p", ["id": "superseded"]) { $0.element("strong", superseded[language]) }
      }
      if letter.outcome == .approved, let payout = letter.payout {
        html.element("p", ["class": "sum"]) { html in
          html.text(text("赔付 ", "To be paid: "))
          html.element("span", ["data-figure": "payout", "class": "figure"], payout.grouped)
          html.text(text(" 元", " yuan"))
        }
        html.element("p", ["class": "capitals"]) { html in
          html.text(text("大写：", "in financial numerals: "))
          html.element("span", ["id": "capitals", "lang": "zh-Hans"], payout.capitals)
        }
      } else {
        html.element("p", ["class": "sum"]) { html in
          html.text(
            letter.outcome == .denied ? text("不予赔付", "No payment") : text("待补材料", "Something is missing"))
        }
        if let payout = letter.payout {
          html.element("p", ["class": "capitals"]) { html in
            html.element("span", ["data-figure": "payout"], payout.grouped)
            html.text(text(" 元，大写：", " yuan, in financial numerals: "))
            html.element("span", ["id": "capitals", "lang": "zh-Hans"], payout.capitals)
          }
        }
      }
      html.element("p", ["id": "lead"], letter.lead[language])
    }
  }

  private func declared(_ html: inout HTML) {
    let claimed = letter.claim.opening
    html.element("section", ["aria-labelledby": "declared-title"]) { html in
      html.element(
        "h2", ["id": "declared-title"],
        isScreened ? text("筛查发现的内容", "What the screening found") : text("申报的内容", "What was declared"))
      html.element("dl") { html in
        pair(&html, text("险别", "kind of hardship"), letter.scheme.name(ofPeril: claimed.peril)[language])
        if let cause = claimed.cause {
          pair(&html, text("原因", "cause"), letter.scheme.name(ofCause: cause)[language])
        }
        if letter.bills.count < 2 {
          pair(&html, text("发生日期", "day of the event"), claimed.incurredOn.description)
        } else {
          pair(&html, text("单据", "bills"), "\(letter.bills.count)")
        }
        if let invoice = letter.claim.cost?.invoice { pair(&html, text("发票号", "invoice"), invoice) }
        if let total = letter.claim.cost?.total {
          pair(&html, text("总费用（元）", "total cost (yuan)"), total.grouped, figure: "total")
          pair(
            &html, text("他人已付（元）", "paid by others (yuan)"), (total - claimed.amount).grouped,
            figure: "others")
        }
        pair(&html, text("自付（元）", "left to the household (yuan)"), letter.amount.grouped, figure: "amount")
        pair(
          &html, isScreened ? text("立案日期", "opened on") : text("申报日期", "declared on"),
          letter.opening.happenedOn.description)
      }
    }
  }

  private var isScreened: Bool { letter.opening.kind == .screen }

  private func pair(_ html: inout HTML, _ term: String, _ value: String, figure: String? = nil) {
    html.element("div") { html in
      html.element("dt", term)
      if let figure {
        html.element("dd", ["class": "number", "data-figure": figure], value)
      } else {
        html.element("dd", value)
      }
    }
  }
}

extension LetterPage {
  private func calculation(_ html: inout HTML) {
    let lines = letter.calculation
    guard !lines.isEmpty else { return }
    html.element("section", ["class": "calculation"]) { html in
      html.element("table") { html in
        html.element("caption", text("怎样算出来的（元）", "How it was worked out (yuan)"))
        html.element("tbody") { html in
          for line in lines {
            html.element("tr", ["class": line.figure.style]) { html in
              html.element("th", ["scope": "row"]) { html in
                html.text(line.figure.label[language])
                if let note = line.note { html.element("small", note[language]) }
              }
              html.element("td", ["class": "number", "data-line": line.figure.name], line.sum)
            }
          }
        }
      }
    }
  }

  private func bills(_ html: inout HTML) {
    guard letter.bills.count > 1 else { return }
    html.element("section", ["aria-labelledby": "bills-title"]) { html in
      html.element("h2", ["id": "bills-title"], text("单据", "The bills"))
      html.element("ul", ["id": "bills", "class": "bills"]) { html in
        for bill in letter.bills { html.element("li", letter.line(bill)[language]) }
      }
    }
  }

  private func changes(_ html: inout HTML) {
    let changes = letter.changes
    guard !changes.isEmpty else { return }
    html.element("section", ["aria-labelledby": "changes-title"]) { html in
      html.element("h2", ["id": "changes-title"], letter.changesTitle[language])
      html.element("ul", ["id": "changes"]) { html in
        for change in changes { html.element("li", change[language]) }
      }
      if let handIn = letter.handIn { html.element("p", ["id": "hand-in"], handIn[language]) }
    }
  }

  private func section(_ html: inout HTML, _ id: StaticString, _ title: Wording, _ sentences: [Wording]) {
    html.element("section") { html in
      html.element("h2", title[language])
      html.element("p", ["id": "\(id)"], sentences.map { $0[language] }.joined(separator: text("", " ")))
    }
  }

  private func basis(_ html: inout HTML) {
    let (scheme, basis) = (letter.scheme, letter.basis)
    html.element("section", ["class": "basis", "aria-labelledby": "basis-title"]) { html in
      html.element("h2", ["id": "basis-title"], text("依据", "What it rests on"))
      html.element("p") { html in
        html.text(scheme.name[language])
        html.text(text("（摘要 ", " (digest "))
        html.element("span", ["class": "code", "id": "digest"], String(scheme.digest.prefix(12)))
        html.text(text("）。", ")."))
        if let words = letter.comparison {
          html.text(text("查明：", " Found: ") + words[language] + text("。", "."))
        }
      }
      for source in basis.sources {
        let places = source.places.map { $0[language] }.joined(separator: text("；", "; "))
        html.element("p", ["class": "source"], "\(source.title[language])\(text("：", ": "))\(places)")
      }
      if basis.assumptions > 0 {
        html.element(
          "p", ["class": "source"],
          text(
            "另有 \(basis.assumptions) 处没有公布，按方案中写明理由的假定办理，可向县防贫办查阅。",
            "Points on which nothing is published and which follow a reasoned assumption in the scheme: "
              + "\(basis.assumptions); ask the county office."))
      }
    }
  }

  private func footer(_ html: inout HTML) {
    html.element("div", ["class": "head-code"]) { html in
      html.element("p") { html in
        html.text(
          text(
            "决定记在案卷簿第 \(letter.entry.number) 条。存证码：",
            "Entry \(letter.entry.number) of the casebook. Head: "))
        html.element("span", ["class": "code", "id": "head"], letter.head.line)
      }
      html.element(
        "p", ["class": "quiet"],
        text(
          "保存好这一行：以后任何人都可以凭它查出这份决定有没有被改动。",
          "Keep this line: with it, anybody can check later whether the decision was changed."))
    }
    html.element("div", ["class": "signatures"]) { html in
      for (zh, en) in [
        ("经办人（签字）", "Office (signature)"), ("单位（盖章）", "Seal"), ("收件人（签收）", "Received (signature)"),
      ] {
        html.element("p") { html in
          html.element("span", text(zh, en))
          html.element("span", ["class": "rule"], "")
        }
      }
    }
  }
}
