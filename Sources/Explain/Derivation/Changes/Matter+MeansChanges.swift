import Claims
import Rules
import Units

/// Rows 9 to 15: assets, income, and figures that are not known.
extension Matter {
  var assetChanges: [Remark] {
    Scheme.Asset.allCases.compactMap { asset in
      guard let limit = scheme.assetLimits[asset.rawValue], let most = limit.value,
        let count = household?.assets[asset.rawValue], count > most
      else { return nil }
      return Remark(
        "asset-disqualifies",
        Wording(
          zh: "\(asset.name.zh) \(count)，规定至多 \(most)。若查询结果有误，由\(asset.department.zh)出具更正。",
          en: "\(asset.name.en): \(count), where at most \(most) is allowed. If the answer is wrong, the "
            + "\(asset.department.en) corrects it."),
        plain: Wording(
          zh: "\(asset.name.zh)查得 \(count)，规定至多 \(most)；如果查得不对，请\(asset.department.zh)出具更正。",
          en:
            "\(asset.name.en): \(count) found, where at most \(most) is allowed; if that is wrong, ask the "
            + "\(asset.department.en) for a correction."),
        [
          .init("asset", .word(asset.key, asset.name)), .init("count", .count(count)),
          .init("most", .count(most)),
        ], from: [scheme.origin(limit)])
    }
  }

  var incomeChanges: [Remark] {
    guard let income = household?.income, let line = incomeLine else { return [] }
    let over = ExactYuan(millionths: ExactYuan(income).millionths - line.total.millionths)
    let perMember = ExactYuan(millionths: over.millionths / Int128(members)).roundedUp
    let most = Yuan(fen: line.total.roundedUp.fen - 1)
    let words =
      over.millionths == 0
      ? Wording(
        zh: "收入恰等于保障线 \(line.total.grouped) 元，而须低于它：至多 \(most.words.zh)。",
        en:
          "The income equals the line (\(line.total.words.en)) and must be below it: at most \(most.words.en)."
      )
      : Wording(
        zh:
          "全户收入高出保障线 \(over.words.zh)（约每人 \(perMember.words.zh)）；须低于 \(line.total.words.zh)，即至多 \(most.words.zh)。",
        en:
          "The household's income is \(over.words.en) above the line (about \(perMember.words.en) a member); "
          + "it must be below \(line.total.words.en): at most \(most.words.en).")
    return [
      Remark(
        "income-above-line", words,
        plain: Wording(
          zh: "要赔付，全家一年的收入须低于 \(line.total.words.zh)，至多 \(most.words.zh)，现在高出 \(over.words.zh)。",
          en:
            "For anything to be paid, the household's yearly income must be below \(line.total.words.en), at most "
            + "\(most.words.en); it is \(over.words.en) too high."),
        [
          .init("over", .exact(over)), .init("over_per_member", .yuan(perMember)),
          .init("line", .exact(line.total)), .init("line_per_member", .exact(line.perMember)),
          .init("most", .yuan(most)),
        ], from: line.origins)
    ]
  }

  var missingAssetChanges: [Remark] {
    Scheme.Asset.allCases.compactMap { asset in
      guard let limit = scheme.assetLimits[asset.rawValue], household?.assets[asset.rawValue] == nil
      else { return nil }
      return Remark(
        "asset-answer",
        Wording(
          zh: "缺：\(asset.name.zh)。由县防贫办向\(asset.department.zh)查询。",
          en: "Missing: \(asset.name.en). The county office asks the \(asset.department.en)."),
        plain: Wording(
          zh: "还缺\(asset.name.zh)的核查结果，由县防贫办向\(asset.department.zh)查询。",
          en: "The number of \(asset.name.en) is still to be verified: the county office asks the "
            + "\(asset.department.en)."),
        [.init("asset", .word(asset.key, asset.name))], from: [scheme.origin(limit)])
    }
  }

