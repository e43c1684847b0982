import Journal
import Rules
package import Units

/// What becomes of a sum that is to be paid.
struct SumFate {
  /// Whether it is promised; otherwise it waits for the fund.
  let isPromised: Bool
  /// What the county is called on for.
  let call: Yuan?
}

extension Administration {
  /// What becomes of a sum while so much is left: the one rule for whoever promises money, whether a case is approved, a
  /// batch adjudicated, a supplement promised, or a sum taken up that waited.
  ///
  /// - Parameter isBehind: whether others wait before it.
  func fate(ofPaying amount: Yuan, left: Yuan, isBehind: Bool) -> SumFate {
    switch onDeficit.value {
    case .callCounty: SumFate(isPromised: true, call: amount > left ? amount - max(left, .zero) : nil)
    case .pend, nil:
      SumFate(isPromised: amount <= left && (!isBehind || mayOvertake), call: nil)
    }
  }

  /// Whether a sum that fits goes before one that waits longer and does not.
  var mayOvertake: Bool { whenShort.value == .whatFits }
}

extension Casebook {
  /// The sum that waits and can be promised while so much is left, and what the county is called on for; `nil` where all
  /// that wait have to go on waiting.
  package func nextToTakeUp(left: Yuan) throws(CasebookError) -> (sum: WaitingSum, call: Yuan?)? {
    let plan = scheme.administration
    let isAny = plan.onDeficit.value == .callCounty || !plan.mayOvertake
    guard let sum = try firstWaiting(atMost: isAny ? nil : left) else { return nil }
    let fate = plan.fate(ofPaying: sum.amount, left: left, isBehind: false)
    return fate.isPromised ? (sum, fate.call) : nil
  }

  /// What of a case's payout is promised and not in an account.
  func outstanding(_ file: Casefile) throws(CasebookError) -> Yuan {
    file.payout - (try paid(file.number)) - (try waiting(file.number))
  }
}

extension Recording {
  /// What becomes of a sum that is decided now: it stands behind all that wait.
  func fate(ofPaying amount: Yuan) throws(CasebookError) -> SumFate {
    book.scheme.administration.fate(
      ofPaying: amount, left: state.left, isBehind: try book.firstWaiting() != nil)
  }

  /// Money has come, or has been freed: what waits is taken up in its order, as far as it reaches.
  ///
  /// Papers entered late do not take a case up before its last step: that happens on the later of the two days.
  ///
  /// - Parameter day: when the money came, where not on ``on``.
  /// - Returns: the cases taken up.
  @discardableResult
  func takeUp(on day: Day? = nil) throws(CasebookError) -> [Int] {
    var taken: [Int] = []
    // Each comes behind the one before: what did not fit then fits no better now.
    var reached = 0
    while let next = try book.nextToTakeUp(left: state.left), next.sum.entry > reached {
      let file = try found(next.sum.casefile)
      try append(takingUp(file, next.sum, call: next.call), on: max(day ?? on, file.since))
      reached = next.sum.entry
      taken.append(file.number)
    }
    return taken
  }
}
