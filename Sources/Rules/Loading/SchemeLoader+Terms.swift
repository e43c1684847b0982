import JSONText
import Units

/// The parts `county`, `effective`, `rounding` and `policyYear`.
extension SchemeLoader {
  struct County {
    let name: Wording
    let code: String?
    let insurer: Wording?
    let provenance: Provenance
  }

  static func county(_ node: SchemeNode) -> County? {
    guard let object = node.provenObject(["name"], optional: ["code", "insurer"]) else { return nil }
    let provenance = object.provenance()
    let name = object["name"]?.wording()
    let code = object["code"].flatMap { countyCode($0) }
    let insurer = object["insurer"].flatMap { $0.wording() }
    guard let provenance, let name else { return nil }
    return County(name: name, code: code, insurer: insurer, provenance: provenance)
  }

  private static func countyCode(_ node: SchemeNode) -> String? {
    guard let code = node.text() else { return nil }
    guard code.utf8.count == 6, code.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else {
      node.report(
        "malformed-county-code", Wording(zh: "行政区划代码应为六位数字", en: "a GB/T 2260 code has six digits"))
      return nil
    }
    return code
  }

  static func effective(_ node: SchemeNode) -> (from: Sourced<Day>, until: Day?)? {
    var until: Day?
    let from = node.sourced(["from"], optional: ["until"]) { object -> Day? in
      until = object["until"]?.day()
      let from = object["from"]?.day()
      if let from, let until, until < from {
        object["until"]?.report(
          "until-before-from",
          Wording(zh: "失效日 \(until) 早于生效日 \(from)", en: "it ends on \(until), before it begins on \(from)"))
      }
      return from
    }
    return from.map { ($0, until) }
  }

  /// There is one way of rounding; the file states it so that nobody has to guess.
  static func rounding(_ node: SchemeNode) -> Provenance? {
    enum To: String, CaseIterable { case fen }
    enum Mode: String, CaseIterable { case halfUp = "half-up" }
    enum Of: String, CaseIterable { case cumulative = "cumulative-benefit" }
    guard let object = node.provenObject(["to", "mode", "of"]) else { return nil }
    _ = object["to"]?.word(To.self)
    _ = object["mode"]?.word(Mode.self)
    _ = object["of"]?.word(Of.self)
    return object.provenance()
  }

  static func policyYear(_ node: SchemeNode) -> (start: PolicyYear.Start, provenance: Provenance)? {
    guard let object = node.provenObject(["startsOn"]) else { return nil }
    let provenance = object.provenance()
    guard let start = object["startsOn"]?.dayOfYear(), let provenance else { return nil }
    return (start, provenance)
  }
}
