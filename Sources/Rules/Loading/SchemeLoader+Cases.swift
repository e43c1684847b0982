import JSONText
import Units

/// The part `cases`.
extension SchemeLoader {
  /// When a claim that does not say so befell.
  private enum UsualDay {
    /// On the first 15 June of the scheme.
    case day(Day)
    /// It must say so: nobody has published when the scheme begins.
    case none
    /// The scheme's first day has a fault, which is reported already.
    case faulty
  }

  /// - Parameter effectiveFrom: the scheme's first day; `nil` where it has a fault.
  static func cases(
    _ node: SchemeNode, effectiveFrom: Sourced<Day>?, _ context: LoadingContext
  ) -> [SchemeCase]? {
    guard let nodes = node.list() else { return nil }
    let usualDay = usualDay(effectiveFrom)
    var seen: Set<String> = []
    return nodes.compactMap { node in
      guard let object = node.object(["name", "household", "claims"]) else { return nil }
      let name = object["name"]?.wording()
      if let name, !seen.insert(name.en).inserted {
        object["name"]?.report(
          "duplicate-word", Wording(zh: "已有同名的算例", en: "there is already an example of this name"))
      }
      let household = object["household"].flatMap { Self.household($0, context) }
      let claims = object["claims"]?.list(atLeast: 1)?.compactMap {
        claim($0, usualDay: usualDay, context)
      }
      guard let name, let household, let claims else { return nil }
      return SchemeCase(
        name: name, place: context.place(at: node.value.offset), group: household.group,
        members: household.members, income: household.income, assets: household.assets, claims: claims)
    }
  }

  private static func usualDay(_ effectiveFrom: Sourced<Day>?) -> UsualDay {
    guard let effectiveFrom else { return .faulty }
    guard let from = effectiveFrom.value else { return .none }
    let days = [from.year, from.year + 1].compactMap { Day(year: $0, month: 6, day: 15) }
    return days.first { $0 >= from }.map { .day($0) } ?? .none
  }

  private struct HouseholdFacts {
    var group: Int?
    var members: Int?
    var income: Yuan?
    var assets: [Int?]
  }

  /// What is left out is as in a plainly eligible household; `null` means unknown.
  private static func household(_ node: SchemeNode, _ context: LoadingContext) -> HouseholdFacts? {
    let optional = ["members", "income", "dwellings", "businesses", "vehicles"]
    guard let object = node.object(["group"], optional: optional) else { return nil }
    func fact<Fact>(_ key: String, _ usual: Fact, _ read: (SchemeNode) -> Fact?) -> Fact? {
      guard let node = object[key] else { return usual }
      return node.isNull() ? nil : read(node)
    }
    let counts = 0...999_999_999
    return HouseholdFacts(
      group: object["group"].flatMap {
        $0.isNull() ? nil : $0.reference(to: context.groups, "unknown-group", Kind.group)
      },
      members: fact("members", 4) { $0.integer(1...counts.upperBound) },
      income: fact("income", Yuan(fen: 800_000)) { $0.income() },
      assets: [
        fact("dwellings", 1) { $0.integer(counts) }, fact("businesses", 0) { $0.integer(counts) },
        fact("vehicles", 0) { $0.integer(counts) },
      ])
  }

  private static func claim(
    _ node: SchemeNode, usualDay: UsualDay, _ context: LoadingContext
  ) -> SchemeCase.Claim? {
    var required = ["peril", "amount", "pays"]
    var usual: Day?
    switch usualDay {
    case .day(let day): usual = day
    case .none: required.append("on")
    case .faulty: break
    }
    let optional = ["on", "cause", "compensated", "person", "reason"].filter { !required.contains($0) }
    guard let object = node.object(required, optional: optional) else { return nil }
    let peril = object["peril"]?.reference(to: context.perils, "unknown-peril", Kind.peril)
    let day = object["on"].map { $0.day() } ?? usual
    let amount = object["amount"]?.amount(atMost: .claimLimit)
    if let amount, amount == .zero {
      object["amount"]?.report(
        "number-out-of-range", Wording(zh: "申请金额须大于 0", en: "a claim must be for more than 0"))
    }
    let payout = object["pays"]?.amount()
    let cause = object["cause"]?.reference(to: context.causes, "unknown-cause", Kind.cause)
    let compensated = object["compensated"].flatMap { $0.isNull() ? nil : $0.bool() }
    let person = object["person"]?.text()
    let reason = object["reason"].flatMap { Self.reason($0) }
    guard let peril, let day, let amount, let payout else { return nil }
    return SchemeCase.Claim(
      peril: peril, day: day, amount: amount, cause: cause, compensated: compensated, person: person,
      payout: payout, reason: reason)
  }

  private static func reason(_ node: SchemeNode) -> Reason? {
    guard let text = node.text() else { return nil }
    if let reason = Reason(code: text) { return reason }
    node.reportUnknown(
      "unknown-reason", Wording(zh: "理由", en: "reason"), text, among: Reason.allCases.map(\.code))
    return nil
  }
}
