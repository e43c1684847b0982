public import Tables
public import Units

/// A batch could not be run to its end. No output file has changed.
public enum BatchError: Error, Hashable, Sendable {
  /// A file could not be read or written.
  case file(TableError)
  /// An input is of no use as a whole: its header is wrong, or an earlier run's record does not hold together.
  case input([Diagnostic])
  /// More claims than one run can sum exactly.
  case tooManyClaims
  /// A file that is read more than once did not say the same each time: somebody is writing to it.
  case changedMeanwhile(String)
  /// A file that must be read more than once is a pipe.
  case cannotReadAgain(String)

  /// The most claims of one run: their amounts, each at its limit, still add up within 64 bits.
  public static let claimLimit = 500_000_000
}
