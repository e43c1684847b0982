public import Units

/// Accounts in memory. Its keeper names the account of a household: by the household, the benefit and the policy year, in the
/// keeper's own terms.
public struct AccountTable<Name: Hashable & Sendable>: Sendable {
  private struct Key: Hashable {
    let name: Name
    let person: String?
  }

  private var accounts: [Key: Account] = [:]

  /// An empty table.
  public init() {}

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
      let wasSound = _checkInvariants(of: plan.subject(of: person), in: name).isEmpty
      defer { assert(!wasSound || _checkInvariants(of: plan.subject(of: person), in: name).isEmpty) }
    #endif
    let counting = plan.count(amount, of: person, members: members) { self[name, of: $0] }
    add(Account(accumulated: amount, paid: counting.award.payout), of: plan.subject(of: person), in: name)
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
  ///   - person: ``Plan/Figures/subject(of:)`` of whom the claim named.
  ///   - name: the household's account.
  public mutating func add(_ account: Account, of person: String?, in name: Name) {
    accounts[Key(name: name, person: nil), default: Account()].add(account)
    guard let person else { return }
    accounts[Key(name: name, person: person), default: Account()].add(account)
  }
}
