package import Tables
package import Units

/// A row that cannot be used: where it is, and why. It is never dropped in silence.
package struct Reject: Error, Hashable, Sendable {
  /// The line in the file on which the row begins, from 1; relative to its block until the block is committed.
  package private(set) var line: Int
  /// Its row in a sheet, where the file is a workbook.
  private var sheet: SheetRow?
  /// The cell in the row, from 1; for NDJSON the character in the line. 0 where the fault has no cell.
  package let column: Int
  /// The column's English name; empty where the fault has no column.
  package let field: String
  /// What stands in the cell, as a list shows it.
  package private(set) var value: String
  /// A short stable name of the problem: of a ``RowProblem``, or of the rule that refuses the row.
  package let problem: String
  /// The problem in words.
  package let what: Wording

  package init(_ place: CellPlace, _ problem: String, _ what: Wording) {
    line = place.at.number
    sheet = place.at.sheet
    column = place.column
    field = place.field
    value = Reject.shown(place.value)
    self.problem = problem
    self.what = what
  }

  /// - Parameter what: the problem in words, where more can be said than its name says.
  package init(_ place: CellPlace, _ problem: RowProblem, _ what: Wording? = nil) {
    self.init(place, problem.rawValue, what ?? problem.name)
  }

  /// Where its row begins.
  package var at: TableLine { TableLine(line, sheet) }

  /// Its line counted on from those before its block, which a reader has read last.
  package mutating func settle(after lines: Int, _ reader: RowReader) {
    line += lines + 1
    sheet = reader.line(line).sheet
  }

  /// The same, its row where it stands in the file.
  package func placed(at line: TableLine) -> Reject {
    var reject = self
    (reject.line, reject.sheet) = (line.number, line.sheet)
    return reject
  }

  /// The same, without a resident ID for all to read.
  package var masked: Reject {
    guard field == Field.residentID.name || problem == RowProblem.residentID.rawValue else { return self }
    var reject = self
    reject.value = value.isEmpty ? "" : ResidentID.masked(value)
    return reject
  }

  /// Its place and its problem, for people.
  package func diagnostic(in file: String) -> Diagnostic {
    Diagnostic(
      problem, at: Diagnostic.Place(file: at.place(in: file), line: at.row, column: max(1, column)),
      path: field, what: what)
  }

  /// A cell's text for a list of rejects: cut at 200 characters. A picture stands for a control character, which would
  /// break the list, and its code for whatever else nobody sees or a terminal obeys.
  package static func shown(_ value: String) -> String {
    let short = value.count > 200 ? value.prefix(200) + "…" : Substring(value)
    return short.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "\n" || scalar == "\t" {
        text.unicodeScalars.append(scalar)
      } else if scalar.value < 0x20 {
        text.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? " ")
      } else if isHidden(scalar) {
        text += "⟨" + codePoint(of: scalar) + "⟩"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return false }
    let category = scalar.properties.generalCategory
    return category == .control || category == .format || category == .lineSeparator
      || category == .paragraphSeparator || scalar.properties.isDefaultIgnorableCodePoint
  }

  /// `U+200B`.
  static func codePoint(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// A cell of a file, or a row of it as a whole.
package struct CellPlace: Hashable, Sendable {
  package let at: TableLine
  /// The cell in the row, from 1; for NDJSON the character in the line; 0 for the whole row.
  package let column: Int
  /// The column's English name; empty for the whole row.
  package let field: String
  /// What stands in the cell.
  package let value: String

  package init(_ at: TableLine, column: Int = 0, field: String = "", value: String = "") {
    self.at = at
    self.column = column
    self.field = field
    self.value = value
  }
}
