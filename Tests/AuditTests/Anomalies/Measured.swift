import Audit
import Casebook
import Units

/// How well the checks did on counties whose frauds are known.
struct Measured {
  struct Count {
    var planted = 0
    var found = 0
    var findings = 0
    var sound = 0
  }

  private(set) var counts: [AnomalyCode: Count] = [:]
  /// Findings that are about nothing planted, for whoever tunes.
  private(set) var alarms: [String] = []
  private(set) var missed: [String] = []

  /// Holds the findings of a county against what was planted in it.
  mutating func add(_ findings: [Anomaly], _ county: PlantedCounty, _ numbers: [Int], seed: UInt64) {
    for plant in county.plants {
      counts[plant.codes[0], default: Count()].planted += 1
      let primary = findings.contains { $0.code == plant.codes[0] && plant.isSeen(by: $0, numbers) }
      if primary {
        counts[plant.codes[0], default: Count()].found += 1
      } else {
        missed.append(
          "seed \(seed): \(plant.codes[0].rawValue) \(plant.plans.map { numbers[$0] }) \(plant.households)")
      }
    }
    for finding in findings where !finding.isRemark {
      counts[finding.code, default: Count()].findings += 1
      if county.plants.contains(where: { $0.isSeen(by: finding, numbers) }) {
        counts[finding.code, default: Count()].sound += 1
      } else {
        alarms.append("seed \(seed): \(finding.code.rawValue): \(finding.what.en)")
      }
    }
  }

  /// All checks together.
  var total: Count {
    counts.values.reduce(into: Count()) { sum, count in
      sum.planted += count.planted
      sum.found += count.found
      sum.findings += count.findings
      sum.sound += count.sound
    }
  }

  /// Percent, rounded down; nothing of nothing is all of it.
  static func percent(_ part: Int, of whole: Int) -> Int { whole == 0 ? 100 : part * 100 / whole }

  /// The table as the article shows it.
  var table: [String] {
    func line(_ name: String, _ count: Count) -> String {
      "| \(name) | \(count.planted) | \(count.found) | \(Self.percent(count.found, of: count.planted)) % "
        + "| \(count.findings) | \(count.sound) | \(Self.percent(count.sound, of: count.findings)) % |"
    }
    return AnomalyCode.allCases.map { line("`\($0.rawValue)`", counts[$0] ?? Count()) } + [line("all", total)]
  }

  /// Measures the counties of some seeds.
  static func of(
    _ seeds: [UInt64], only: Set<AnomalyCode> = [], limits: AnomalyLimits = AnomalyLimits()
  ) throws -> Measured {
    var measured = Measured()
    for seed in seeds {
      let county = PlantedCounty(seed: seed)
      try county.withBook { book, numbers in
        let report = try AnomalySearch.run(book, only: only, limits: limits)
        measured.add(report.findings, county, numbers, seed: seed)
      }
    }
    return measured
  }
}
