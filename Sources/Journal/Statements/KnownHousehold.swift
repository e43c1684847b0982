package import Claims
package import Rules
package import Units

/// What the entry of a decision says was known of the household, and which entries state it.
package struct KnownHousehold: Hashable, Sendable {
  /// A word of the scheme.
  package let group: String?
  package let members: Int?
  package let income: Yuan?
  /// In the order of `Scheme.Asset`: how many; `nil` where nobody has answered, or the answer was too old.
  package let assets: [Int?]
  /// The numbers of the entries that state it, in ascending order.
  package let entries: [Int]

  /// - Parameters:
  ///   - assets: in the order of `Scheme.Asset`.
  ///   - entries: the numbers of the entries that state all this, in any order.
  package init(group: String?, members: Int?, income: Yuan?, assets: [Int?], entries: Set<Int>) {
    self.group = group
    self.members = members
    self.income = income
    self.assets = assets
    self.entries = entries.sorted()
  }

  init(_ payload: PayloadReader) throws(MissingMember) {
    group = try payload.optionalText("group")
    members = try payload.optionalNumber("members")
    income = try payload.optionalYuan("annual_income")
    assets = try payload.assets()
    entries = try payload.numbers("entries")
  }

  /// What an entry says was known; `nil` where it says nothing of it.
  static func read(_ payload: PayloadReader) throws(MissingMember) -> KnownHousehold? {
    try payload.optionalRecord(member).map { (record) throws(MissingMember) in try KnownHousehold(record) }
  }

  static func write(_ known: KnownHousehold?, to payload: inout Payload) {
    payload.set(member, known?.payload)
  }

  private static let member: Payload.Key = "known"

  /// What stands in an entry in canonical form; `nil` where that makes no sense.
  package init?(canonical: [UInt8]) {
    guard let payload = Payload(canonical: canonical) else { return nil }
    do throws(MissingMember) { try self.init(PayloadReader(payload)) } catch { return nil }
  }

  /// What stands in the entry.
  package var payload: Payload {
    var payload = Payload()
    payload.set("group", group)
    payload.set("members", members)
    payload.set("annual_income", income)
    payload.set(assets: assets)
    payload.set("entries", entries.map { "\($0)" })
    return payload
  }

  /// The household as the adjudicator takes it.
  package func household(_ id: String, under scheme: Scheme) -> Household {
    Household(
      id: id, group: group.flatMap { word in scheme.groups.firstIndex { $0.id == word } }, members: members,
      income: income, assets: assets)
  }
}
