package import Units

extension Day {
  /// A day as a test writes it down: `Day.of("2018-03-05")`. What is no day is a mistake of the test.
  package static func of(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
    return day
  }
}

extension Yuan {
  /// A sum as a test writes it down: `Yuan.of("7800.00")`. What is no sum is a mistake of the test.
  package static func of(_ text: String) -> Yuan {
    guard let yuan = Yuan(text) else { preconditionFailure("\(text) is no sum of money") }
    return yuan
  }
}
