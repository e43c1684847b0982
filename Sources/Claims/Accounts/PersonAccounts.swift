public import Units

/// The accounts of persons. They follow the person: an id is unique in the county, and what was counted and paid for somebody
/// who moves to another household counts there too.
///
/// Where each part lies is kept besides. An id that stands in two households may be two persons whom a clerk gave one id:
/// whoever counts asks ``isElsewhere(_:than:_:)`` first.
public struct PersonAccounts<
  Home: Hashable & Sendable, Peril: Hashable & Sendable, Year: Hashable & Sendable
>: Sendable {
  private struct Key: Hashable {
    let person: String
    let year: Year
  }

  /// What was counted and paid in one household for one peril.
  private struct Part {
    let household: Home
    let peril: Peril
    var account: Account
  }

  private var parts: [Key: [Part]] = [:]

  /// No accounts.
  public init() {}

  /// The account of a person for a peril and policy year, in all households together.
  public subscript(person: String, peril: Peril, year: Year) -> Account {
    var sum = Account()
    for part in parts[Key(person: person, year: year)] ?? [] where part.peril == peril {
      sum.add(part.account)
    }
    return sum
  }

  /// Whether a cost of the year that counts, or is still paid for, lies in another household, whatever the peril.
  public func isElsewhere(_ person: String, than household: Home, _ year: Year) -> Bool {
    parts[Key(person: person, year: year)]?.contains {
      $0.household != household && $0.account != Account()
    } ?? false
  }

  /// What of a person's account lies in a household.
  public func part(of person: String, in name: AccountName<Home, Peril, Year>) -> Account {
    parts[Key(person: person, year: name.year)]?
      .first { $0.household == name.household && $0.peril == name.peril }?.account ?? Account()
  }

  /// Adds what was counted and paid in a household.
  public mutating func add(
    _ account: Account, of person: String, in name: AccountName<Home, Peril, Year>
  ) {
    let key = Key(person: person, year: name.year)
    if let place = place(of: person, in: name) {
      parts[key]?[place].account.add(account)
    } else {
      parts[key, default: []].append(Part(household: name.household, peril: name.peril, account: account))
    }
  }

  /// Takes a counted claim out of the household in which it was counted, if it was. What was paid on it stays paid there.
  public mutating func takeOut(
    _ amount: Yuan, of person: String, in name: AccountName<Home, Peril, Year>
  ) {
    guard let place = place(of: person, in: name) else { return }
    parts[Key(person: person, year: name.year)]?[place].account.takeOut(amount)
  }

  private func place(of person: String, in name: AccountName<Home, Peril, Year>) -> Int? {
    parts[Key(person: person, year: name.year)]?
      .firstIndex { $0.household == name.household && $0.peril == name.peril }
  }
}
