import Casebook
import Pages
import Units

/// The money over the policy year against the fund: a column for each month's end, a line for what had come in, and the
/// forecast to the year's end.
struct MoneyChart {
  static let height = 2300
  private let report: PeriodReport
  private let language: Language
  private let days: [(day: Day, cameIn: Int64, out: Int64, paid: Int64)]
  private let plot: Plot
  /// What would be promised or paid at the year's end.
  private let end: Int64?

  init(_ report: PeriodReport, _ language: Language) {
    self.report = report
    self.language = language
    let figures = report.figures
    days = figures.keys(of: .courseIn).compactMap { key in
      guard let day = Day(key) else { return nil }
      return (
        day, figures[.courseIn, key].value ?? 0, figures[.coursePromised, key].value ?? 0,
        figures[.coursePaid, key].value ?? 0
      )
    }
    let most = days.flatMap { [$0.cameIn, $0.out] }.max() ?? 0
    let out = days.last?.out ?? 0
    end = report.forecast.map { out + ($0.waiting + $0.decidedByEnd - $0.decided).fen }
    // A forecast far above all that is there would press the rest to the ground: its line leaves the frame instead.
    let axis = Axis(reaching: max(most, min(end ?? 0, 2 * most), 100))
    plot = Plot(axis, language, top: 330, bottom: 2080)
  }

  private var whole: Int { max(report.policyYear.upperBound - report.policyYear.lowerBound + 1, 1) }

  /// The place of the end of a day.
  private func x(_ day: Day) -> Int {
    let passed = min(max(day - report.policyYear.lowerBound + 1, 0), whole)
    return plot.left + (plot.right - plot.left) * passed / whole
  }

  func write(to html: inout HTML, title: String, says: String) {
    var drawing = Drawing()
    plot.write(to: &drawing, language)
    writeMonths(to: &drawing)
    var start = plot.left
    for month in days {
      let (left, right) = (start + 25, x(month.day) - 25)
      drawing.bar(left, plot.y(month.out), right - left, plot.bottom - plot.y(month.out), kind: "promised")
      drawing.bar(left, plot.y(month.paid), right - left, plot.bottom - plot.y(month.paid), kind: "paid")
      start = x(month.day)
    }
    writeFund(to: &drawing)
    writeForecast(to: &drawing)
    drawing.write(to: &html, id: "chart-money", height: MoneyChart.height, title: title, says: says)
  }

  /// What had come in: level from one month's end to the next.
  private func writeFund(to drawing: inout Drawing) {
    var places: [(x: Int, y: Int)] = []
    var start = plot.left
    for month in days {
      places += [(start, plot.y(month.cameIn)), (x(month.day), plot.y(month.cameIn))]
      start = x(month.day)
    }
    guard let last = days.last else { return }
    drawing.path(places, kind: "fund")
    if report.forecast != nil, last.day < report.policyYear.upperBound {
      drawing.line(x(last.day), plot.y(last.cameIn), plot.right, plot.y(last.cameIn), kind: "fund ahead")
    }
  }

  private func writeForecast(to drawing: inout Drawing) {
    guard let last = days.last, let end, end > last.out, last.day < report.policyYear.upperBound else {
      return
    }
    let (from, to) = (x(last.day), plot.right)
    let seen = min(end, plot.axis.top)
    let reach = from + Int(Int128(to - from) * Int128(seen - last.out) / Int128(end - last.out))
    drawing.path([(from, plot.y(last.out)), (reach, plot.y(seen))], kind: "forecast")
    drawing.circle(reach, plot.y(seen), 30, kind: "forecast-end")
  }

  private func writeMonths(to drawing: inout Drawing) {
    let first = report.policyYear.lowerBound
    for index in stride(from: 0, to: 12, by: 2) {
      let number = (first.month - 1 + index) % 12
      let year = first.year + (first.month - 1 + index) / 12
      guard let day = Day(year: year, month: number + 1, day: 1) else { continue }
      let label = language == .zh ? "\(number + 1)月" : String(Period.months[number].prefix(3))
      let middle = (x(max(day, first)) + x(day.adding(days: 30) ?? day)) / 2
      drawing.text(label, middle, plot.bottom + 170, .middle)
    }
  }
}