  var incomePaperChange: Remark {
    let year = claim.day.year - 1
    var zh = "缺：\(year) 年全户纯收入证明，由该户提供、村两委核实、乡镇盖章。"
    var en =
      "Missing: a statement of the household's net income for \(year), provided by the household, verified by the "
      + "village committees and stamped by the township."
    if let line = incomeLine {
      zh += "收入须低于 \(line.total.words.zh)。"
      en += " It must be below \(line.total.words.en)."
    }
    let limit = incomeLine.map { line in
      Wording(zh: "；收入须低于 \(line.total.words.zh)", en: "; the income must be below \(line.total.words.en)")
    }
    return Remark(
      "income-statement", Wording(zh: zh, en: en),
      plain: Wording(
        zh: "请带来 \(year) 年全家纯收入的证明，由村两委核实、乡镇盖章\(limit?.zh ?? "")。",
        en:
          "Please bring a statement of the household's net income for \(year), verified by the village committees "
          + "and stamped by the township\(limit?.en ?? "")."),
      [.init("income_year", .count(year)), .init("line", incomeLine.map { .exact($0.total) } ?? .missing)],
      from: incomeLine?.origins ?? [])
  }

  var standardChange: Remark {
    let year = claim.day.year
    if let group = household?.group, case .published = scheme.protectionLine.rules[group] {
      return Remark(
        "line-of-year",
        Wording(
          zh: "缺：\(year) 年的防贫保障线，由县里公布后写入方案。",
          en:
            "Missing: the protection line for \(year); the county publishes it and it is entered in the scheme."
        ),
        plain: Wording(
          zh: "要等县里公布 \(year) 年的收入界限。",
          en: "The county must first publish the income limit for \(year)."),
        [.init("year", .count(year))])
    }
    return Remark(
      "standard-of-year",
      Wording(
        zh: "缺：\(year - 1) 年国家扶贫标准（事件上一年），由县防贫办查实后写入方案。",
        en:
          "Missing: the national poverty standard for \(year - 1), the year before the event; the county office "
          + "finds it and enters it in the scheme."),
      plain: Wording(
        zh: "要等县防贫办查实 \(year - 1) 年的国家扶贫标准，收入的界限由它算出。",
        en:
          "The county office must first establish the national poverty standard for \(year - 1), from which "
          + "the income limit is calculated."), [.init("standard_year", .count(year - 1))])
  }

  /// Every figure that the claim needs and nobody has published.
  var silentChanges: [Remark] {
    var missing: [(String, Wording, Wording, Wording?)] = []
    func add<Figure>(_ code: String, _ name: Wording, plain: Wording? = nil, _ figure: Sourced<Figure>) {
      if case .unpublished(let known) = figure { missing.append((code, name, plain ?? name, known)) }
    }
    add("effective_from", Wording(zh: "生效日", en: "the first day of the scheme"), scheme.effectiveFrom)
    for asset in Scheme.Asset.allCases {
      guard let limit = scheme.assetLimits[asset.rawValue] else { continue }
      add(
        "most_\(asset.key)",
        Wording(zh: "\(asset.name.zh)的上限", en: "the limit on \(asset.name.en)"), limit)
    }
    if let benefit {
      add(
        "warning_line", Wording(zh: "防贫预警线", en: "the warning line"),
        plain: Wording(zh: "费用从多少起赔", en: "the cost from which payment begins"), benefit.warningLine)
      add(
        "staircase", Wording(zh: "阶梯比例", en: "the staircase"),
        plain: Wording(zh: "按多大比例赔", en: "the share that is paid"), benefit.staircase)
      if case .amount(let cap, _) = benefit.cap {
        add(
          "cap", Wording(zh: "年度封顶额", en: "the cap"),
          plain: Wording(zh: "一年最多赔多少", en: "the most that is paid in a year"), cap)
      }
    }
    if let group = household?.group, scheme.groups[group].isProtected {
      let name = Wording(zh: "防贫保障线", en: "the protection line")
      let plain = Wording(zh: "收入低于多少才赔", en: "the income below which payment is made")
      switch scheme.protectionLine.rules[group] {
      case nil: missing.append(("protection_line", name, plain, nil))
      case .multiple(let multiple): add("protection_line", name, plain: plain, multiple)
      case .published: break
      }
    }
    return missing.map { code, name, plain, known in
      Remark(
        "unpublished-figure",
        Wording(
          zh: "方案未公布：\(name.zh)。须由县里公布并写入方案。",
          en: "Unpublished: \(name.en). The county must publish it, and it must be entered in the scheme."),
        plain: Wording(
          zh: "要等县里公布：\(plain.zh)。", en: "The county must first publish this: \(plain.en)."),
        [.init("figure", .word(code, name))], from: known.map { [.unpublished($0)] } ?? [])
    }
  }
}
