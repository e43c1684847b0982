import Rules
import SchemeKit
import TestKit

/// A scheme twice: as the file that the library reads, and as the model's plain numbers.
struct County: Sendable {
  let bytes: [UInt8]
  let rules: PlainRules

  /// A scheme that cannot be made: a fault of the test itself.
  struct Unmade: Error { let what: String }

  /// Wei's scheme in one of its two readings.
  static func wei(byBand: Bool) throws -> County {
    let id = byBand ? "wei-county-2017-by-band" : "wei-county-2017"
    return County(bytes: try SchemeFile.builtIn(id).bytes, rules: .wei(byBand: byBand))
  }

  /// Schemes of our own on Wei's frame: other staircases, sums and years, limits to what townships and county approve,
  /// waiting instead of a call on the county, answers that age fast, two years' standards only. Both differ in what they
  /// pay, and in who is paid first of those who wait.
  static func alternatives(_ random: inout Seeded) throws -> [County] {
    var rules = PlainRules.wei(byBand: false)
    let byPerson = Bool.random(using: &random)
    rules.yearStart = (4, 1)
    rules.disclosureDays = 5
    rules.answerValidDays = 20
    rules.pendsOnDeficit = true
    rules.retentionYears = 1
    let township = Int.random(in: 5...40, using: &random) * 100
    let county = Bool.random(using: &random) ? Int.random(in: 50...200, using: &random) * 100 : nil
    rules.limits = ["township": township * 100, "county": county.map { $0 * 100 }]
    rules.standards = [2016: 295_200, 2017: 295_200]
    let isFirstInOrder = Bool.random(using: &random)
    return try [isFirstInOrder, !isFirstInOrder].map { isInOrder in
      rules.benefits = [
        benefit("a", ["out-of-poverty"], "illness", false, &random),
        benefit("b", ["low-income"], "illness", byPerson, &random),
        benefit("c", ["low-income"], "education", byPerson, &random),
        benefit("d", ["out-of-poverty", "low-income"], "disaster", false, &random),
      ]
      rules.mayOvertake = !isInOrder
      return try County(rules, township: township, county: county)
    }
  }

  /// Writes rules down as a scheme file, on Wei's frame.
  private init(_ rules: PlainRules, township: Int, county: Int?) throws {
    var text = String(decoding: try County.wei(byBand: false).bytes, as: UTF8.self)
    func replace(_ mark: String, to end: String, _ new: String) throws {
      try County.replace(&text, from: mark, to: end, new)
    }
    try replace("\"benefits\": [", to: "\"administration\"", "\"benefits\": [\(rules.benefitText)],\n")
    try replace("\"startsOn\": \"01-01\"", to: ",", "\"startsOn\": \"04-01\"")
    try replace(
      "\"nationalStandard\": [", to: "]", "\"nationalStandard\": [\(County.standardText(rules))")
    try replace("\"disclosureDays\": {", to: ",", "\"disclosureDays\": { \"days\": 5")
    try replace("\"answerValidDays\": {", to: ",", "\"answerValidDays\": { \"days\": 20")
    try replace("\"retentionYears\": {", to: ",", "\"retentionYears\": { \"years\": 1")
    try replace(
      "\"approvalLimits\": [", to: "],",
      "\"approvalLimits\": [" + County.limit("township", township) + ", " + County.limit("county", county))
    let order = rules.mayOvertake ? "\"whenShort\": { \"then\": \"what-fits\", \(County.assumed) },\n" : ""
    try replace("\"onDeficit\": {", to: "\"source\"", order + "\"onDeficit\": { \"then\": \"pend\", ")
    let cases = try County.place(of: "\"cases\": [", in: text)
    text = text[..<cases] + "\"cases\": []\n}\n"
    (bytes, self.rules) = (Array(text.utf8), rules)
  }

  private init(bytes: [UInt8], rules: PlainRules) { (self.bytes, self.rules) = (bytes, rules) }

  /// The same, but a case waits where the fund falls short, and a township may approve up to so many yuan, if any.
  func waiting(townshipUpTo township: Int? = nil) throws -> County {
    var text = String(decoding: bytes, as: UTF8.self)
    var rules = rules
    rules.pendsOnDeficit = true
    try County.replace(&text, from: "\"then\": \"call-county\"", to: ",", "\"then\": \"pend\"")
    if let township {
      rules.limits["township"] = township * 100
      try County.replace(
        &text, from: "\"approvalLimits\": [", to: "],",
        "\"approvalLimits\": [" + County.limit("township", township) + ", " + County.limit("county", nil))
    }
    return County(bytes: Array(text.utf8), rules: rules)
  }

