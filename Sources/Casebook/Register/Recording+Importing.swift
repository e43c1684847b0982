package import Files
import Rules
import Units

extension Recording {
  /// Holds a file against what the casebook knows on the day. Nothing is recorded yet.
  package func planImport(_ sheet: Sheet, _ kind: ImportKind) throws(CasebookError) -> ImportPlan {
    precondition(sheet.kind == kind.file, "a sheet is read with its own columns")
    try checkRole(kind.roles, Wording(zh: "导入\(kind.name.zh)", en: "import \(kind.rawValue)"))
    var plan = ImportPlan(
      kind: kind, digest: sheet.digest, rows: sheet.count + sheet.faults.count, faults: sheet.faults)
    let rows = read(sheet, kind, &plan)
    let known = try known(rows, kind)
    let households = Set(rows.map(\.household))
    var registered: Set<String> = []
    if kind != .households {
      try book.eachKnown(households, on: on, entries: state.entries) { id, _ in registered.insert(id) }
    }
    plan.items.reserveCapacity(rows.count)
    for row in rows {
      guard kind == .households || registered.contains(row.household) else {
        plan.faults.append(Reject(row.places.household, .unknownHousehold(on)))
        continue
      }
      plan.take(row, known: known[row.id])
    }
    return plan
  }

  /// The rows that can be read and stand for themselves: of rows with the same id that say the same the first, of
  /// those that do not say the same none.
  private func read(_ sheet: Sheet, _ kind: ImportKind, _ plan: inout ImportPlan) -> [RegisterRow] {
    var rows: [RegisterRow] = []
    rows.reserveCapacity(sheet.count)
    for row in kind.rows(sheet, book.scheme) {
      switch row {
      case .success(let row): rows.append(row)
      case .failure(let fault): plan.faults.append(fault)
      }
    }
    var first: [String: Int] = [:]
    first.reserveCapacity(rows.count)
    var repeated: [Int] = []
    var contested: Set<String> = []
    for (index, row) in rows.enumerated() {
      guard let before = first[row.id] else {
        first[row.id] = index
        continue
      }
      repeated.append(index)
      if rows[before].said != row.said { contested.insert(row.id) }
    }
    guard !repeated.isEmpty else { return rows }
    for row in rows where contested.contains(row.id) {
      plan.faults.append(Reject(row.places.id, .twiceAndDifferent))
    }
    let dropped = Set(repeated)
    plan.identical += repeated.count { !contested.contains(rows[$0].id) }
    return rows.indices.filter { !dropped.contains($0) && !contested.contains(rows[$0].id) }.map { rows[$0] }
  }

  /// What is known of the rows' ids; an id that is not there is new.
  private func known(_ rows: [RegisterRow], _ kind: ImportKind) throws(CasebookError) -> [String:
    [String: KnownFact]]
  {
    let ids = Set(rows.map(\.id))
    var known: [String: [String: KnownFact]] = [:]
    if kind == .members {
      try book.eachMember(ids, entries: state.entries) { id, facts in known[id] = facts }
    } else {
      try book.eachKnown(ids, on: on, entries: state.entries) { id, facts in
        known[id] = facts.known(under: book.scheme, on: on)
      }
    }
    return known
  }

  /// Records what a plan says, and that the file was taken in; a plan that says nothing new records nothing.
  ///
  /// - Parameter revising: whether a row may say otherwise than what is known.
  package func record(_ plan: ImportPlan, revising: Bool) throws(CasebookError) {
    guard plan.differences.isEmpty || revising else {
      throw .refused(.differs(plan.differences, rows: plan.revised))
    }
    guard !plan.isNothing else { return }
    for item in plan.items { try record(item, plan.kind) }
    try append(
      .fileImported,
      Payload().with("digest", plan.digest).with("kind", plan.kind.rawValue).with("rows", plan.rows)
        .with("new", plan.new).with("revised", plan.revised).with("identical", plan.identical)
        .with("rejected", plan.faults.count))
  }

  private func record(_ item: ImportPlan.Item, _ kind: ImportKind) throws(CasebookError) {
    var payload: Payload
    switch kind {
    case .households: payload = item.payload.with("household", item.household)
    case .members:
      payload = Payload().with("person", item.id).with("household", item.household)
        .with("relation", item.payload.text("relation"))
      let personal = PersonalData(
        name: item.payload.text("name"), residentID: item.payload.text("resident_id"),
        bankAccount: item.payload.text("bank_account"), telephone: item.payload.text("telephone"))
      if personal != PersonalData() {
        payload = payload.with("personal", try keep(personal, of: item.household))
      }
    case .property, .businesses, .vehicles:
      guard let asset = kind.asset else { return }
      payload = Payload().with("household", item.household).with("asset", asset.word)
        .with("count", item.payload.number(asset.word))
    }
    try append(kind.entry, payload.with("revises", item.revises))
  }
}
