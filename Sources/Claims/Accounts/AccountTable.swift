public import Units

/// The name of a household's account, in its keeper's own terms: the household, the peril and the policy year.
///
/// It does not hang on the group nor on a benefit's id: a family whose group changes in mid-year, a benefit that is renamed,
/// keep the year's sums.
public struct AccountName<
  Home: Hashable & Sendable, Peril: Hashable & Sendable, Year: Hashable & Sendable
>: Hashable, Sendable {
  /// Whose account it is.
  public let household: Home
  /// What it counts.
  public let peril: Peril
  /// When.
  public let year: Year

  /// Names an account.
  @inlinable
  public init(_ household: Home, _ peril: Peril, _ year: Year) {
    (self.household, self.peril, self.year) = (household, peril, year)
  }

  // As the compiler would write them; written out, they are made for each keeper's own terms wherever they are asked.
  /// Whether it is the same account.
  @inlinable
  public static func == (a: Self, b: Self) -> Bool {
    a.household == b.household && a.peril == b.peril && a.year == b.year
  }

  /// All that it consists of.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(household)
    hasher.combine(peril)
    hasher.combine(year)
  }
}

/// Accounts in memory: of households, and of persons wherever they lived.
public struct AccountTable<
  Home: Hashable & Sendable, Peril: Hashable & Sendable, Year: Hashable & Sendable
>: Sendable {
  /// The name of a household's account.
  public typealias Name = AccountName<Home, Peril, Year>

  @usableFromInline var households: [Name: Account] = [:]
  @usableFromInline var persons = PersonAccounts<Home, Peril, Year>()
  /// Whether each person named has an account of their own, though the benefit sums by household: another group's may not.
  @usableFromInline let keepsPersons: Bool

  /// An empty table.
  ///
  /// - Parameter keepsPersons: whether a claim that sums by person may follow one that sums by household.
  @inlinable
  public init(keepsPersons: Bool) { self.keepsPersons = keepsPersons }

  /// The account of a person, whichever household they were in, or, with `nil`, of the household; an empty one where nothing
  /// was counted yet.
  @inlinable
  public subscript(name: Name, of person: String?) -> Account {
    guard let person else { return households[name] ?? Account() }
    return persons[person, name.peril, name.year]
  }

  /// Whether a person has costs of an account's year in another household than the account's.
  public func isElsewhere(_ person: String, than name: Name) -> Bool {
    persons.isElsewhere(person, than: name.household, name.year)
  }

  /// What of a person's account lies in a household.
  package func part(of person: String, in name: Name) -> Account { persons.part(of: person, in: name) }

  /// Counts a claim in its accounts.
  ///
  /// - Parameters:
  ///   - amount: the cost, more than zero.
  ///   - person: whom the claim names, if anybody.
  ///   - members: people in the household, for a cap that counts each.
  ///   - name: the household's account.
  ///   - plan: what the claim counts towards.
  @discardableResult
  @inlinable
  public mutating func count(
    _ amount: Yuan, of person: String?, members: Int, in name: Name, under plan: Plan.Figures
  ) -> Counting {
    #if DEBUG
      // What its keeper took up from elsewhere may be wrong already: no claim can fix it.
      let wasSound = _checkInvariants(of: person, in: name).isEmpty
      defer { assert(!wasSound || _checkInvariants(of: person, in: name).isEmpty) }
    #endif
    let counting = plan.count(amount, of: person, members: members) { self[name, of: $0] }
    let owner = plan.subject(of: person) ?? (keepsPersons ? person : nil)
    add(Account(accumulated: amount, paid: counting.award.payout), of: owner, in: name)
    return counting
  }

  /// Takes a counted claim out of the accounts that it was counted in.
  public mutating func takeOut(_ amount: Yuan, of person: String?, in name: Name) {
    households[name]?.takeOut(amount)
    if let person { persons.takeOut(amount, of: person, in: name) }
  }

  /// Takes up what was counted and paid already.
  ///
  /// - Parameters:
  ///   - account: what was counted and paid.
  ///   - person: whose account it was; `nil` for the household's alone.
  ///   - name: the household's account.
  @inlinable
  public mutating func add(_ account: Account, of person: String?, in name: Name) {
    households[name, default: Account()].add(account)
    if let person { persons.add(account, of: person, in: name) }
  }
}
