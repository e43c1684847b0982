import Rules
import Units

extension SchemePages {
  /// What is paid: one section for each benefit.
  var benefits: [Passage] { scheme.benefits.map(benefit) }

  private func benefit(_ benefit: Benefit) -> Passage {
    let peril = scheme.perils[benefit.peril].name
    let groups = benefit.groups.map { scheme.groups[$0].name }
    let ids = Wording(
      zh: groups.listed.zh, en: benefit.groups.map { scheme.groups[$0].id }.joined(separator: ", "))
    let paid: Wording =
      switch benefit.pays {
      case .excess: Wording(zh: "超过预警线的部分", en: "the cost above the line")
      case .whole: Wording(zh: "超过预警线后，全部费用", en: "the whole cost, once it exceeds the line")
      }
    let sum: Wording =
      switch benefit.sumOver {
      case .household: Wording(zh: "全户，每一保障年度", en: "per household and policy year")
      case .person: Wording(zh: "每人，每一保障年度", en: "per person and policy year")
      }
    var parts: [Passage.Part] = [
      figure("warning_line", Wording(zh: "防贫预警线", en: "warning line"), benefit.warningLine) { .yuan($0) },
      fact("pays", Wording(zh: "计赔", en: "paid on"), .words(paid), [scheme.origin(benefit.paysProvenance)]),
      fact(
        "sum_over", Wording(zh: "累计", en: "summed over"), .words(sum),
        [scheme.origin(benefit.sumOverProvenance)]),
      cap(benefit.cap),
    ]
    switch benefit.staircase {
    case .known(let staircase, let provenance):
      parts += [
        fact(
          "reading", Wording(zh: "算法", en: "staircase"), .words(staircase.reading.name),
          [scheme.origin(provenance), scheme.origin(staircase.readingProvenance)]),
        .ladder(Ladder(staircase, pays: benefit.pays, in: scheme)),
      ]
    case .unpublished(let known):
      parts.append(
        fact(
          "staircase", Wording(zh: "阶梯", en: "staircase"), .words(Wording(zh: "未公布", en: "unpublished")),
          [.unpublished(known)]))
    }
    return Passage(
      benefit.id,
      Wording(
        zh: "赔付：\(peril.zh)，\(ids.zh)（\(benefit.id)）", en: "Paid: \(peril.en), \(ids.en) (\(benefit.id))"),
      parts)
  }

  private func cap(_ cap: Benefit.Cap) -> Passage.Part {
    let label = Wording(zh: "年度封顶额", en: "cap of the year")
    switch cap {
    case .none(let provenance):
      return fact("cap", label, .words(Wording(zh: "无", en: "none")), [scheme.origin(provenance)])
    case .amount(let amount, let per):
      let note: Wording =
        switch per {
        case .household: Wording(zh: "每户每保障年度", en: "per household and policy year")
        case .person: Wording(zh: "每人每保障年度", en: "per person and policy year")
        }
      return figure("cap", label, amount, note: note) { .yuan($0) }
    }
  }

  /// When policy years begin, and the one rounding there is.
  var year: Passage {
    let start = scheme.policyYearStart
    return Passage(
      "year", Wording(zh: "保障年度与取整", en: "Policy year and rounding"),
      [
        fact(
          "policy_year", Wording(zh: "保障年度", en: "policy year"),
          .words(
            start == .calendar
              ? Wording(zh: "事件发生的日历年（1 月 1 日起）", en: "the calendar year of the event, from 1 January")
              : Wording(
                zh: "每年 \(start.month) 月 \(start.day) 日起的十二个月",
                en: "twelve months from day \(start.day) of month \(start.month)")),
          [scheme.origin(scheme.policyYearProvenance)]),
        fact(
          "rounding", Wording(zh: "取整", en: "rounding"),
          .words(Wording(zh: "累计应赔额一次四舍五入到分", en: "the cumulative benefit, once, half up to the fen")),
          [scheme.origin(scheme.roundingProvenance)]),
        fact(
          "payout", Wording(zh: "每次赔付", en: "each payout"),
          .words(
            Wording(
              zh: "累计应赔 − 本年度已赔，不低于零",
              en: "cumulative benefit − paid so far in the year, never below zero"))),
      ])
  }

  /// The income ceiling by year of the event, and the standards it is drawn from.
  var protectionLine: Passage {
    let line = scheme.protectionLine
    let protected = scheme.groups.indices.filter { scheme.groups[$0].isProtected }
    var parts = protected.map(lineRule)
    parts.append(
      remark(
        "below",
        Wording(
          zh: "只赔付全户年纯收入低于“每人保障线 × 人口”的户",
          en: "only households whose yearly net income is below line × members are paid")))
    let years = line.eventYears.filter { year in
      protected.contains { if case .line = line.drawn(group: $0, eventYear: year) { true } else { false } }
    }
    guard !years.isEmpty else { return lineSection(parts) }
    let hasStandards = !line.nationalStandard.isEmpty
    var columns = [Table.Column("event_year", Wording(zh: "事件年份", en: "events of"))]
    if hasStandards { columns.append(.init("standard", Wording(zh: "上一年国家标准", en: "standard, year before"))) }
    columns += protected.map {
      .init(scheme.groups[$0].id, Wording(zh: scheme.groups[$0].name.zh, en: scheme.groups[$0].id))
    }
    let rows = years.map { year in
      let standard = line.nationalStandard.first { $0.year == year - 1 }
      var cells: [Value] = [.count(year)]
      if hasStandards { cells.append(standard.map { .yuan($0.amount) } ?? .missing) }
      var origins = standard.map { [scheme.origin($0.provenance)] } ?? []
      for group in protected {
        if case .line(let drawn) = line.drawn(group: group, eventYear: year) {
          cells.append(.exact(ExactYuan(millionths: drawn)))
        } else {
          cells.append(.missing)
        }
        if case .published(let figures) = line.rules[group] {
          origins += figures.filter { $0.year == year }.map { scheme.origin($0.provenance) }
        }
      }
      return Table.Row(cells, from: origins)
    }
    return lineSection(parts + [.table(Table("lines", columns: columns, rows: rows))])
  }

  private func lineSection(_ parts: [Passage.Part]) -> Passage {
    Passage(
      "protection-line", Wording(zh: "防贫保障线（每人每年）", en: "Protection line, per person and year"), parts)
  }

  private func lineRule(_ group: Int) -> Passage.Part {
    let id = scheme.groups[group].id
    let label = Wording(zh: scheme.groups[group].name.zh, en: id)
    switch scheme.protectionLine.rules[group] {
    case nil:
      return fact(id, label, .words(Wording(zh: "方案未定", en: "not set")))
    case .published:
      return fact(id, label, .words(Wording(zh: "直接公布的金额", en: "published amounts")))
    case .multiple(let multiple):
      return figure(id, label, multiple) {
        let factor = ExactYuan.multiple($0)
        return .words(
          Wording(
            zh: "\(factor) × 上一年国家扶贫标准", en: "\(factor) × the national poverty standard for the year before"))
      }
    }
  }
}
