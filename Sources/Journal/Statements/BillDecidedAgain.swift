package import Units

/// What an entry says that decides a screened case again of one of its bills.
package struct BillDecidedAgain: Hashable, Sendable {
  /// Its place among the bills of the case's decision, from 1.
  package let place: Int
  /// What is to be paid more for it; below zero, less.
  package let amount: Yuan
  package let again: DecidedAgain
  /// What is known of the household by now for its day, where that was revised.
  package let known: KnownHousehold?

  package init(place: Int, amount: Yuan, again: DecidedAgain, known: KnownHousehold? = nil) {
    self.place = place
    self.amount = amount
    self.again = again
    self.known = known
  }

  private init(_ payload: PayloadReader, place: Int) throws(MissingMember) {
    self.place = place
    amount = try payload.yuan("amount")
    again = try DecidedAgain(payload)
    known = try KnownHousehold.read(payload)
  }

  /// The bills that an entry speaks of, by their places.
  static func read(_ payload: PayloadReader) throws(MissingMember) -> [BillDecidedAgain] {
    var bills: [BillDecidedAgain] = []
    for (place, key) in try DecidedBill.places(payload) {
      guard let record = try payload.optionalRecord(key) else { throw MissingMember(key: key.text) }
      bills.append(try BillDecidedAgain(record, place: place))
    }
    return bills
  }

  func write(to payload: inout Payload) {
    var record = Payload()
    record.set("amount", amount)
    again.write(to: &record)
    KnownHousehold.write(known, to: &record)
    payload.set(DecidedBill.key(place), record)
  }
}
