package import Files
package import Journal
import Rules
import Units

extension Recording {
  /// Holds a file against what the casebook knows on the day. Nothing is recorded yet.
  package func planImport(_ sheet: Sheet, _ kind: ImportKind) throws(CasebookError) -> ImportPlan {
    precondition(sheet.kind == kind.file, "a sheet is read with its own columns")
    try checkRole(kind.roles, Wording(zh: "导入\(kind.name.zh)", en: "import \(kind.rawValue)"))
    var plan = ImportPlan(
      kind: kind, digest: sheet.digest, rows: sheet.count + sheet.faults.count, faults: sheet.faults)
    let read = read(sheet, kind, &plan)
    let known = try known(read, kind)
    let rows = try rejectAlike(read, kind, known: Set(known.keys), &plan)
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
      if let year = row.stated[.incomeYear]?.count, year > on.year {
        plan.faults.append(Reject(row.places.id, .incomeToCome(year)))
        continue
      }
      plan.take(row, known: known[row.id], on: on)
    }
    return plan
  }

  /// The rows that can be read and stand for themselves: of rows with the same id that say the same the first, of
  /// those that do not say the same none.
  private func read(_ sheet: Sheet, _ kind: ImportKind, _ plan: inout ImportPlan) -> [RegisterStatement] {
    var rows: [RegisterStatement] = []
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
      if rows[before].stated != row.stated { contested.insert(row.id) }
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
  private func known(_ rows: [RegisterStatement], _ kind: ImportKind) throws(CasebookError) -> [String:
    [RegisterField: KnownFact]]
  {
    let ids = Set(rows.map(\.id))
    var known: [String: [RegisterField: KnownFact]] = [:]
    if kind == .members {
      try book.eachMember(ids, entries: state.entries) { id, facts in known[id] = facts }
    } else {
      let years = Dictionary(
        rows.map { ($0.id, $0.stated[.incomeYear]?.count ?? on.year - 1) },
        uniquingKeysWith: { first, _ in first })
      try book.eachKnown(ids, on: on, entries: state.entries) { id, facts in
        known[id] = facts.known(under: book.scheme, on: on, incomeOf: years[id] ?? on.year - 1)
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
      FileImportedStatement(
        digest: plan.digest, file: plan.kind.rawValue, rows: plan.rows, new: plan.new,
        renewed: plan.renewed > 0 ? plan.renewed : nil, revised: plan.revised, identical: plan.identical,
        rejected: plan.faults.count))
  }

  private func record(_ item: ImportPlan.Item, _ kind: ImportKind) throws(CasebookError) {
    let values = item.values
    func text(_ field: RegisterField) -> String? { values[field]?.text }
    switch kind {
    case .households:
      try append(
        HouseholdStatement(
          household: item.household, group: text(.group), members: values[.members]?.count,
          income: text(.income).flatMap { Yuan($0, signed: true) }, incomeYear: values[.incomeYear]?.count,
          assets: Scheme.Asset.allCases.map { values[$0.field]?.count }, township: text(.township),
          village: text(.village), revises: item.revises))
    case .members:
      let personal = PersonalData(
        name: text(.name), residentID: text(.residentID), bankAccount: text(.bankAccount),
        telephone: text(.telephone))
      var kept: PersonalReference?
      if personal != PersonalData() { kept = try keep(personal, of: item.household) }
      try append(
        MemberStatement(
          person: item.id, household: item.household, relation: text(.relation), personal: kept,
          revises: item.revises))
    case .property, .businesses, .vehicles:
      guard let asset = kind.asset else { return }
      try append(
        AssetStatement(
          household: item.household, asset: asset.word, count: values[asset.field]?.count,
          revises: item.revises))
    }
  }
}

extension HouseholdStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.facts(entry, self) }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.checkRole([.county], Wording(zh: "导入名册", en: "import"))
    return .letPass
  }
}

extension MemberStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.member(entry, self) }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.checkRole([.county], Wording(zh: "导入名册", en: "import"))
    return .letPass
  }
}

extension AssetStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.answered(entry, of: household, asset, count)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.checkRole([.county, .department], Wording(zh: "导入答复", en: "import"))
    return .letPass
  }
}

extension FileImportedStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.fileImported(entry, self)
  }

  func retake(_ entry: Entry, by recording: Recording, in audit: any Retaking) -> Retaken { .letPass }
}
