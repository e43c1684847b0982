import JSONText
import RuleFiles
public import Units

/// China's public holidays as they were announced year by year, for whatever a scheme's own table does not name.
public struct PublicHolidays: Hashable, Sendable {
  /// A notice that announced holidays, or changed them.
  public struct Notice: Hashable, Sendable {
    /// `国办发明电〔2018〕15号`
    public let number: String
    /// The day that stands beneath it.
    public let issuedOn: Day
    /// Its title, with its author in English.
    public let title: Wording
  }

  /// All years in one table.
  public let table: HolidayTable
  /// By year, the later ones change the earlier.
  public let notices: [Int: [Notice]]

  /// Those that come with the program.
  public static let shipped: PublicHolidays = {
    let loading = load(bytes: RuleFiles.publicHolidays, file: "public-holidays.json")
    guard let holidays = loading.holidays else {
      preconditionFailure("the holidays that are built in cannot be read: \(loading.diagnostics)")
    }
    return holidays
  }()

  /// Reads a file of holidays: every fault of the file at once, and holidays only where there is none.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: the file as the user named it, for messages.
  public static func load(
    bytes: [UInt8], file: String
  ) -> (holidays: PublicHolidays?, diagnostics: [Diagnostic]) {
    let source = JSONSource(bytes: bytes, file: file)
    switch source.read() {
    case .failure(let fault): return (nil, [source.diagnostic(for: fault)])
    case .success(let root):
      let context = LoadingContext(source: source, keepsCases: false)
      let holidays = read(SchemeNode(value: root, place: .root(""), context: context))
      return (context.hasFaults ? nil : holidays, context.diagnostics)
    }
  }

  private static func read(_ root: SchemeNode) -> PublicHolidays? {
    guard SchemeLoader.hasKnownFormat(root), let object = root.object(["format", "years"]),
      let nodes = object["years"]?.list(atLeast: 1, atMost: SchemeNode.wordLimit)
    else { return nil }
    var (years, notices): ([Int], [Int: [Notice]]) = ([], [:])
    var (daysOff, worked, stated): (Set<Day>, Set<Day>, Set<Day>) = ([], [], [])
    for node in nodes {
      guard let object = node.object(["year", "notices", "daysOff", "workedWeekends"]) else { continue }
      let year = object["year"]?.integer(1900...2999)
      if let year, notices[year] != nil {
        SchemeLoader.reportTwice(year, object["year"] ?? node)
        continue
      }
      let papers = object["notices"]?.list(atLeast: 1, atMost: SchemeNode.wordLimit)?.compactMap(notice)
      let days = SchemeLoader.holidayDays(object, around: year.map { [$0] }, stated: stated)
      guard let year, let papers, let days else { continue }
      years.append(year)
      notices[year] = papers
      daysOff.formUnion(days.off)
      worked.formUnion(days.worked)
      stated.formUnion(days.off)
      stated.formUnion(days.worked)
    }
    let names = years.compactMap { notices[$0]?.map(\.number) }.joined().joined(separator: "、")
    return PublicHolidays(
      table: HolidayTable(
        years: years.sorted(), daysOff: daysOff, workedWeekends: worked,
        provenance: .source("notices", locator: Wording(zh: names, en: names))),
      notices: notices)
  }

  private static func notice(_ node: SchemeNode) -> Notice? {
    guard let object = node.object(["number", "issuedOn", "title"]) else { return nil }
    let number = object["number"]?.text()
    let day = object["issuedOn"]?.day()
    let title = object["title"]?.wording()
    guard let number, let day, let title else { return nil }
    return Notice(number: number, issuedOn: day, title: title)
  }
}

extension Administration {
  /// Which days are worked: by the scheme's own table in the years that this names, else by the announcements that come
  /// with the program.
  public var calendar: WorkingCalendar {
    WorkingCalendar(own: holidays, general: PublicHolidays.shipped.table)
  }
}
