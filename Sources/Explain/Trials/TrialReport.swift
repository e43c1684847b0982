public import Claims
public import Rules
public import Units

/// What `rules test` shows: a line for each example of a scheme, what was wanted and came where they differ,
/// and the sum.
public struct TrialReport: Sendable {
  /// The scheme.
  public let scheme: Scheme
  /// Its examples and how they went.
  public let results: [SchemeTrial.Result]

  /// Reports on a trial.
  public init(_ scheme: Scheme, _ results: [SchemeTrial.Result]) {
    self.scheme = scheme
    self.results = results
  }

  /// Whether every example did what it must. A scheme without examples has shown nothing, and fails nothing.
  public var isPassed: Bool { results.allSatisfy(\.misses.isEmpty) }

  /// The report for a terminal; there is a newline at the end.
  public func text(in language: Language) -> String {
    var lines: [String] = []
    let names = results.map { TextWidth.columns($0.example.name[language]) }.max() ?? 0
    for result in results {
      let isOK = result.misses.isEmpty
      let verdict = isOK ? Wording(zh: "✓ 通过", en: "✓ ok  ") : Wording(zh: "✗ 失败", en: "✗ FAIL")
      let place = result.example.place
      let beside = isOK ? outcome(result, language) : "\(place.file):\(place.line):\(place.column)"
      lines.append(
        verdict[language] + "  " + TextWidth.pad(result.example.name[language], to: min(names, 56)) + "  "
          + beside)
      lines += result.misses.flatMap { miss($0, of: result, language) }
    }
    lines.append(summary[language])
    return lines.map { $0 + "\n" }.joined()
  }

  /// What the claims of an example paid.
  private func outcome(_ result: SchemeTrial.Result, _ language: Language) -> String {
    let sums = result.decisions.map(\.payout.grouped)
    let listed = sums.count > 4 ? Array(sums.prefix(3)) + ["…"] : sums
    let reason = result.decisions.last.map { "  " + $0.reason.code } ?? ""
    return listed.joined(separator: " + ") + Wording(zh: " 元", en: " yuan")[language] + reason
  }

  private func miss(_ miss: SchemeTrial.Miss, of result: SchemeTrial.Result, _ language: Language) -> [String]
  {
    let claim = result.example.claims[miss.claim]
    let peril = scheme.perils[claim.peril].name
    let head = Wording(
      zh: "第 \(miss.claim + 1) 件：\(peril.zh)，\(claim.day)，\(claim.amount.words.zh)",
      en: "claim \(miss.claim + 1): \(peril.en), \(claim.day), \(claim.amount.words.en)")
    let wanted = miss.wantedPayout.grouped
    let came = miss.decision.payout.grouped
    let width = max(wanted.count, came.count)
    func line(_ label: Wording, _ sum: String, _ reason: String?) -> String {
      "           " + label[language] + "  " + TextWidth.pad(sum, to: width, right: true)
        + (reason.map { "  " + $0 } ?? "")
    }
    let decided = miss.decision.reason
    let name = decided.name[language]
    let named = name == decided.code ? "" : language == .zh ? "（\(name)）" : " (\(name))"
    return [
      "         " + head[language],
      line(Wording(zh: "应为", en: "wanted"), wanted, miss.wantedReason?.code),
      line(Wording(zh: "实为", en: "got   "), came, decided.code + named),
    ]
  }

  private var summary: Wording {
    let failed = results.count { !$0.misses.isEmpty }
    let all = results.count
    if all == 0 { return Wording(zh: "\(scheme.id)：方案没有算例", en: "\(scheme.id): the scheme has no examples") }
    if failed == 0 {
      return Wording(zh: "\(scheme.id)：\(all) 个算例全部通过", en: "\(scheme.id): all \(all) examples passed")
    }
    return Wording(
      zh: "\(scheme.id)：\(all) 个算例中 \(failed) 个失败", en: "\(scheme.id): \(failed) of \(all) examples failed")
  }
}
