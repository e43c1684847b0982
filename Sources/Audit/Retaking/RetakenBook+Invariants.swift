import Casebook

extension RetakenBook {
  /// What does not hold of a casebook that is derived again, whatever its file says; empty where all does.
  package func _checkInvariants() -> [String] {
    var broken = onFile._checkInvariants(numbered: state.cases)
    if !actors.allSatisfy({ $0 == $1.name }) { broken.append("an actor stands under another's name") }
    if let settled, settled.began > recordingBegan { broken.append("a settlement is of a recording to come") }
    if !supplements.areOwed { broken.append("a supplement that changes nothing is owed") }
    return broken
  }
}

extension CasesOnFile {
  /// What does not hold of the cases left in the file where so many have been numbered; empty where all does.
  func _checkInvariants(numbered: Int) -> [String] {
    var broken: [String] = []
    if !zip(ranges, ranges.dropFirst()).allSatisfy({ $0.upperBound + 1 < $1.lowerBound }) {
      broken.append("ranges of cases in the file meet, or do not ascend")
    }
    if let first = ranges.first, first.lowerBound < 1 { broken.append("a case in the file has no number") }
    if let last = ranges.last, last.upperBound > numbered {
      broken.append("a case in the file was never opened")
    }
    return broken
  }
}
