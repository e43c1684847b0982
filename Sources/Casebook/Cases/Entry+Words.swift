import Claims
package import Rules
package import Units

extension Entry {
  /// What the entry says of its case, in a sentence without full stop; names of perils are the scheme's.
  package func words(under scheme: Scheme) -> Wording { words { scheme.name(ofPeril: $0) } }

  /// The same for who has no scheme at hand.
  ///
  /// - Parameter perilName: what the word of a peril means.
  package func words(perilName: (String) -> Wording) -> Wording {
    let said = sentence(perilName)
    guard let note = payload.text("note") else { return said }
    return Wording(zh: "\(said.zh)：\(note)", en: "\(said.en): \(note)")
  }

  private func sentence(_ perilName: (String) -> Wording) -> Wording {
    switch kind {
    case .declare, .screen: opening(perilName)
    case .verify: answer
    case .visit: Wording(zh: "保险公司已入户", en: "the insurer has visited the home")
    case .appraise:
      payload.bool("supports") == true
        ? Wording(zh: "村级评议：支持", en: "the village supports the case")
        : Wording(zh: "村级评议：不支持", en: "the village does not support the case")
    case .disclose:
      Wording(
        zh: "张榜公示，到 \(text("until")) 满期", en: "the public notice hangs until \(text("until"))")
    case .object:
      Wording(zh: "异议 \(number("objection"))", en: "objection \(number("objection")) is raised")
    case .resolve:
      payload.bool("upheld") == true
        ? Wording(
          zh: "异议 \(number("objection")) 成立，重新核查",
          en: "objection \(number("objection")) is upheld: to be verified anew")
        : Wording(
          zh: "异议 \(number("objection")) 不成立，继续公示",
          en: "objection \(number("objection")) is dismissed: the notice goes on")
    case .confirm: Wording(zh: "乡镇确认", en: "the township confirms the case")
    case .approve, .decide: decision
    case .settle, .reconcile, .supplement, .takeUp, .reverse: money
    case .pend: Wording(zh: "挂起：\(text("reason"))", en: "pended: \(text("reason"))")
    case .release: release
    case .withdraw: Wording(zh: "撤回：\(text("reason"))", en: "withdrawn: \(text("reason"))")
    case .account: Wording(zh: "登记收款账号", en: "names the account to pay to")
    default: Wording(zh: kind.rawValue, en: kind.rawValue)
    }
  }

  private func opening(_ perilName: (String) -> Wording) -> Wording {
    let peril = perilName(text("peril"))
    let way =
      kind == .screen
      ? Wording(zh: "筛查立案", en: "found by screening")
      : payload.bool("by_proxy") == true
        ? Wording(zh: "代为申报", en: "declared by a proxy") : Wording(zh: "申报", en: "declared")
    let total = payload.yuan("total").map {
      Wording(zh: "，总费用 \($0.grouped) 元", en: ", total cost \($0.grouped)")
    }
    return Wording(
      zh: "\(way.zh)：\(peril.zh)，\(text("incurred_on")) 发生\(total?.zh ?? "")，自付 \(sum("amount")) 元",
      en: "\(way.en): \(peril.en) of \(text("incurred_on"))\(total?.en ?? ""), "
        + "\(sum("amount")) left to the household")
  }

  private var answer: Wording {
    let asset = Scheme.Asset.allCases.first { $0.word == payload.text("asset") }?.name
    let name = asset ?? Wording(zh: text("asset"), en: text("asset"))
    guard let count = payload.number("count") else {
      return Wording(zh: "\(name.zh)：部门没有答复", en: "\(name.en): the department has not answered")
    }
    return Wording(zh: "\(name.zh)：\(count)", en: "\(name.en): \(count)")
  }

  private var decision: Wording {
    let reason = Reason(code: text("reason"))
    let outcome = reason?.outcome.name ?? Wording(zh: text("outcome"), en: text("outcome"))
    let why = reason?.name ?? Wording(zh: text("reason"), en: text("reason"))
    var said = Wording(zh: "\(outcome.zh)：\(why.zh)", en: "\(outcome.en): \(why.en)")
    if let payout = payload.yuan("payout"), payout > .zero {
      said = said.followed(
        by: Wording(zh: "赔付 \(payout.grouped) 元", en: "\(payout.grouped) to be paid"))
    }
    if let sum = payload.yuan("accumulator") {
      said = said.followed(by: Wording(zh: "累计额 \(sum.grouped) 元", en: "accumulator \(sum.grouped)"))
    }
    if let call = payload.yuan("call") {
      said = said.followed(
        by: Wording(zh: "请县里补足 \(call.grouped) 元", en: "the county is called on for \(call.grouped)"))
    }
    return said
  }

  private var money: Wording {
    switch kind {
    case .settle:
      Wording(
        zh: "付款 \(number("payment"))，批次 \(number("settlement"))：\(sum("amount")) 元",
        en: "payment \(number("payment")) in settlement \(number("settlement")): \(sum("amount"))")
    case .reconcile:
      payload.bool("paid") == true
        ? Wording(
          zh: "付款 \(number("payment")) 已到账：\(sum("amount")) 元",
          en: "payment \(number("payment")) is in the account: \(sum("amount"))")
        : Wording(
          zh: "付款 \(number("payment")) 被银行退回：\(text("reason"))",
          en: "payment \(number("payment")) has come back: \(text("reason"))")
    case .supplement: Wording(zh: "补赔 \(sum("amount")) 元", en: "\(sum("amount")) more to be paid")
    case .takeUp:
      Wording(zh: "资金到位，待赔付 \(sum("amount")) 元", en: "the fund reaches: \(sum("amount")) is promised")
    default:
      Wording(
        zh: "冲正：\(text("reason"))；收回 \(sum("taken_back")) 元，取消待付 \(sum("released")) 元",
        en:
          "reversed: \(text("reason")); \(sum("taken_back")) taken back, \(sum("released")) no longer promised"
      )
    }
  }

  private var release: Wording {
    let state = payload.text("to").flatMap(CaseState.init)?.name ?? Wording(zh: "", en: "")
    let said = Wording(zh: "恢复为「\(state.zh)」", en: "goes on: \(state.en)")
    guard payload.record("personal") != nil else { return said }
    return said.followed(by: Wording(zh: "登记了新账号", en: "another account to pay to"))
  }

  private func text(_ key: String) -> String { payload.text(key) ?? "—" }
  private func number(_ key: String) -> String { payload.number(key).map { "\($0)" } ?? "—" }
  private func sum(_ key: String) -> String { payload.yuan(key)?.grouped ?? "—" }
}

extension Wording {
  fileprivate func followed(by other: Wording) -> Wording {
    Wording(zh: zh + "，" + other.zh, en: en + ", " + other.en)
  }
}

extension Scheme {
  /// What a peril's word means; the word itself where the scheme has none such.
  package func name(ofPeril word: String) -> Wording {
    perils.first { $0.id == word }?.name ?? Wording(zh: word, en: word)
  }

  /// What a cause's word means.
  package func name(ofCause word: String) -> Wording {
    causes.first { $0.id == word }?.name ?? Wording(zh: word, en: word)
  }

  /// What a group's word means.
  package func name(ofGroup word: String) -> Wording {
    groups.first { $0.id == word }?.name ?? Wording(zh: word, en: word)
  }
}

extension Scheme.Asset {
  /// Its name for people.
  package var name: Wording {
    switch self {
    case .dwellings: Wording(zh: "住房", en: "dwellings")
    case .businesses: Wording(zh: "经营主体", en: "business entities")
    case .vehicles: Wording(zh: "车辆", en: "vehicles")
    }
  }
}
