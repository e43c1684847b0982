package import Tables
package import Units

/// What headings mean that a county's lists have of their own.
package enum HeadingsFile: TableFile {
  package static let kind = FileKind.headings
  package static let name = Wording(
    zh: "本县表格自己的表头（--map）", en: "headings that a county's lists have of their own (--map)")

  package enum Role: Int, FileRole {
    case column, heading
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .column:
      Field("column", "列", "本程序的列名，中英文都行", "the name of a column in this program, English or Chinese")
        .holding(.word)
    case .heading: Field("heading", "表头", "本县表格里怎么写", "what the county's lists call it").holding(.word)
    }
  }

  /// The files whose columns may have headings of their own: those that are read.
  private static let kinds = FileKind.allCases.filter {
    $0.goesBetweenOffices || $0 == .decisions || $0 == .detail
  }

  /// What the headings mean that stand in a file; where it cannot be used, no table can be read by it.
  package static func read(_ path: String) -> OwnHeadings {
    var reading = HeadingsReading(path, kinds.flatMap { $0.file.columns })
    do throws(FileError) {
      try unsafe TableRows.each(path, columns, TableReading()) { shape, scanner, line in
        unsafe reading.read(shape, scanner, line)
      }
    } catch {
      switch error {
      case .file(let trouble): return OwnHeadings(.file(trouble))
      case .input(let faults): return OwnHeadings(.faults(faults))
      }
    }
    return reading.faults.isEmpty ? OwnHeadings(reading.meanings) : OwnHeadings(.faults(reading.faults))
  }
}

/// Reads the rows of a file of headings.
private struct HeadingsReading {
  /// The English names of the columns that each heading means, by the heading folded.
  private(set) var meanings: [String: Set<String>] = [:]
  private(set) var faults: [Diagnostic] = []
  private let file: String
  /// The columns of each name of the program's own, folded.
  private var owners: [String: Set<String>] = [:]
  private let names: [String]
  /// Where each heading stands.
  private var lines: [String: TableLine] = [:]

  init(_ file: String, _ columns: [Column]) {
    self.file = file
    names = columns.flatMap { [$0.name, $0.chinese] }
    for column in columns {
      for name in [column.name, column.chinese] {
        owners[Heading(name).folded, default: []].insert(column.name)
      }
    }
  }

  mutating func read(_ shape: RowShape, _ scanner: RowScanner, _ line: TableLine) {
    if shape != .whole {
      let place = unsafe CellPlace(line, column: scanner.faultColumn)
      return faults.append(Reject(place, RowProblem(shape)).diagnostic(in: file))
    }
    if let role = unsafe scanner.badlyEncodedRole.flatMap({ HeadingsFile.Role(rawValue: $0) }) {
      return unsafe note(.badEncoding, role, scanner, line)
    }
    guard let name = unsafe word(.column, scanner, line), let heading = unsafe word(.heading, scanner, line)
    else { return }
    let folded = Heading(heading).folded
    guard let columns = owners[Heading(name).folded] else {
      return unsafe faults.append(unknown(name, place(.column, scanner, line)))
    }
    if let owner = owners[folded], owner.isDisjoint(with: columns) {
      return unsafe faults.append(another(heading, name, owner, place(.heading, scanner, line)))
    }
    if let first = lines[folded] {
      return unsafe faults.append(twice(heading, first, place(.heading, scanner, line)))
    }
    lines[folded] = line
    meanings[folded] = columns
  }

  private mutating func word(_ role: HeadingsFile.Role, _ scanner: RowScanner, _ line: TableLine) -> String? {
    let text = unsafe Dress.text(scanner.cells[role.rawValue].string).value
    if text.isEmpty { unsafe note(.missing, role, scanner, line) }
    return text.isEmpty ? nil : text
  }

  private mutating func note(
    _ problem: RowProblem, _ role: HeadingsFile.Role, _ scanner: RowScanner, _ line: TableLine
  ) {
    let column = unsafe scanner.column(of: role.rawValue)
    let place = CellPlace(line, column: column, field: HeadingsFile.field(role).name)
    faults.append(Reject(place, problem).diagnostic(in: file))
  }

  private func place(
    _ role: HeadingsFile.Role, _ scanner: RowScanner, _ line: TableLine
  ) -> Diagnostic.Place {
    let column = unsafe max(1, scanner.column(of: role.rawValue))
    return Diagnostic.Place(file: line.place(in: file), line: line.row, column: column)
  }

  private func unknown(_ name: String, _ place: Diagnostic.Place) -> Diagnostic {
    let near = Spelling.nearest(to: name, among: names)
    return Diagnostic(
      "unknown-column", at: place,
      what: Wording(zh: "没有“\(name)”这一列", en: "there is no column '\(name)'"),
      fix: near.map { Wording(zh: "是不是“\($0)”？", en: "did you mean '\($0)'?") }
        ?? Wording(
          zh: "fangpin columns 列出各种文件的列", en: "'fangpin columns' lists the columns of each kind of file"))
  }

  private func another(
    _ heading: String, _ name: String, _ owner: Set<String>, _ place: Diagnostic.Place
  ) -> Diagnostic {
    let owners = owner.sorted().joined(separator: ", ")
    return Diagnostic(
      "heading-of-another-column", at: place,
      what: Wording(
        zh: "“\(heading)”是另一列（\(owners)）自己的名称，不能又是“\(name)”",
        en: "'\(heading)' is the name of another column, \(owners): it cannot mean '\(name)'"),
      fix: Wording(zh: "在表格里改名，再写新名", en: "rename the column in the lists, and say the new name here"))
  }

  private func twice(_ heading: String, _ first: TableLine, _ place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      "heading-twice", at: place,
      what: Wording(
        zh: "表头“\(heading)”在\(first.wording.zh)已有",
        en: "the heading '\(heading)' is already on \(first.wording.en)"),
      fix: Wording(zh: "只留一行", en: "keep one of the two rows"))
  }
}
