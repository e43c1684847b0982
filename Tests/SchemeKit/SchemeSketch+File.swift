import Rules
import Testing
import Units

extension SchemeSketch {
  /// The benefits and the policy year as a scheme file, on the frame of the standard scheme: what stands first among the
  /// groups and perils of the sketch does so there, under another word.
  ///
  /// A cap that counts the members of a household has no words in a file: it becomes the household's.
  package func file() throws -> SchemeFile {
    let frame = String(decoding: try SchemeFile.builtIn().bytes, as: UTF8.self)
    let benefits = try #require(frame.firstRange(of: "\"benefits\": ["))
    let rest = try #require(frame.firstRange(of: "\"administration\""))
    let cases = try #require(frame.firstRange(of: "\"cases\": ["))
    var text = String(frame[..<benefits.upperBound])
    text += self.benefits.enumerated().map { $1.text(id: "b\($0)") }.joined(separator: ",\n") + "],\n"
    text += frame[rest.lowerBound..<cases.upperBound] + "]\n}\n"
    return try SchemeFile(bytes: Array(text.utf8))
      .replacing("\"startsOn\": \"01-01\"", with: "\"startsOn\": \"\(yearStart.text)\"")
  }
}

extension PolicyYear.Start {
  fileprivate var text: String { [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-") }
}

extension BenefitSketch {
  private static let assumed = "\"assumption\": { \"zh\": \"试\", \"en\": \"a test\" }"
  private static let unpublished = "\"unpublished\": { \"zh\": \"未公布\", \"en\": \"not published\" }"
  private static let groups = ["out-of-poverty", "low-income", "ordinary"]
  private static let perils = ["illness", "education", "disaster"]

  /// The benefit as a scheme file has it.
  fileprivate func text(id: String) -> String {
    let assumed = BenefitSketch.assumed
    let names = groups.map { "\"\(BenefitSketch.groups[$0])\"" }.joined(separator: ", ")
    let of = sumOver == .person ? "person" : "household"
    let line = self.line.map { "\"yuan\": \(Yuan(fen: $0)), \(assumed)" } ?? BenefitSketch.unpublished
    return """
      { "id": "\(id)", "groups": [\(names)], "peril": "\(BenefitSketch.perils[peril])",
        "sumOver": { "of": "\(of)", \(assumed) }, "warningLine": { \(line) },
        "pays": { "on": "\(pays == .excess ? "excess" : "whole")", \(assumed) },
        "staircase": { \(stairs) }, "cap": { \(capText) } }
      """
  }

  private var stairs: String {
    guard let rates else { return BenefitSketch.unpublished }
    let lower = [0] + edges
    let bands = lower.indices.map { index in
      let isTakenIn = index == 0 ? isNothingInFirst : isInUpper[index - 1]
      var band = "{ \"" + (isTakenIn ? "from" : "above") + "\": \(Yuan(fen: lower[index]))"
      if index < edges.count {
        band += ", \"\(isInUpper[index] ? "below" : "through")\": \(Yuan(fen: edges[index]))"
      }
      let decimals = String(rates[index] % 10_000 + 10_000).dropFirst()
      return band + ", \"percent\": \(rates[index] / 10_000).\(decimals), \(BenefitSketch.assumed) }"
    }
    return "\"reading\": \"\(reading == .whole ? "whole" : "by-band")\", \(BenefitSketch.assumed), "
      + "\"bands\": [\(bands.joined(separator: ", "))]"
  }

  private var capText: String {
    guard let cap else { return "\"none\": true, \(BenefitSketch.assumed)" }
    guard let fen = cap.fen else { return BenefitSketch.unpublished }
    let isOfPerson = cap.subject == .person && sumOver == .person
    return
      "\"yuan\": \(Yuan(fen: fen)), \"per\": \"\(isOfPerson ? "person" : "household")\", \(BenefitSketch.assumed)"
  }
}
