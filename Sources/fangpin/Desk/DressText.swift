import Files
import Units

extension CommandContext {
  /// Says what was read in another dress, where anything was.
  func say(_ dress: DressCount) {
    guard let worn = dress.wording else { return }
    say(Wording(zh: "按另一种写法读入：\(worn.zh)", en: "read in another dress: \(worn.en)"))
  }
}

/// What is typed at a command line, read as a cell is.
enum TypedValue {
  /// A day in whatever dress.
  static func day(_ text: String) -> Day? { Dress.day(text)?.value }

  /// An amount in whatever dress.
  static func amount(_ text: String) -> Yuan? { Dress.amount(text)?.value }

  /// An id or another word without its dress.
  static func word(_ text: String) -> String { Dress.text(text, as: .word).value }
}
