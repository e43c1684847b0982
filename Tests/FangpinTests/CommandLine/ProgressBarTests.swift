import Synchronization
import Testing
import Units
import fangpin

@Suite("A progress bar")
struct ProgressBarTests {
  /// A screen and a clock that the test holds in its hands.
  private final class Stage: Sendable {
    let time = Mutex(1_000_000)
    let drawn = Mutex<[String]>([])

    func bar(
      columns: Int = 100, isScreen: Bool = true, isQuiet: Bool = false, _ language: Language = .en
    ) -> ProgressBar {
      let terminal = Terminal(
        isScreen: isScreen, columns: columns, environment: Environment(["TERM": "xterm"]))
      return ProgressBar(
        on: terminal, in: language, isQuiet: isQuiet, now: { self.time.withLock { $0 } },
        draw: { text in self.drawn.withLock { $0.append(text) } })
    }

    func wait(_ milliseconds: Int) { time.withLock { $0 += milliseconds } }
    var lines: [String] { drawn.withLock { $0 } }
  }

  @Test("tells share, rows, rate and time left, and is erased at the end")
  func line() {
    let stage = Stage()
    let bar = stage.bar()
    stage.wait(4000)
    bar.update(doneBytes: 400, totalBytes: 1000, rows: 4_212_000)
    bar.finish()
    bar.finish()
    #expect(
      stage.lines == [
        "\r 40%  ████████████░░░░░░░░░░░░░░░░░░  4,212,000 rows  1,053,000 rows/s  0:06 left\u{1B}[K",
        "\r\u{1B}[K",
      ])
  }

  @Test("begins its clock anew where other work begins, and says what it is")
  func stages() {
    let stage = Stage()
    let bar = stage.bar()
    stage.wait(10_000)
    bar.update(doneBytes: 900, totalBytes: 1000, rows: 1000)
    bar.update(doneBytes: 0, totalBytes: 8000, rows: 0)
    stage.wait(2000)
    bar.update(
      doneBytes: 2000, totalBytes: 8000, rows: 4000, label: Wording(zh: "申请", en: "claims"))
    #expect(stage.lines.count == 2)
    #expect(
      stage.lines.last
        == "\r 25%  ███████░░░░░░░░░░░░░░░░░░░░░░░  claims 4,000 rows  2,000 rows/s  0:06 left\u{1B}[K")
  }

  @Test("speaks Chinese")
  func chinese() {
    let stage = Stage()
    let bar = stage.bar(.zh)
    stage.wait(2000)
    bar.update(doneBytes: 1, totalBytes: nil, rows: 5000)
    #expect(stage.lines == ["\r5,000 行  2,500 行/秒\u{1B}[K"])
  }

  @Test("says nothing at first, and then at most ten times a second")
  func seldom() {
    let stage = Stage()
    let bar = stage.bar()
    for _ in 0..<1200 {
      bar.update(doneBytes: 1, totalBytes: 10, rows: 1)
      stage.wait(1)
    }
    #expect((9...11).contains(stage.lines.count))
  }

  @Test("is not drawn where nobody looks, or nobody wants it", arguments: [(false, false), (true, true)])
  func absent(isScreen: Bool, isQuiet: Bool) {
    let stage = Stage()
    let bar = stage.bar(isScreen: isScreen, isQuiet: isQuiet)
    stage.wait(4000)
    bar.update(doneBytes: 400, totalBytes: 1000, rows: 4)
    bar.finish()
    #expect(stage.lines.isEmpty)
  }

  @Test("never reaches the edge of the screen", arguments: [1, 10, 20, 45, 60, 61, 80, 200])
  func narrow(columns: Int) {
    let stage = Stage()
    let bar = stage.bar(columns: columns, .zh)
    stage.wait(4000)
    bar.update(doneBytes: 3, totalBytes: 7, rows: 10_000_000)
    for line in stage.lines { #expect(TextWidth.columns(line.dropLast(3)) < columns) }
    #expect(stage.lines.count == 1)
  }

  @Test(
    "takes any numbers",
    arguments: [(0, 0), (-1, 5), (9, 5), (Int.max, Int.max), (1, Int.max), (Int.min, -1)])
  func extremes(done: Int, total: Int) {
    let stage = Stage()
    let bar = stage.bar()
    stage.wait(Int.max / 2)
    bar.update(doneBytes: done, totalBytes: total, rows: Int.max)
    #expect(stage.lines.count == 1)
  }
}
