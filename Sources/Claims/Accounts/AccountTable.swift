public import Units

/// Accounts in memory. Its keeper names the account of a household: by the household, the peril and the policy year, in the
/// keeper's own terms. It does not hang on the group nor on a benefit's id: a family whose group changes in mid-year, a
/// benefit that is renamed, keep the year's sums.
public struct AccountTable<Name: Hashable & Sendable>: Sendable {
  private struct Key: Hashable {
    let name: Name
    let person: String?
  }

  private var accounts: [Key: Account] = [:]
  /// Whether each person named has an account of their own, though the benefit sums by household: another group's may not.
  private let keepsPersons: Bool

  /// An empty table.
  ///
  /// - Parameter keepsPersons: whether a claim that sums by person may follow one that sums by household.
  public init(keepsPersons: Bool) { self.keepsPersons = keepsPersons }

  /// The account of a person or, with `nil`, of the household; an empty one where nothing was counted yet.
  public subscript(name: Name, of person: String?) -> Account {
    accounts[Key(name: name, person: person)] ?? Account()
  }

  /// Counts a claim in its accounts.
  ///
  /// - Parameters:
  ///   - amount: the cost, more than zero.
  ///   - person: whom the claim names, if anybody.
  ///   - members: people in the household, for a cap that counts each.
  ///   - name: the household's account.
  ///   - plan: what the claim counts towards.
  @discardableResult
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
    accounts[Key(name: name, person: nil)]?.takeOut(amount)
    if let person { accounts[Key(name: name, person: person)]?.takeOut(amount) }
  }

  /// Takes up what was counted and paid already.
  ///
  /// - Parameters:
  ///   - account: what was counted and paid.
  ///   - person: whose account it was; `nil` for the household's alone.
  ///   - name: the household's account.
  public mutating func add(_ account: Account, of person: String?, in name: Name) {
    accounts[Key(name: name, person: nil), default: Account()].add(account)
    guard let person else { return }
    accounts[Key(name: name, person: person), default: Account()].add(account)
  }
}
