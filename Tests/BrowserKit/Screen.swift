/// What a page is looked at on.
package struct Screen: Sendable, Codable, Hashable, CustomStringConvertible {
  /// Its name in findings and file names.
  package let name: String
  /// In CSS pixels.
  package let width: Int
  /// In CSS pixels.
  package let height: Int
  /// Whether the reader prefers dark colours.
  package let dark: Bool
  /// Whether the rules for paper apply.
  package let paper: Bool

  package init(_ name: String, width: Int, height: Int, dark: Bool = false, paper: Bool = false) {
    self.name = name
    self.width = width
    self.height = height
    self.dark = dark
    self.paper = paper
  }

  package static let phone = Screen("phone", width: 390, height: 844)
  package static let phoneDark = Screen("phone-dark", width: 390, height: 844, dark: true)
  package static let desktop = Screen("desktop", width: 1280, height: 900)
  package static let desktopDark = Screen("desktop-dark", width: 1280, height: 900, dark: true)
  /// What is left of A4 between margins of 16 mm, at 96 pixels an inch, by the rules for paper.
  package static let paper = Screen("paper", width: 672, height: 986, paper: true)

  /// All of them: one start of the browser measures them all.
  package static let all: [Screen] = [.phone, .phoneDark, .desktop, .desktopDark, .paper]

  package var description: String { name }
}
