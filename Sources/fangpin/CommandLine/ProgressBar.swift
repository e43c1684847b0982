import Synchronization
package import Units

/// How far a long run has come, on one line of the terminal that is drawn over and at last erased.
///
///      42%  ████████░░░░░░░░░░░░  4,212,000 rows  1,053,000 rows/s  0:05 left
///
/// Draws nothing in the first fifth of a second, and then at most ten times a second. One caller at a time
/// is meant; more than one does no harm.
package final class ProgressBar: Sendable {
  private let terminal: Terminal
  private let language: Language
  private let isDrawn: Bool
  private let now: @Sendable () -> Int
  private let draw: @Sendable (String) -> Void
  private let state: Mutex<State>

  private struct State {
    /// When the work that is going on began, in milliseconds.
    var began: Int
    /// How far it had come.
    var done = 0
    /// When the bar is due, at the earliest.
    var due: Int
    /// Whether anything stands on the screen.
    var isShown = false
  }

  /// A bar that begins now.
  ///
  /// - Parameters:
  ///   - now: a clock in milliseconds that never goes back.
  ///   - draw: writes to the terminal.
  package init(
    on terminal: Terminal, in language: Language, isQuiet: Bool = false,
    now: @escaping @Sendable () -> Int = MonotonicClock.milliseconds,
    draw: @escaping @Sendable (String) -> Void
  ) {
    self.terminal = terminal
    self.language = language
    self.now = now
    self.draw = draw
    isDrawn = terminal.canRedraw && !isQuiet
    let time = now()
    state = Mutex(State(began: time, due: time + 200))
  }

  /// Says how far the work has come. Where it has gone back, other work has begun, with a clock of its own.
  ///
  /// - Parameters:
  ///   - totalBytes: `nil` where nobody knows, as with a pipe.
  ///   - label: what is worked on, before the figures.
  package func update(doneBytes: Int, totalBytes: Int?, rows: Int, label: Wording? = nil) {
    guard isDrawn else { return }
    let time = now()
    let began: Int? = state.withLock { state in
      if doneBytes < state.done { state.began = time }
      state.done = doneBytes
      guard time >= state.due else { return nil }
      state.due = time + 100
      state.isShown = true
      return state.began
    }
    guard let began else { return }
    let milliseconds = max(1, time - began)
    let name = label.map { $0[language] + " " } ?? ""
    draw("\r" + line(name, doneBytes, totalBytes, rows, milliseconds) + "\u{1B}[K")
  }

  /// Erases the bar.
  package func finish() {
    let wasShown = state.withLock { state in
      defer { state.isShown = false }
      return state.isShown
    }
    if wasShown { draw("\r\u{1B}[K") }
  }

  private func line(_ name: String, _ done: Int, _ total: Int?, _ rows: Int, _ milliseconds: Int) -> String {
    let rate = ProgressBar.scaled(rows, 1000, milliseconds)
    var figures =
      name
      + Wording(
        zh: "\(rows.grouped) 行  \(rate.grouped) 行/秒", en: "\(rows.counted("row"))  \(rate.grouped) rows/s"
      )[language]
    guard let total, total > 0 else { return fitted("", figures) }
    let part = min(max(0, done), total)
    if part > 0, milliseconds >= 150 {
      let left = clock(ProgressBar.scaled(total - part, milliseconds, part) / 1000)
      figures += "  " + Wording(zh: "剩余 \(left)", en: "\(left) left")[language]
    }
    let percent = TextWidth.pad("\(ProgressBar.scaled(part, 100, total))%", to: 4, right: true) + "  "
    let room = min(30, terminal.columns - 1 - TextWidth.columns(percent + figures) - 2)
    guard room >= 5 else { return fitted(percent, figures) }
    let full = ProgressBar.scaled(part, room, total)
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: room - full)
    return percent + bar + "  " + figures
  }

  /// Cut to the screen: a line that wraps cannot be erased.
  private func fitted(_ percent: String, _ figures: String) -> String {
    var line = percent + figures
    while TextWidth.columns(line) >= terminal.columns, !line.isEmpty { line.removeLast() }
    return line
  }

  /// `a × b ÷ c`, held within what fits.
  private static func scaled(_ a: Int, _ b: Int, _ c: Int) -> Int {
    let product = UInt(max(0, a)).multipliedFullWidth(by: UInt(max(0, b)))
    let divisor = UInt(max(1, c))
    guard product.high < divisor else { return Int.max }
    return Int(clamping: divisor.dividingFullWidth(product).quotient)
  }

  /// `0:05`, `12:40`, `3:00:00`.
  private func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}
