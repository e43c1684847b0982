/// An invented distribution, as a few points between which it is straight.
///
/// A table of whole numbers gives a long tail without logarithms, whose last bits differ between machines.
struct Quantiles {
  /// Shares of a million from 0 to 1,000,000, and the amounts in fen up to which they reach.
  private let points: [(share: Int, fen: Int64)]

  /// Points in yuan, from share 0 to share 1,000,000, rising.
  init(_ points: (share: Int, yuan: Int64)...) {
    precondition(
      points.first?.share == 0 && points.last?.share == 1_000_000
        && zip(points, points.dropFirst()).allSatisfy { $0.share < $1.share && $0.yuan <= $1.yuan },
      "quantiles rise from 0 to a million")
    self.points = points.map { ($0.share, $0.yuan * 100) }
  }

  /// The amount in fen that `share` millionths of the cases stay below.
  func fen(at share: Int) -> Int64 {
    var upper = 1
    while upper < points.count - 1, share >= points[upper].share { upper += 1 }
    let (from, low) = points[upper - 1]
    let (to, high) = points[upper]
    return low + (high - low) * Int64(share - from) / Int64(to - from)
  }

  /// A random amount; three bills in ten are whole yuan.
  func draw(_ random: inout SeededDraw) -> Int64 {
    let fen = fen(at: random.below(1_000_000))
    return random.below(10) < 3 ? fen / 100 * 100 : fen
  }
}

extension Quantiles {
  /// Inpatient and like cost of one bill, after reimbursement: half stay below 5,500, one in 2,000 is above 420,000.
  static let illness = Quantiles(
    (0, 300), (250_000, 2_200), (500_000, 5_500), (750_000, 14_000), (900_000, 36_000), (970_000, 80_000),
    (995_000, 180_000), (999_500, 420_000), (1_000_000, 1_200_000))
  /// One month's bill of a long treatment.
  static let longTreatment = Quantiles((0, 300), (500_000, 1_400), (900_000, 4_200), (1_000_000, 9_000))
  /// Tuition, boarding and textbooks of one term.
  static let education = Quantiles(
    (0, 600), (500_000, 5_800), (800_000, 9_500), (950_000, 13_500), (1_000_000, 22_000))
  /// What a household pays itself after a disaster.
  static let disaster = Quantiles(
    (0, 800), (500_000, 7_000), (750_000, 14_000), (900_000, 28_000), (970_000, 45_000), (1_000_000, 120_000))

  /// Net income a person and year, by group. The line of 2018 is 4,428.
  static func income(of group: RegisterEntry.Group?) -> Quantiles {
    switch group {
    case .outOfPoverty: outOfPovertyIncome
    case .lowIncome, nil: lowIncome
    case .registeredPoor: registeredPoorIncome
    case .ordinary: ordinaryIncome
    }
  }

  private static let outOfPovertyIncome = Quantiles(
    (0, 1_500), (100_000, 2_900), (500_000, 3_700), (850_000, 4_420), (950_000, 5_600), (1_000_000, 9_800))
  private static let lowIncome = Quantiles(
    (0, 1_800), (100_000, 3_000), (500_000, 3_900), (800_000, 4_420), (950_000, 6_200), (1_000_000, 12_000))
  private static let registeredPoorIncome = Quantiles(
    (0, 600), (500_000, 2_300), (950_000, 2_950), (1_000_000, 3_600))
  private static let ordinaryIncome = Quantiles(
    (0, 4_000), (500_000, 11_000), (900_000, 24_000), (1_000_000, 90_000))
}
