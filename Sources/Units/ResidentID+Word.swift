extension ResidentID {
  /// The number in one word below 2⁶³, which no other number has: where many are kept, text takes three times the room.
  package var word: UInt64 { ResidentID.word(of: text) }

  /// The same of a number's ``text``.
  ///
  /// Of 18 characters the first 17, as the last follows from them; of a foreigner's card of before its letters and digits, with
  /// a bit that the others do not have.
  package static func word(of text: String) -> UInt64 {
    let characters = text.utf8
    if characters.count == length {
      return characters.dropLast().reduce(0) { $0 * 10 + UInt64($1 &- UInt8(ascii: "0")) }
    }
    precondition(characters.count == oldLength, "a number that was checked has one of its lengths")
    let letters = characters.prefix(3).reduce(UInt64(0)) { $0 * 26 + UInt64($1 &- UInt8(ascii: "A")) }
    let digits = characters.dropFirst(3).reduce(UInt64(0)) { $0 * 10 + UInt64($1 &- UInt8(ascii: "0")) }
    return 1 << 62 | (letters * 1_000_000_000_000 + digits)
  }
}
