/// What strikes townships in one month: a flood in July, hail, frost or fire else.
struct DisasterStrike {
  /// The first of three days.
  let firstDay: Int
  private let townships: [Int]

  /// Three townships are struck in July, one in every other month.
  init(month: Int, key: UInt64) {
    var random = SeededDraw(key: key, index: month)
    firstDay = 3 + random.below(23)
    townships = (0..<(month == 6 ? 3 : 1)).map { _ in random.below(InventedPlaces.townshipCount) }
  }

  /// One of the townships struck.
  func township(_ random: inout SeededDraw) -> Int { townships[random.below(townships.count)] }
}
