public import Units

/// Findings about the rules themselves: what a scheme says that nobody can have meant, or should know.
public enum SchemeCheck {
  /// Checks a scheme that has been loaded; `nil` where the file had faults, which are reported already.
  public static func findings(in loading: SchemeLoading) -> SchemeFindings? {
    loading.scheme.map { findings(in: $0) { loading.place(of: $0) } }
  }

  /// Checks a scheme.
  ///
  /// - Parameters:
  ///   - scheme: the rules to look at.
  ///   - place: where the value stands that a JSON path names, if that is known.
  public static func findings(
    in scheme: Scheme, place: (String) -> Diagnostic.Place? = { _ in nil }
  ) -> SchemeFindings {
    var findings = SchemeFindings()
    for (index, benefit) in scheme.benefits.enumerated() {
      guard let curve = BenefitCurve(benefit) else { continue }
      findings.deadBands += DeadBand.all(in: curve, benefit: index)
      if let cap = UnreachableCap.find(in: curve, benefit: index) { findings.unreachableCaps.append(cap) }
      findings.cliffs += Cliff.all(in: curve, benefit: index)
      if let gain = SplittingGain.largest(in: curve, benefit: index) { findings.splittingGains.append(gain) }
    }
    findings.fundingGap = FundingGap.find(in: scheme.administration)
    findings.diagnostics = findings.described(scheme, place) + idleWords(scheme, place)
    return findings
  }

  /// Words that no claim can ever be paid under.
  private static func idleWords(
    _ scheme: Scheme, _ place: (String) -> Diagnostic.Place?
  ) -> [Diagnostic] {
    func warning(_ code: String, _ path: String, zh: String, en: String) -> Diagnostic {
      Diagnostic(code, .warning, at: place(path), path: path, what: Wording(zh: zh, en: en))
    }
    var diagnostics: [Diagnostic] = []
    for (index, group) in scheme.groups.enumerated() {
      let benefit = scheme.benefits.firstIndex { $0.groups.contains(index) }
      if group.isProtected, benefit == nil {
        diagnostics.append(
          warning(
            "group-without-benefit", "groups[\(index)]", zh: "受保障人群“\(group.id)”没有任何待遇",
            en: "protected group '\(group.id)' has no benefit"))
      } else if !group.isProtected, let benefit {
        diagnostics.append(
          warning(
            "benefit-for-unprotected", "benefits[\(benefit)].groups",
            zh: "人群“\(group.id)”不受保障，待遇不会赔付",
            en: "group '\(group.id)' is not protected, so this benefit never pays it"))
      }
    }
    for (index, peril) in scheme.perils.enumerated()
    where !scheme.benefits.contains(where: { $0.peril == index }) {
      diagnostics.append(
        warning(
          "peril-without-benefit", "perils[\(index)]", zh: "险别“\(peril.id)”没有任何待遇",
          en: "peril '\(peril.id)' has no benefit"))
    }
    return diagnostics
  }
}
