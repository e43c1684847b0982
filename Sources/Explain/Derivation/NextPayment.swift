import Claims
import Rules
import Units

extension Plan {
  /// The smallest accumulator above `accumulator` at which something more than `paid` would be due.
  ///
  /// Within a band the benefit never falls, so each band from the present one on is searched by halving.
  ///
  /// - Returns: `nil` where no accumulator brings more, because of the cap or because the last rate is
  ///   too low.
  func nextPayment(after accumulator: Yuan, paid: Yuan, paidUnderCap: Yuan, members: Int) -> Yuan? {
    if let cap = cap(members: members), paidUnderCap >= cap { return nil }
    func pays(_ fen: Int64) -> Bool {
      var own = Account(accumulated: accumulator, paid: paid)
      var household = Account(paid: paidUnderCap)
      let more = Yuan(fen: fen) - accumulator
      return count(more, members: members, of: &own, in: &household).award.payout > .zero
    }
    let shift = paysExcess ? warningLine.fen : 0
    let floor = max(accumulator.fen, warningLine.fen) + 1
    for (index, band) in staircase.bands.enumerated() {
      let next = index + 1 < staircase.bands.count ? staircase.bands[index + 1].first.fen + shift : nil
      let last = next.map { $0 - 1 } ?? Yuan.accumulatorLimit.fen
      var low = max(floor, band.first.fen + shift)
      var high = last
      guard low <= high, pays(high) else { continue }
      while low < high {
        let middle = low + (high - low) / 2
        if pays(middle) { high = middle } else { low = middle + 1 }
      }
      return Yuan(fen: low)
    }
    return nil
  }
}
