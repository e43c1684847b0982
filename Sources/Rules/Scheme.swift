import JSONText
public import Units

/// A county's rules, read from a scheme file and checked: whatever holds a `Scheme` may rely on it.
///
/// Everything that a claim can name (groups, perils, causes) is a list here, and is spoken of by its index.
public struct Scheme: Hashable, Sendable {
  /// A kind of household.
  public struct Group: Hashable, Sendable {
    /// The word in the files.
    public let id: String
    /// The Chinese name is a word in the files too.
    public let name: Wording
    /// Whether the scheme protects it. A group that is known but not protected is denied, not doubted.
    public let isProtected: Bool
    /// Where that comes from.
    public let provenance: Provenance

    /// A kind of household.
    public init(id: String, name: Wording, isProtected: Bool, provenance: Provenance) {
      self.id = id
      self.name = name
      self.isProtected = isProtected
      self.provenance = provenance
    }
  }

  /// What befalls a household.
  public struct Peril: Hashable, Sendable {
    /// The word in the files.
    public let id: String
    /// The Chinese name is a word in the files too.
    public let name: Wording
    /// Which day is the day of the event.
    public let eventDay: Wording
    /// Which cost counts.
    public let cost: Wording
    /// Where that comes from.
    public let provenance: Provenance

    /// What befalls a household.
    public init(id: String, name: Wording, eventDay: Wording, cost: Wording, provenance: Provenance) {
      self.id = id
      self.name = name
      self.eventDay = eventDay
      self.cost = cost
      self.provenance = provenance
    }
  }

  /// Why it befell.
  public struct Cause: Hashable, Sendable {
    /// The word in the files.
    public let id: String
    /// The Chinese name is a word in the files too.
    public let name: Wording
    /// The perils it leads to: indices into ``Scheme/perils``.
    public let perils: [Int]
    /// Whether it is paid only where nobody else has compensated the household.
    public let onlyIfUncompensated: Bool
    /// Where that comes from.
    public let provenance: Provenance

    /// Why it befell.
    public init(id: String, name: Wording, perils: [Int], onlyIfUncompensated: Bool, provenance: Provenance) {
      self.id = id
      self.name = name
      self.perils = perils
      self.onlyIfUncompensated = onlyIfUncompensated
      self.provenance = provenance
    }
  }

  /// The assets that departments are asked about.
  public enum Asset: Int, CaseIterable, Sendable {
    case dwellings, businesses, vehicles

    /// The word in scheme files, entries and tables.
    public var word: String {
      switch self {
      case .dwellings: "dwellings"
      case .businesses: "businesses"
      case .vehicles: "vehicles"
      }
    }
  }

  /// Format version of the file: 1.
  public let format: Int
  /// The scheme's name on the command line: `wei-county-2017`.
  public let id: String
  /// Its name for people.
  public let name: Wording
  /// The county's name.
  public let county: Wording
  /// Its GB/T 2260 code, if it has one.
  public let countyCode: String?
  /// The insurer, if named.
  public let insurer: Wording?
  /// Where county, code and insurer come from.
  public let countyProvenance: Provenance?
  /// SHA-256 of the file's bytes, 64 hexadecimal digits.
  public let digest: String
  /// What the file says; `nil` for a scheme that was put together without one.
  var content: JSONValue?
  /// The publications cited, in the file's order.
  public let sources: [Source]
  /// First and last day on which an event is covered; no last day means no end.
  public let effectiveFrom: Sourced<Day>
  /// The last day covered; `nil` for no end.
  public let effectiveUntil: Day?
  /// Where the rounding comes from: the cumulative benefit, once, half up to the fen, is the one there is.
  public let roundingProvenance: Provenance
  /// The day on which policy years begin.
  public let policyYearStart: PolicyYear.Start
  /// Where that comes from.
  public let policyYearProvenance: Provenance
  /// The kinds of household the scheme knows.
  public let groups: [Group]
  /// What it covers.
  public let perils: [Peril]
  /// The causes it knows.
  public let causes: [Cause]
  /// The most of each asset that a household may have, in the order of ``Asset``; `nil` where it does not matter.
  public let assetLimits: [Sourced<Int>?]
  /// The income ceiling.
  public let protectionLine: ProtectionLine
  /// What is paid; at most one for each group and peril.
  public let benefits: [Benefit]
  /// The rest of the plan, which no decision depends on.
  public let administration: Administration
  /// Named examples with what they must pay.
  public let cases: [SchemeCase]

  /// Puts a scheme together; the loader has checked it.
  public init(
    format: Int, id: String, name: Wording, county: Wording, countyCode: String?, insurer: Wording?,
    digest: String, sources: [Source], effectiveFrom: Sourced<Day>, effectiveUntil: Day?,
    roundingProvenance: Provenance,
    policyYearStart: PolicyYear.Start, policyYearProvenance: Provenance, groups: [Group], perils: [Peril],
    causes: [Cause], assetLimits: [Sourced<Int>?], protectionLine: ProtectionLine, benefits: [Benefit],
    administration: Administration, cases: [SchemeCase], countyProvenance: Provenance? = nil
  ) {
    self.format = format
    self.id = id
    self.name = name
    self.county = county
    self.countyCode = countyCode
    self.insurer = insurer
    self.countyProvenance = countyProvenance
    self.digest = digest
    self.sources = sources
    self.effectiveFrom = effectiveFrom
    self.effectiveUntil = effectiveUntil
    self.roundingProvenance = roundingProvenance
    self.policyYearStart = policyYearStart
    self.policyYearProvenance = policyYearProvenance
    self.groups = groups
    self.perils = perils
    self.causes = causes
    self.assetLimits = assetLimits
    self.protectionLine = protectionLine
    self.benefits = benefits
    self.administration = administration
    self.cases = cases
  }

  /// 16 hexadecimal digits over what the file says, whatever its bytes; without its named examples.
  ///
  /// - Complexity: O(the file), each time: made for a record's every row at once.
  public var mark: String { content.map(SchemeMark.of) ?? String(digest.prefix(16)) }

  /// The benefit for a group and a peril, as an index into ``benefits``.
  public func benefit(group: Int, peril: Int) -> Int? {
    benefits.firstIndex { $0.peril == peril && $0.groups.contains(group) }
  }

  /// Whether any sum of the scheme runs over a person, so that a claim must name one.
  public var needsPersons: Bool { benefits.contains { $0.sumOver == .person } }

  /// Whether a benefit, given by its id, sums by person.
  package func sumsByPerson(_ benefit: String?) -> Bool {
    benefits.contains { $0.id == benefit && $0.sumOver == .person }
  }
}
