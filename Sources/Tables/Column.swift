public import Units

/// Headings that are taken for a column and mean something else.
public struct Lookalike: Hashable, Sendable {
  /// As offices write them.
  public let headings: [String]
  /// Why they are not the column.
  public let why: Wording

  /// Headings that are not a column.
  public init(_ headings: [String], _ why: Wording) {
    self.headings = headings
    self.why = why
  }
}

/// What helps where a table lacks a column, beside adding it.
public struct Remedy: Hashable, Sendable {
  /// The headings of which the table must have one; empty where it helps in any case.
  public let headings: [String]
  /// What it is, as the end of a sentence.
  public let what: Wording

  /// Something that helps where one of some headings is there, or in any case.
  public init(_ what: Wording, having headings: [String] = []) {
    self.headings = headings
    self.what = what
  }
}

/// A column that a table may have: its name in the files, in English and Chinese, and what else it may be called there.
public struct Column: Hashable, Sendable {
  /// The English name, which is the one we write.
  public let name: String
  /// The Chinese name, understood as well.
  public let chinese: String
  /// Further names that a header may have for it.
  public private(set) var synonyms: [String]
  /// Headings that stand near it and mean something else.
  public let lookalikes: [Lookalike]
  /// What stands in its cells.
  public private(set) var content = ColumnContent.text
  /// The column that a table need not have where it has this one.
  public private(set) var replaced: String?
  /// Whether a table without it cannot be read.
  public private(set) var isRequired: Bool
  /// Whether a decision hangs on what stands in it: then its name misspelt in a header must not go by unseen.
  public private(set) var isDecisive: Bool
  /// What helps where a table lacks it, beside adding it.
  public private(set) var remedy: Remedy?

  /// A column.
  public init(
    _ name: String, _ chinese: String, synonyms: [String] = [], lookalikes: [Lookalike] = [],
    isRequired: Bool = true, isDecisive: Bool = false
  ) {
    self.name = name
    self.chinese = chinese
    self.synonyms = synonyms
    self.lookalikes = lookalikes
    self.isRequired = isRequired
    self.isDecisive = isDecisive
  }

  /// All that headers may call it.
  public var headings: [String] { [name, chinese] + synonyms }

  /// The same column, on which decisions hang.
  package var decisive: Column { with { $0.isDecisive = true } }

  /// The same column, in a table that can or cannot do without it.
  public func required(_ isRequired: Bool) -> Column { with { $0.isRequired = isRequired } }

  /// The same column, which a header may call something else too.
  package func called(_ more: [String]) -> Column { with { $0.synonyms += more } }

  /// The same column, in whose cells such things stand.
  package func holding(_ content: ColumnContent) -> Column { with { $0.content = content } }

  /// The same column, where a table that has it can do without another, by its name.
  package func insteadOf(_ other: String) -> Column { with { $0.replaced = other } }

  /// The same column, with something that helps where a table lacks it.
  package func remedied(by remedy: Remedy) -> Column { with { $0.remedy = remedy } }

  private func with(_ change: (inout Column) -> Void) -> Column {
    var column = self
    change(&column)
    return column
  }
}
