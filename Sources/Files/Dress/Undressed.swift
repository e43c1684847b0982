package import Tables
package import Units

/// What a text says once its dress is off.
package struct Undressed<Value: Sendable>: Sendable {
  package let value: Value
  /// What it wore; nothing where it stands as itself.
  package let worn: DressKinds
}

/// The same as for cells, for texts that come one at a time: options, answers, the cells of an office's list.
extension Dress {
  /// A text without its outer dress; empty where it says that nothing is known.
  package static func text(_ text: String, as use: Use = .text) -> Undressed<String> {
    var worn: DressKinds = []
    let bare = unsafe undressed(text, as: use, &worn) { cell, _ in unsafe cell.string }
    return Undressed(value: bare, worn: worn)
  }

  /// The id that a text is, or why it is none.
  package static func id(_ text: String) -> Result<Undressed<String>, IDFault> {
    var worn: DressKinds = []
    let read = unsafe undressed(text, as: .word, &worn) { cell, _ in unsafe (cell.string, idFault(cell)) }
    if let fault = read.1 { return .failure(fault) }
    return .success(Undressed(value: read.0, worn: worn))
  }

  /// The amount that a text is.
  ///
  /// - Parameter heading: the unit that the heading over it states.
  package static func amount(
    _ text: String, signed: Bool = false, heading: Heading.Unit = .unstated
  ) -> Undressed<Yuan>? {
    if heading != .tenThousand, let plain = Yuan(text, signed: signed) {
      return Undressed(value: plain, worn: [])
    }
    return unsafe value(text) { cell, worn in
      unsafe amount(cell, signed: signed, heading: heading, &worn)
    }
  }

  /// The day that a text is.
  package static func day(_ text: String) -> Undressed<Day>? {
    if let plain = Day(text) { return Undressed(value: plain, worn: []) }
    return unsafe value(text) { cell, worn in unsafe day(cell, &worn) }
  }

  /// The count that a text is.
  package static func count(_ text: String, noneIsZero: Bool) -> Undressed<Int>? {
    unsafe value(text) { cell, worn in unsafe count(cell, noneIsZero: noneIsZero, &worn) }
  }

  /// The answer that a text is.
  package static func answer(_ text: String) -> Undressed<Bool>? {
    unsafe value(text, as: .word) { cell, worn in unsafe answer(cell, &worn) }
  }

  private static func value<Value: Sendable>(
    _ text: String, as use: Use = .number, _ read: (Cell, inout DressKinds) -> Value?
  ) -> Undressed<Value>? {
    var worn: DressKinds = []
    let value = unsafe undressed(text, as: use, &worn, read)
    return value.map { Undressed(value: $0, worn: worn) }
  }

  private static func undressed<R>(
    _ text: String, as use: Use, _ worn: inout DressKinds, _ body: (Cell, inout DressKinds) -> R
  ) -> R {
    let room = TextRoom()
    let cell = unsafe undress(room.keep(Array(text.utf8)), as: use, in: room, &worn)
    let result = unsafe body(cell, &worn)
    return withExtendedLifetime(room) { result }
  }
}
