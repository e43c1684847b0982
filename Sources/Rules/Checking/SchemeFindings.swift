public import Units

/// What a check of a scheme found, as values and as diagnostics that say the same.
public struct SchemeFindings: Hashable, Sendable {
  /// Bands that change no payout: errors.
  public internal(set) var deadBands: [DeadBand] = []
  /// Caps that limit nothing, or everything: errors.
  public internal(set) var unreachableCaps: [UnreachableCap] = []
  /// Edges where one more fen of cost lowers the benefit: warnings.
  public internal(set) var cliffs: [Cliff] = []
  /// For each benefit in which splitting a bill pays, the most it pays: warnings.
  public internal(set) var splittingGains: [SplittingGain] = []
  /// Premium, cover, population and fund that do not meet: a warning.
  public internal(set) var fundingGap: FundingGap?
  /// All of it, in the order of the benefits, with what else there is to say.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Whether anything found is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension SchemeFindings {
  func described(_ scheme: Scheme, _ place: (String) -> Diagnostic.Place?) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func add(
      _ code: String, _ severity: Diagnostic.Severity, _ path: String, _ what: Wording, _ fix: Wording? = nil
    ) {
      found.append(Diagnostic(code, severity, at: place(path), path: path, what: what, fix: fix))
    }
    for index in scheme.benefits.indices {
      let path = "benefits[\(index)]"
      for dead in deadBands where dead.benefit == index {
        let fix = Wording(zh: "删去这一档，或改正它的界", en: "delete the band, or correct its edges")
        add("dead-band", .error, "\(path).staircase.bands[\(dead.band)]", dead.what, fix)
      }
      for cap in unreachableCaps where cap.benefit == index {
        add("unreachable-cap", .error, "\(path).cap", cap.what)
      }
      for cliff in cliffs where cliff.benefit == index {
        add("cliff", .warning, "\(path).staircase.bands[\(cliff.band)]", cliff.what)
      }
      for gain in splittingGains where gain.benefit == index {
        add("splitting-pays", .warning, "\(path).staircase", gain.what)
      }
    }
    if let fundingGap {
      add("funding-does-not-meet", .warning, "administration.fund", fundingGap.what)
    }
    return found
  }
}

extension DeadBand {
  /// What is wrong, as a sentence.
  public var what: Wording {
    switch cause {
    case .empty: Wording(zh: "这一档里没有整分的金额", en: "this band contains no whole fen")
    case .belowWarningLine:
      Wording(zh: "这一档全在预警线以下，用不上", en: "this band lies below the warning line and is never used")
    case .aboveCap:
      Wording(zh: "到这一档之前已经封顶，用不上", en: "the cap is reached before this band begins")
    }
  }
}

extension UnreachableCap {
  /// What is wrong, as a sentence.
  public var what: Wording {
    if cap == .zero { return Wording(zh: "封顶为 0，不会有任何赔付", en: "a cap of 0: nothing is ever paid") }
    return Wording(
      zh: "封顶 \(cap.grouped) 元达不到：至多赔 \(most.grouped) 元",
      en: "the cap of \(cap.grouped) cannot be reached: at most \(most.grouped) is paid")
  }
}

extension Cliff {
  /// What it does, as a sentence.
  public var what: Wording {
    var zh = "费用由 \(before.cost.grouped) 元多出一分，待遇由 \(before.benefit.grouped) 元降到 "
    zh += "\(after.benefit.grouped) 元，少 \(drop.grouped) 元；"
    zh += recovery.map { "费用到 \($0.cost.grouped) 元才恢复" } ?? "此后不再恢复"
    var en = "one fen above a cost of \(before.cost.grouped) the benefit falls from "
    en += "\(before.benefit.grouped) to \(after.benefit.grouped), by \(drop.grouped); "
    en += recovery.map { "it recovers at a cost of \($0.cost.grouped)" } ?? "it never recovers"
    return Wording(zh: zh, en: en)
  }
}

extension SplittingGain {
  /// What it does, as a sentence.
  public var what: Wording {
    let shown = parts.map(\.grouped)
    return Wording(
      zh: "费用 \(bill.grouped) 元一次申请赔 \(whole.grouped) 元，拆成 \(shown.joined(separator: " 与 ")) 元"
        + "先后申请赔 \(split.grouped) 元，多 \(gain.grouped) 元",
      en:
        "a bill of \(bill.grouped) pays \(whole.grouped) in one claim, but \(split.grouped) when claimed as "
        + "\(shown.joined(separator: " and then ")): \(gain.grouped) more, the largest gain there is")
  }
}

extension FundingGap {
  /// What does not meet, as a sentence.
  public var what: Wording {
    Wording(
      zh: "资金 \(fund.grouped) 元按每人 \(premium.grouped) 元可保 \(personsPaidFor) 人，"
        + "按比例应保 \(personsCovered) 人，需 \(needed.grouped) 元",
      en: "the fund of \(fund.grouped) pays a premium of \(premium.grouped) for \(personsPaidFor) people, "
        + "but \(personsCovered) are to be covered, which takes \(needed.grouped)")
  }
}
