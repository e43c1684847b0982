import Claims
public import Rules
public import Units

/// One stretch of an explanation or of a scheme's document: a title and what stands under it.
///
/// Values come first and words second: text and JSON are both made from this, so that they cannot differ.
public struct Passage: Hashable, Sendable {
  /// What it is, in kebab case: `declaration`, `staircase`.
  public let code: String
  /// Its heading.
  public let title: Wording
  /// What stands under it, in order.
  public let parts: [Part]

  /// A titled stretch.
  init(_ code: String, _ title: Wording, _ parts: [Part]) {
    self.code = code
    self.title = title
    self.parts = parts
  }

  /// What may stand under a title.
  public enum Part: Hashable, Sendable {
    /// A named value.
    case fact(Fact)
    /// A row of the decision table.
    case check(Check)
    /// Values in rows and columns.
    case table(Table)
    /// A sentence.
    case remark(Remark)
    /// A staircase drawn; only in a scheme's document.
    case ladder(Ladder)
  }
}

/// One value with its name, and where it comes from.
public struct Fact: Hashable, Sendable {
  /// Its name in JSON, in snake case.
  public let key: String
  /// Its name for people.
  public let label: Wording
  /// The value.
  public let value: Value
  /// A few words beside it.
  public let note: Wording?
  /// Where the value comes from, if the scheme gave it.
  public let origins: [Origin]

  /// A named value.
  init(_ key: String, _ label: Wording, _ value: Value, note: Wording? = nil, from origins: [Origin] = []) {
    self.key = key
    self.label = label
    self.value = value
    self.note = note
    self.origins = origins
  }
}

/// A row of the decision table, and whether it applies.
public struct Check: Hashable, Sendable {
  /// The row.
  public let row: Reason
  /// Whether it applies: then it decides.
  public let applies: Bool
  /// Whether what was compared deserves a line of its own.
  public let isTelling: Bool
  /// What was compared, values and words.
  public let finding: Remark
}

/// A sentence with the values it speaks of.
public struct Remark: Hashable, Sendable {
  /// A value by its name in JSON.
  public struct Named: Hashable, Sendable {
    /// Its name, in snake case.
    public let key: String
    /// The value.
    public let value: Value

    /// A named value.
    init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// What it says, in kebab case.
  public let code: String
  /// The sentence.
  public let words: Wording
  /// The same for the household it is about: no codes and no terms of the trade. `nil` where it is none of its business.
  public let plain: Wording?
  /// The values in it.
  public let values: [Named]
  /// Where they come from.
  public let origins: [Origin]

  /// A sentence with its values.
  init(
    _ code: String, _ words: Wording, plain: Wording? = nil, _ values: [Named] = [],
    from origins: [Origin] = []
  ) {
    self.code = code
    self.words = words
    self.plain = plain
    self.values = values
    self.origins = origins
  }
}

/// Values in rows and columns.
public struct Table: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its name in JSON, in snake case.
    public let key: String
    /// Its name for people.
    public let label: Wording

    /// A column.
    init(_ key: String, _ label: Wording) {
      self.key = key
      self.label = label
    }
  }

  /// A row.
  public struct Row: Hashable, Sendable {
    /// One value for each column.
    public let cells: [Value]
    /// Whether it is the one to look at.
    public let isMarked: Bool
    /// Where its values come from.
    public let origins: [Origin]

    /// A row.
    init(_ cells: [Value], isMarked: Bool = false, from origins: [Origin] = []) {
      self.cells = cells
      self.isMarked = isMarked
      self.origins = origins
    }
  }

  /// Its name in JSON, in snake case.
  public let key: String
  /// The columns.
  public let columns: [Column]
  /// The rows.
  public let rows: [Row]
  /// How many of the last rows text shows; JSON has them all.
  public let shown: Int

  /// A table.
  init(_ key: String, columns: [Column], rows: [Row], shown: Int = .max) {
    self.key = key
    self.columns = columns
    self.rows = rows
    self.shown = shown
  }
}
