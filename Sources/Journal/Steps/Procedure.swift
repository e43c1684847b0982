package import Units

/// The rules of procedure by which a casebook is kept: what a step may do, and what an entry holds.
///
/// A casebook's first entry names them by a number, and they stay the casebook's: a program that has others checks what was
/// signed, takes no step again, and records nothing more. Whoever changes what a step may do or what an entry holds raises
/// ``current``.
package struct Procedure: Hashable, Sendable {
  /// Their number; `nil` in a casebook that was begun before they had one.
  package let number: Int?

  package init(number: Int?) { self.number = number }

  /// Those that this program has.
  package static let current = Procedure(number: 3)

  /// What they are called.
  package var name: Wording {
    guard let number else {
      return Wording(zh: " 0.3 版的办理规则", en: "the rules of procedure of version 0.3")
    }
    return Wording(zh: "第 \(number) 号办理规则", en: "rules of procedure no. \(number)")
  }
}
