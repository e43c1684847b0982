/// One row of an invented claims file.
struct DeclaredClaim {
  /// The perils of the built-in schemes.
  enum Peril {
    case illness, education, disaster

    /// The word in the file.
    var word: StaticString {
      switch self {
      case .illness: "illness"
      case .education: "education"
      case .disaster: "disaster"
      }
    }
  }

  /// The causes of the built-in schemes.
  enum Cause {
    case inpatient, longTermTreatment, trafficAccident

    /// The word in the file.
    var word: StaticString {
      switch self {
      case .inpatient: "inpatient"
      case .longTermTreatment: "long-term-treatment"
      case .trafficAccident: "traffic-accident"
      }
    }
  }

  /// The month it was first declared in, January is 0, and its number there: its id.
  var idMonth: Int
  var idNumber: Int
  /// The household's place on the register, from 0; past its end, nobody.
  var household: Int
  var peril: Peril
  var day: (year: Int, month: Int, day: Int)
  var fen: Int64
  /// The member of the household it befell, from 1; 0 where it befell all.
  var person = 0
  var cause: Cause?
  var compensated: Bool?

  /// Writes the row.
  ///
  /// - Parameter widths: digits of the ids of households and claims.
  func write(to file: inout SynthesisFile, widths: (household: Int, claim: Int)) throws(SynthesisError) {
    DeclaredClaim.putID(month: idMonth, to: &file)
    file.put(idNumber, width: widths.claim)
    file.put(",H")
    file.put(household + 1, width: widths.household)
    file.comma()
    file.put(peril.word)
    file.comma()
    file.put(day.year, width: 4)
    file.put(UInt8(ascii: "-"))
    file.put(day.month, width: 2)
    file.put(UInt8(ascii: "-"))
    file.put(day.day, width: 2)
    file.comma()
    file.putYuan(fen: fen)
    file.comma()
    if person > 0 {
      file.put(UInt8(ascii: "H"))
      file.put(household + 1, width: widths.household)
      file.put(UInt8(ascii: "-"))
      file.put(person)
    }
    file.comma()
    if let cause { file.put(cause.word) }
    file.comma()
    if let compensated { file.put(compensated ? "yes" : "no") }
    try file.endRow()
  }

  /// The part of an id that all claims of a month have: `C201801-`.
  static func putID(month: Int, to file: inout SynthesisFile) {
    file.put(UInt8(ascii: "C"))
    file.put(CountyLayout.year * 100 + month + 1)
    file.put(UInt8(ascii: "-"))
  }
}
