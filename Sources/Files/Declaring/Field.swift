package import Tables
package import Units

/// A column of one kind of file, as that file declares it: what headers call it, whether it must be there, and what stands
/// in its cells.
package struct Field: Sendable {
  /// Whether a file has it.
  package enum Use: Sendable {
    /// A file without it cannot be read.
    case required
    /// It may be left out.
    case optional
    /// We write it.
    case written
    /// We write it where somebody asks for it, or the scheme does.
    case writtenIfAsked
  }

  /// How it is found in a header.
  package let column: Column
  package let use: Use
  /// What stands in it, for people.
  package let meaning: Wording
  /// What stands in its cells.
  package var content: ColumnContent { column.content }

  /// A column that must be there.
  init(_ name: String, _ chinese: String, _ zh: String, _ en: String) {
    column = Column(
      name, chinese, synonyms: OfficeHeadings.synonyms(of: name),
      lookalikes: OfficeHeadings.lookalikes(of: name))
    use = .required
    meaning = Wording(zh: zh, en: en)
  }

  private init(_ column: Column, _ use: Use, _ meaning: Wording) {
    self.column = column
    self.use = use
    self.meaning = meaning
  }

  /// The column's English name: the one that we write.
  package var name: String { column.name }

  /// Its Chinese name.
  package var chinese: String { column.chinese }

  /// Its Chinese name, and what else headers may call it.
  package var headings: String { ([column.chinese] + column.synonyms).joined(separator: "、") }

  /// The same column in a file that may leave it out.
  var optional: Field { Field(column.required(false), .optional, meaning) }
  /// The same column in a file that we write.
  var written: Field { Field(column, .written, meaning) }
  /// The same column in a file that we write, there only where somebody asks for it.
  var writtenIfAsked: Field { Field(column.required(false), .writtenIfAsked, meaning) }

  /// The same column, on which decisions hang.
  var decisive: Field { Field(column.decisive, use, meaning) }

  /// The same column, in whose cells such things stand; where nobody says so, texts for people.
  func holding(_ content: ColumnContent) -> Field { Field(column.holding(content), use, meaning) }

  /// The same column, where a file that has it can do without another.
  func insteadOf(_ other: Field) -> Field { Field(column.insteadOf(other.name), use, meaning) }

  /// The same column in a file whose header may have further names for it.
  func called(_ synonyms: String...) -> Field {
    Field(column.called(synonyms), use, meaning)
  }

  /// The same column in a file where it means something more special.
  func meaning(_ zh: String, _ en: String) -> Field {
    Field(column, use, Wording(zh: zh, en: en))
  }
}
