public import Units

/// Premium, cover, population and fund that do not meet. Published figures often do not; nobody is refused for it.
public struct FundingGap: Hashable, Sendable {
  /// What the county pays in a year.
  public let fund: Yuan
  /// The premium a villager and year.
  public let premium: Yuan
  /// For how many persons the fund pays the premium, in whole persons.
  public let personsPaidFor: Int64
  /// Persons of the rural population.
  public let population: Int
  /// Persons covered, rounded half up.
  public let personsCovered: Int64
  /// What their premium comes to: the exact product, rounded half up to the fen.
  public let needed: Yuan

  /// - Returns: `nil` where the figures meet to the yuan, or the scheme does not give them all.
  static func find(in administration: Administration) -> FundingGap? {
    guard let fund = administration.fund.value, let population = administration.ruralPopulation?.value else {
      return nil
    }
    return find(in: administration, fund: fund, population: population)
  }

  /// The same with a fund and a population that are known from elsewhere.
  ///
  /// - Parameters:
  ///   - administration: where premium and cover stand.
  ///   - fund: what is paid in for the year.
  ///   - population: persons of the rural population.
  /// - Returns: `nil` where the figures meet to the yuan, or the scheme does not give premium and cover.
  public static func find(in administration: Administration, fund: Yuan, population: Int) -> FundingGap? {
    guard let premium = administration.premium.value, let cover = administration.cover.value, premium > .zero
    else { return nil }
    let covered = Int128(population) * Int128(cover.millionths)
    let needed = (covered * Int128(premium.fen) + 500_000) / 1_000_000
    guard let neededFen = Int64(exactly: needed), (neededFen - fund.fen).magnitude >= 100 else { return nil }
    return FundingGap(
      fund: fund, premium: premium, personsPaidFor: fund.fen / premium.fen, population: population,
      personsCovered: Int64((covered + 500_000) / 1_000_000), needed: Yuan(fen: neededFen))
  }
}
