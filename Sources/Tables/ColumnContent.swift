/// What stands in the cells of a column. Forms that have kinds of cells, and those whose reader guesses them, go by it.
public enum ColumnContent: Sendable {
  /// The number or the name of something or somebody: nothing is ever reckoned with it.
  case id
  /// A word of a list, a code, a rate.
  case word
  /// A text for people.
  case text
  /// An amount in yuan.
  case money
  case day
  /// How many there are.
  case count
  /// A count in one row and an amount in another, and a text where it is neither.
  case figure
}
