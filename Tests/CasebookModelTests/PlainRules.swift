/// The rules of a scheme as the model knows them: plain numbers, money in whole fen, days as whole numbers.
struct PlainRules: Sendable {
  /// One step of a staircase.
  struct Band: Sendable {
    let lower: Int
    let includesLower: Bool
    let percent: Int
  }

  /// What one peril pays to some groups.
  struct Benefit: Sendable {
    let id: String
    let groups: [String]
    let peril: String
    let isByPerson: Bool
    let line: Int
    let paysExcess: Bool
    let isWhole: Bool
    let bands: [Band]
    let cap: Int?
  }

  var benefits: [Benefit]
  var protected = ["out-of-poverty", "low-income"]
  var groups: Set = ["out-of-poverty", "low-income", "registered-poor", "ordinary"]
  var perils = ["illness", "education", "disaster"]
  var causes = [
    "inpatient": ["illness"], "long-term-treatment": ["illness", "disaster"],
    "traffic-accident": ["illness", "disaster"],
  ]
  var onlyIfUncompensated = "traffic-accident"
  /// Dwellings, businesses, vehicles: at most.
  var assetLimits = [1, 0, 0]
  var from = PlainDay.of(2017, 10, 1)
  /// Month and day on which the policy year begins.
  var yearStart = (month: 1, day: 1)
  var standards = [
    2010: 230_000, 2011: 253_600, 2012: 262_500, 2013: 273_600, 2014: 280_000, 2015: 285_500, 2016: 295_200,
    2017: 295_200, 2018: 299_500, 2019: 321_800, 2020: 400_000,
  ]
  var disclosureDays = 7
  var answerValidDays = 180
  var retentionYears = 5
  /// What a role may approve for a household and year; without limit where the value is `nil`.
  var limits: [String: Int?] = ["county": nil]
  var pendsOnDeficit = false
  /// Whether a sum that fits goes before one that does not.
  var mayOvertake = false

  var needsPersons: Bool { benefits.contains { $0.isByPerson } }

  /// Wei County's, figures as in the paper.
  static func wei(byBand: Bool) -> PlainRules {
    func benefit(
      _ id: String, _ groups: [String], _ peril: String, line: Int, _ edges: (Int, Int),
      _ percents: [Int], cap: Int? = nil
    ) -> Benefit {
      Benefit(
        id: id, groups: groups, peril: peril, isByPerson: false, line: line * 100, paysExcess: true,
        isWhole: !byBand,
        bands: [
          Band(lower: 0, includesLower: false, percent: percents[0]),
          Band(lower: edges.0 * 100, includesLower: true, percent: percents[1]),
          Band(lower: edges.1 * 100, includesLower: false, percent: percents[2]),
        ], cap: cap.map { $0 * 100 })
    }
    let both = ["out-of-poverty", "low-income"]
    return PlainRules(benefits: [
      benefit("1", [both[0]], "illness", line: 5_000, (10_000, 30_000), [70, 60, 50]),
      benefit("2", [both[1]], "illness", line: 20_000, (50_000, 100_000), [30, 50, 70]),
      benefit("3", both, "education", line: 8_000, (3_000, 5_000), [100, 80, 60]),
      benefit("4", both, "disaster", line: 10_000, (10_000, 30_000), [40, 60, 80], cap: 30_000),
    ])
  }
}

/// Days as whole numbers, 1 being 0001-01-02.
enum PlainDay {
  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func length(_ month: Int, _ year: Int) -> Int {
    month == 2 && isLeap(year) ? 29 : lengths[month - 1]
  }

  /// Counted up from 2000-01-01, year by year and month by month.
  static func of(_ year: Int, _ month: Int, _ day: Int) -> Int {
    var serial = 730_119
    for year in 2000..<year { serial += isLeap(year) ? 366 : 365 }
    for month in 1..<month { serial += length(month, year) }
    return serial + day - 1
  }

  /// Year, month and day.
  static func parts(_ serial: Int) -> (year: Int, month: Int, day: Int) { table[serial - 730_119].parts }

  /// `2018-03-05`.
  static func text(_ serial: Int) -> String { table[serial - 730_119].text }

  /// Every day from 2000 to 2026, worked out once.
  private static let table = (730_119..<740_000).map { (parts: taken($0), text: written($0)) }

  private static func taken(_ serial: Int) -> (year: Int, month: Int, day: Int) {
    var (rest, year, month) = (serial - 730_119, 2000, 1)
    while rest >= (isLeap(year) ? 366 : 365) {
      rest -= isLeap(year) ? 366 : 365
      year += 1
    }
    while rest >= length(month, year) {
      rest -= length(month, year)
      month += 1
    }
    return (year, month, rest + 1)
  }

  private static func written(_ serial: Int) -> String {
    let (year, month, day) = taken(serial)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// The day it is in China at so many seconds after 1970.
  static func inChina(_ seconds: Int) -> Int { of(2018, 1, 1) + (seconds + 28_800 - 1_514_764_800) / 86_400 }
}
