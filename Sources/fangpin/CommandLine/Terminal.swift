import Glibc

/// What is at the other end of a stream: a person at a screen, or a file or a pipe.
package struct Terminal: Sendable {
  /// Whether it is a screen.
  package let isScreen: Bool
  /// Whether text may be coloured: a screen that can, and nobody asked for `NO_COLOR`.
  package let hasColour: Bool
  /// Whether a line may be drawn over.
  package let canRedraw: Bool
  /// Its width; 100 where it has none.
  package let columns: Int

  /// What stands behind `descriptor`.
  package init(_ descriptor: Int32, environment: Environment) {
    self.init(
      isScreen: isatty(descriptor) == 1, columns: Terminal.columns(of: descriptor), environment: environment)
  }

  /// A terminal made up for a test.
  package init(isScreen: Bool, columns: Int?, environment: Environment) {
    let isDumb = environment["TERM"].map { $0 == "dumb" } ?? true
    self.isScreen = isScreen
    self.columns = columns ?? 100
    canRedraw = isScreen && !isDumb
    hasColour = canRedraw && environment["NO_COLOR"] == nil
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    let answer = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    return answer == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// How a text stands out.
  package enum Emphasis: String, Sendable {
    case error = "31"
    case warning = "33"
    case strong = "1"
    case faint = "2"
  }

  /// `text`, made to stand out where that is possible.
  package func emphasised(_ text: String, _ emphasis: Emphasis) -> String {
    hasColour ? "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m" : text
  }
}
