import Casebook
import Files
import Journal
import Tables
import Units

/// A row of the table of actors: who is to be enrolled, but for the key.
struct NewActor {
  let name: String
  let office: String
  let role: Role
  let person: String?
  let households: [String]
  /// Its place, for whatever turns out to be wrong with it later.
  let place: Diagnostic.Place

  /// Reads the table whole; where any row is wrong, every fault is told and nothing is taken.
  static func read(_ path: String, _ reading: TableReading) throws(CasebookError) -> [NewActor] {
    let sheet = try Sheet.read(path, .actors, reading)
    var faults = sheet.faults
    var rows: [NewActor] = []
    var seen: [String: TableLine] = [:]
    for row in sheet.rows(of: ActorsFile.self) {
      if let read = read(row, in: path, &faults) {
        if let first = seen[read.name] {
          faults.append(
            row.fault(
              .name, "twice",
              Wording(
                zh: "“\(read.name)”在\(first.wording.zh)已有",
                en: "'\(read.name)' is already on \(first.wording.en)")))
        }
        seen[read.name] = seen[read.name] ?? row.line
        rows.append(read)
      }
    }
    let told = faults.sorted { ($0.at.number, $0.column) < ($1.at.number, $1.column) }
    let diagnostics = told.map { $0.diagnostic(in: path) } + [swallowed(sheet.notes, path)].compactMap { $0 }
    guard diagnostics.isEmpty else { throw .input(diagnostics) }
    return rows
  }

  /// Rows that may have vanished in a cell.
  private static func swallowed(_ notes: RowNotes, _ path: String) -> Diagnostic? {
    guard let what = RowsText(notes).runOn, let line = notes.firstRunOn else { return nil }
    return Diagnostic(
      "rows-in-a-cell", at: Diagnostic.Place(file: line.place(in: path), line: line.row, column: 1),
      what: what)
  }

  private static func read(
    _ row: FileRow<ActorsFile>, in file: String, _ faults: inout [Reject]
  ) -> NewActor? {
    let before = faults.count
    for role in [ActorsFile.Role.name, .office, .role] where row[role] == nil {
      let field = ActorsFile.field(role)
      faults.append(
        row.fault(
          role, .missing, Wording(zh: "“\(field.chinese)”不能为空", en: "'\(field.name)' is missing")))
    }
    let role = row.word(.role).flatMap(Role.named)
    if let word = row[.role], role == nil {
      let known = Wording(
        zh: Role.allCases.map(\.name.zh).joined(separator: "、"),
        en: Role.allCases.map(\.rawValue).joined(separator: ", "))
      faults.append(
        row.fault(
          .role, .unknownWord,
          Wording(
            zh: "没有角色“\(word)”，可用：\(known.zh)", en: "there is no role '\(word)'; the roles are: \(known.en)")
        ))
    }
    if let name = row[.name], !KeyFile.canBeNamed(name) {
      faults.append(
        row.fault(
          .name, "malformed", Wording(zh: "“\(name)”不能作文件名", en: "'\(name)' cannot be a file name"))
      )
    }
    guard faults.count == before, let name = row[.name], let office = row[.office], let role else {
      return nil
    }
    return NewActor(
      name: name, office: office, role: role, person: row.word(.person),
      households: ActorsFile.households(in: row.word(.households)),
      place: Diagnostic.Place(
        file: row.line.place(in: file), line: row.line.row, column: max(1, row.place(.name).column)))
  }
}

extension Role {
  /// The role of a word in a file: the journal's word, or the Chinese name.
  static func named(_ word: String) -> Role? { allCases.first { $0.rawValue == word || $0.name.zh == word } }
}
