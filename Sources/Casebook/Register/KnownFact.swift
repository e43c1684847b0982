import Claims
import Journal
import Rules
import Store
import Units

/// A fact as the casebook has it, and the entry that states it.
struct KnownFact: Hashable {
  let value: RegisterValue
  let entry: Int
}

extension HouseholdFacts {
  /// What is known, under the names of the columns. An answer about assets older than the scheme lets it be is none.
  func known(under scheme: Scheme, on day: Day) -> [RegisterField: KnownFact] {
    var facts: [RegisterField: KnownFact] = [:]
    func add<Value>(_ field: RegisterField, _ known: Known<Value>?, _ value: (Value) -> RegisterValue) {
      if let known { facts[field] = KnownFact(value: value(known.value), entry: known.entry) }
    }
    add(.group, group) { .text($0) }
    add(.members, members) { .count($0) }
    add(.income, income) { .text($0.description) }
    add(.township, township) { .text($0) }
    add(.village, village) { .text($0) }
    let current = household("", under: scheme, on: day)
    for asset in Scheme.Asset.allCases where current.assets[asset.rawValue] != nil {
      add(asset.field, assets[asset.rawValue]) { .count($0) }
    }
    return facts
  }
}

extension Casebook {
  /// Hands out what was known on a day of those of `ids` that were on the register.
  ///
  /// A few are looked up one by one; where they are a good part of the register it is read once, from one end to the
  /// other, and no more than one household's facts are held at a time.
  ///
  /// - Parameter entries: how many entries there are, which bounds the register's size.
  func eachKnown(
    _ ids: Set<String>, on day: Day, entries: Int,
    _ body: (String, HouseholdFacts) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    guard ids.count > entries / 10 else {
      for id in ids { if let facts = try facts(of: id, on: day) { try body(id, facts) } }
      return
    }
    let query = try reading { () throws(StoreError) in
      try database.prepare(
        """
        SELECT \(HouseholdFacts.columns) FROM household_fact WHERE known_on <= ? ORDER BY household, known_on, entry
        """)
    }
    query.bind(1, day.description)
    defer { query.reset() }
    var current: (id: String, facts: HouseholdFacts)?
    while try reading({ () throws(StoreError) in try query.step() }) {
      let id = query.text(0)
      if let before = current, before.id != id {
        try body(before.id, before.facts)
        current = nil
      }
      guard ids.contains(id) else { continue }
      var facts = current?.facts ?? HouseholdFacts()
      facts.take(query)
      current = (id, facts)
    }
    if let current { try body(current.id, current.facts) }
  }

  /// Hands out what is known of those of `ids` that are members of households: the personal data is read back, for
  /// the journal does not have it.
  func eachMember(
    _ ids: Set<String>, entries: Int, _ body: (String, [RegisterField: KnownFact]) -> Void
  ) throws(CasebookError) {
    let isScan = ids.count > entries / 10
    let query = try reading { () throws(StoreError) in
      try statements[
        """
        SELECT m.person, m.entry, m.household, m.relation, p.name, p.resident_id, p.telephone, p.bank_account
        FROM member m LEFT JOIN personal p ON p.number = m.personal \(isScan ? "" : "WHERE m.person = ?")
        """]
    }
    let fields: [RegisterField] = [.household, .relation] + RegisterField.personal
    func hand(_ row: Statement) {
      let entry = row.int(1)
      var known: [RegisterField: KnownFact] = [:]
      for (index, field) in fields.enumerated() {
        if let text = row.optionalText(2 + index) {
          known[field] = KnownFact(value: .text(text), entry: entry)
        }
      }
      body(row.text(0), known)
    }
    try reading { () throws(StoreError) in
      if isScan {
        defer { query.reset() }
        while try query.step() { if ids.contains(query.text(0)) { hand(query) } }
      } else {
        for id in ids {
          query.bind(1, id)
          _ = try query.rows { hand($0) }
        }
      }
    }
  }
}
