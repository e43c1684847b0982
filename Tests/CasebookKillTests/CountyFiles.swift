import Foundation

/// The files that departments, villages and clerks hand in: the same bytes whenever they are made.
enum CountyFiles {
  static let households = table(
    "household_id,group,members,annual_income,dwellings,businesses,vehicles,township,village",
    (1...240).map { number in
      let group = number % 3 == 0 ? "low-income" : "out-of-poverty"
      return
        "\(id(number)),\(group),\(2 + number % 4),\(5000 + number * 7).50,1,0,0,镇\(number % 4),村\(number % 9)"
    })

  /// The household of the eighth declaration earns far above the line, and then what it did before.
  static let revised = table(
    "household_id,group,members,annual_income", ["\(id(108)),,,900000"])
  static let restored = table(
    "household_id,group,members,annual_income", ["\(id(108)),,,5756.50"])

  static let members = table(
    "person_id,household_id,name,relation,telephone,bank_account",
    (1...240).map { "P\($0),\(id($0)),\(name($0)),户主,1380013\(1000 + $0),\(account($0))" })

  /// Bills of forty households, of which some pass the warning line.
  static let bills = table(
    "record_id,household_id,person_id,incurred_on,total,basic_insurance,critical_illness_insurance,"
      + "medical_assistance,other",
    (1...80).map { number in
      let household = 1 + number % 40
      return
        "R\(number),\(id(household)),P\(household),2018-02-\(10 + number % 18),\(2000 + number * 150),500,0,0,0"
    })

  static let declarations = table(
    "household_id,peril,cause,incurred_on,total,basic_insurance,critical_illness_insurance,medical_assistance,other,"
      + "name,resident_id,bank_account,consent",
    (101...120).map { number in
      "\(id(number)),illness,inpatient,2018-02-20,\(20000 + number * 100),3000,0,0,0,\(name(number)),11010519491231002X,"
        + "\(account(number)),yes"
    })

  /// Confirmed claims, a few of them twice, some for nobody on the register.
  static func claims(_ count: Int) -> String {
    table(
      "claim_id,household_id,peril,incurred_on,amount",
      (1...count).map { number in
        let claim = number % 97 == 0 ? number - 1 : number
        let household = 121 + (claim * 7) % 130
        return
          "C\(100_000 + claim),\(id(household)),illness,2018-01-\(10 + claim % 20),\(100 + claim * 13 % 4000).25"
      })
  }

  static func id(_ number: Int) -> String { "H\(1000 + number)" }

  /// A name: it may have no digits.
  private static func name(_ number: Int) -> String {
    let words = Array("子甲乙丙丁戊己庚辛壬")
    return "王" + String(number).compactMap(\.wholeNumberValue).map { String(words[$0]) }.joined()
  }

  /// A bank account whose last digit is the check digit by Luhn's rule.
  private static func account(_ number: Int) -> String {
    let digits = "622202000000\(10_000 + number)".compactMap(\.wholeNumberValue)
    let sum = digits.reversed().enumerated().reduce(0) { sum, next in
      let (place, digit) = next
      return sum + (place % 2 == 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2)
    }
    return digits.map(String.init).joined() + "\((10 - sum % 10) % 10)"
  }

  private static func table(_ header: String, _ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }
}
