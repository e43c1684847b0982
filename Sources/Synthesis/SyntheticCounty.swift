/// An invented county of any size, for trying things out and for measuring.
///
/// Everything in it is drawn from the seed by integer arithmetic: the same size, months and seed give the same bytes on
/// every machine. No real person's data can come out of it, because none went in: households and members are numbers,
/// nobody has a name or a resident ID number, and townships and villages are made up.
///
/// A county of at least 200 households and 400 claims has every reason of the decision table that the built-in schemes
/// can give (all but `scheme-silent` and `person-unknown`): see ``PlantedClaim`` and ``MonthOpening``. All rows can be read unless faults are
/// asked for. There is no file of all months together: with one month, all claims are in one file.
package struct SyntheticCounty: Sendable {
  /// How many households there can be.
  package static let householdRange = 1...50_000_000
  /// How many claims there can be.
  package static let claimRange = 0...1_000_000_000
  /// How many months, from January 2018.
  package static let monthRange = 1...12
  /// A whole year: floods in July and school fees in September show.
  package static let usualMonths = 12

  /// Households with a row of their own on the register. Two of each planted set have a second row besides.
  package let households: Int
  /// Readable claim rows in all months together, duplicates and conflicts counted.
  package let claims: Int
  /// What everything is drawn from.
  package let seed: UInt64
  /// Claims files, one a month from January 2018. With 1, all claims are in one file.
  package let months: Int
  /// Whether rows that cannot be read stand beside the others: in each file each kind of ``MalformedRows`` once.
  package let withFaults: Bool

  let layout: CountyLayout

  /// A county of this size.
  ///
  /// - Throws: `outOfRange`, with the name of the parameter.
  package init(
    households: Int, claims: Int, seed: UInt64, months: Int = usualMonths, withFaults: Bool = false
  ) throws(SynthesisError) {
    try SyntheticCounty.check("households", households, in: SyntheticCounty.householdRange)
    try SyntheticCounty.check("claims", claims, in: SyntheticCounty.claimRange)
    try SyntheticCounty.check("months", months, in: SyntheticCounty.monthRange)
    self.households = households
    self.claims = claims
    self.seed = seed
    self.months = months
    self.withFaults = withFaults
    layout = CountyLayout(households: households, claims: claims, months: months)
  }

  private static func check(
    _ parameter: String, _ value: Int, in allowed: ClosedRange<Int>
  ) throws(SynthesisError) {
    guard allowed.contains(value) else {
      throw .outOfRange(parameter: parameter, value: value, allowed: allowed)
    }
  }

  /// The names of its files, the register first, then a claims file for each month.
  package var fileNames: [String] {
    [SyntheticCounty.registerName] + (0..<months).map(SyntheticCounty.claimsName)
  }

  static let registerName = "households.csv"

  /// `claims-2018-01.csv` for month 0.
  static func claimsName(month: Int) -> String {
    "claims-\(CountyLayout.year)-\(month < 9 ? "0" : "")\(month + 1).csv"
  }
}

extension SyntheticCounty {
  /// What was written.
  package struct Summary: Hashable, Sendable {
    /// One file.
    package struct File: Hashable, Sendable {
      /// Where it is.
      package let path: String
      /// Its rows without the header, malformed ones counted.
      package let rows: Int
      /// Its length.
      package let bytes: Int
    }

    /// The register first, then the months.
    package let files: [File]
    /// All rows of all files, headers not counted.
    package var rows: Int { files.reduce(0) { $0 + $1.rows } }
    /// The length of all files together.
    package var bytes: Int { files.reduce(0) { $0 + $1.bytes } }
  }
}
