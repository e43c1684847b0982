/// The numbers of entries as they would be without those that note the machine's clock: what two runs of the same work
/// have in common.
package struct BareNumbers {
  /// The numbers of the clock's entries, in order.
  private var clocks: [Int64] = []

  package init() {}

  /// Takes note of an entry of the clock; they come in order.
  package mutating func skip(_ number: Int64) { clocks.append(number) }

  /// The number an entry would have.
  package subscript(number: Int64) -> Int64 {
    var (low, high) = (0, clocks.count)
    while low < high {
      let middle = (low + high) / 2
      if clocks[middle] < number { low = middle + 1 } else { high = middle }
    }
    return number - Int64(low)
  }
}
