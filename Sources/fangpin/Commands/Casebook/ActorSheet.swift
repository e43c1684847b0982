import Casebook
import Tables
import Units

/// A row of the table of actors: who is to be enrolled, but for the key.
struct ActorSheet {
  let name: String
  let office: String
  let role: Role
  let person: String?
  let households: [String]
  /// Its place, for whatever turns out to be wrong with it later.
  let place: Diagnostic.Place

  /// Reads the table whole; where any row is wrong, every fault is told and nothing is taken.
  static func read(_ path: String) throws(CasebookError) -> [ActorSheet] {
    let sheet = try Sheet.read(path, .actors)
    var faults = sheet.faults
    var rows: [ActorSheet] = []
    var seen: [String: Int] = [:]
    for row in sheet.rows {
      if let read = read(row, sheet, &faults) {
        if let first = seen[read.name] {
          faults.append(
            sheet.fault(
              row, nameRole, "twice",
              Wording(
                zh: "「\(read.name)」在第 \(first) 行已有", en: "'\(read.name)' stands in line \(first) already")))
        }
        seen[read.name] = seen[read.name] ?? row.line
        rows.append(read)
      }
    }
    guard faults.isEmpty else {
      throw .input(
        faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }.map { $0.diagnostic(in: path) })
    }
    return rows
  }

  // The columns of `OfficeTable.actors`, by their place there.
  private static let nameRole = 0
  private static let officeRole = 1
  private static let roleRole = 2
  private static let personRole = 3
  private static let householdsRole = 4

  private static func read(_ row: Sheet.Row, _ sheet: Sheet, _ faults: inout [Sheet.Fault]) -> ActorSheet? {
    let before = faults.count
    let columns = OfficeTable.actors.columns
    for role in [nameRole, officeRole, roleRole] where row[role] == nil {
      faults.append(
        sheet.fault(
          row, role, "missing",
          Wording(zh: "「\(columns[role].chinese)」不能为空", en: "'\(columns[role].name)' is missing")))
    }
    let role = row[roleRole].flatMap(Role.named)
    if let word = row[roleRole], role == nil {
      let known = Wording(
        zh: Role.allCases.map(\.name.zh).joined(separator: "、"),
        en: Role.allCases.map(\.rawValue).joined(separator: ", "))
      faults.append(
        sheet.fault(
          row, roleRole, "unknown-word",
          Wording(zh: "没有角色「\(word)」，有：\(known.zh)", en: "there is no role '\(word)'; there are: \(known.en)")
        ))
    }
    if let name = row[nameRole], !KeyFile.canBeNamed(name) {
      faults.append(
        sheet.fault(
          row, nameRole, "malformed", Wording(zh: "「\(name)」不能作文件名", en: "'\(name)' cannot be a file's name"))
      )
    }
    guard faults.count == before, let name = row[nameRole], let office = row[officeRole], let role else {
      return nil
    }
    let households = (row[householdsRole] ?? "").split {
      $0 == " " || $0 == ";" || $0 == "；" || $0 == "\u{3000}"
    }
    let cell = sheet.fault(row, nameRole, "", Wording(zh: "", en: ""))
    return ActorSheet(
      name: name, office: office, role: role, person: row[personRole],
      households: households.map(String.init),
      place: Diagnostic.Place(file: sheet.file, line: row.line, column: max(1, cell.column)))
  }
}

extension Role {
  /// The role of a word in a file: the journal's word, or the Chinese name.
  static func named(_ word: String) -> Role? { allCases.first { $0.rawValue == word || $0.name.zh == word } }
}

extension Sheet.Fault {
  /// The fault for people, with its place.
  func diagnostic(in file: String) -> Diagnostic {
    Diagnostic(
      problem, at: Diagnostic.Place(file: file, line: line, column: max(1, column)), path: field, what: what)
  }
}