  private static let assumed = "\"assumption\": { \"zh\": \"试\", \"en\": \"a test\" }"

  private static func limit(_ role: String, _ yuan: Int?) -> String {
    let upTo = yuan.map { "\"yuan\": \($0)" } ?? "\"unlimited\": true"
    return "{ \"role\": \"\(role)\", \"name\": { \"zh\": \"试\", \"en\": \"\(role)\" }, "
      + "\"upTo\": { \(upTo), \(assumed) } }"
  }

  private static func standardText(_ rules: PlainRules) -> String {
    rules.standards.sorted { $0.key < $1.key }
      .map { "{ \"year\": \($0.key), \"yuan\": \($0.value / 100), \(assumed) }" }.joined(separator: ", ")
  }

  /// Two to four bands between whole yuan, rates in whole percents.
  private static func benefit(
    _ id: String, _ groups: [String], _ peril: String, _ isByPerson: Bool, _ random: inout Seeded
  ) -> PlainRules.Benefit {
    let edges = Set((0...2).map { _ in Int.random(in: 1...400, using: &random) * 10_000 }).sorted()
    let bands = ([0] + edges).map {
      PlainRules.Band(
        lower: $0, includesLower: $0 > 0 && Bool.random(using: &random),
        percent: Int.random(in: 1...20, using: &random) * 5)
    }
    return PlainRules.Benefit(
      id: id, groups: groups, peril: peril, isByPerson: isByPerson,
      line: Int.random(in: 0...80, using: &random) * 10_000, paysExcess: Bool.random(using: &random),
      isWhole: Bool.random(using: &random), bands: bands,
      cap: Bool.random(using: &random) ? Int.random(in: 20...200, using: &random) * 10_000 : nil)
  }

  private static func place(of mark: String, in text: String) throws -> String.Index {
    guard let place = text.firstRange(of: mark) else { throw Unmade(what: mark) }
    return place.lowerBound
  }

  /// Replaces what begins with one mark and ends before the next other one.
  private static func replace(_ text: inout String, from mark: String, to end: String, _ new: String) throws {
    let start = try place(of: mark, in: text)
    guard let stop = text[text.index(start, offsetBy: mark.count)...].firstRange(of: end) else {
      throw Unmade(what: end)
    }
    text.replaceSubrange(start..<stop.lowerBound, with: new)
  }
}

extension PlainRules {
  /// The benefits as a scheme file has them.
  fileprivate var benefitText: String {
    let assumed = "\"assumption\": { \"zh\": \"试\", \"en\": \"a test\" }"
    return benefits.map { benefit in
      let bands = benefit.bands.enumerated().map { index, band in
        let lower = "\"\(band.includesLower ? "from" : "above")\": \(band.lower / 100)"
        var upper = ""
        if index + 1 < benefit.bands.count {
          let next = benefit.bands[index + 1]
          upper = ", \"\(next.includesLower ? "below" : "through")\": \(next.lower / 100)"
        }
        return "{ \(lower)\(upper), \"percent\": \(band.percent), \(assumed) }"
      }
      let cap =
        benefit.cap.map {
          "\"yuan\": \($0 / 100), \"per\": \"\(benefit.isByPerson ? "person" : "household")\""
        }
        ?? "\"none\": true"
      return """
        { "id": "\(benefit.id)", "groups": [\(benefit.groups.map { "\"\($0)\"" }.joined(separator: ", "))],
          "peril": "\(benefit.peril)",
          "sumOver": { "of": "\(benefit.isByPerson ? "person" : "household")", \(assumed) },
          "warningLine": { "yuan": \(benefit.line / 100), \(assumed) },
          "pays": { "on": "\(benefit.paysExcess ? "excess" : "whole")", \(assumed) },
          "staircase": { "reading": "\(benefit.isWhole ? "whole" : "by-band")", \(assumed),
            "bands": [\(bands.joined(separator: ", "))] },
          "cap": { \(cap), \(assumed) } }
        """
    }.joined(separator: ",\n")
  }
}
