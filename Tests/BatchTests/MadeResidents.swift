import Claims
import Tables
import TestKit

/// Residents of an area that does not exist, and lists of them as members of households.
struct MadeResidents {
  /// A resident, as a member of a household.
  struct Member {
    let person: String
    let household: String
    /// 18 characters, or a foreigner's 15.
    let number: String

    /// The number as it may be written: as itself, in its old form, or in another dress.
    func written(_ random: inout Seeded) -> String {
      switch Int.random(in: 0...4, using: &random) {
      case 0 where number.count == 18: MadeResidents.oldForm(of: number)
      case 1: number.lowercased()
      case 2: "'" + number
      case 3:
        String(
          String.UnicodeScalarView(number.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
      default: number
      }
    }
  }

  private(set) var members: [Member] = []

  /// One for each person of a household whom some claims are for.
  init(of claims: [Claim], _ random: inout Seeded) {
    var seen: Set<[String]> = []
    for claim in claims {
      let person = claim.person ?? ""
      guard seen.insert([claim.household, person]).inserted else { continue }
      let number =
        seen.count % 5 == 0
        ? "USA\(110_099_123_100 + seen.count)"
        : MadeResidents.closed("99999919\(Int.random(in: 40...99, using: &random))0807\(100 + seen.count)")
      members.append(Member(person: person, household: claim.household, number: number))
    }
  }

  /// Whom a claim is for.
  func patient(of claim: Claim) -> Member? {
    members.first { $0.household == claim.household && $0.person == claim.person ?? "" }
  }

  /// The members as a list, each number written in one of the ways.
  func list(_ random: inout Seeded) -> String {
    SheetText.text(
      ["person_id", "household_id", "resident_id"],
      members.shuffled(using: &random).map { [$0.person, $0.household, $0.written(&random)] }, .csv)
  }

  /// Seventeen digits with their check character, by the weights that the standard prints.
  static func closed(_ seventeen: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(seventeen, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return seventeen + String(Array("10X98765432")[sum % 11])
  }

  /// The number of 15 digits that a number of 18 has come from.
  static func oldForm(of number: String) -> String {
    String(number.prefix(6) + number.dropFirst(8).prefix(9))
  }
}
