public import Rules
public import Units

/// A value as an explanation holds it: typed, so that each form can write it in its own way.
public enum Value: Hashable, Sendable {
  /// Money.
  case yuan(Yuan)
  /// Money before it is rounded.
  case exact(ExactYuan)
  /// A share.
  case rate(Rate)
  /// A multiple in millionths: 1,500,000 is 1.5.
  case multiple(Int64)
  /// A number of things.
  case count(Int)
  /// A day.
  case day(Day)
  /// A first and a last day.
  case days(Day, Day)
  /// A band of a staircase, with its edges.
  case band(Staircase.Band)
  /// An id or another text that stands in a file.
  case id(String)
  /// A word of the files, with its name for people.
  case word(String, Wording)
  /// Words only.
  case words(Wording)
  /// Yes or no.
  case flag(Bool)
  /// Not known.
  case missing

  /// The value as people read it.
  public func text(in language: Language) -> String {
    switch self {
    case .yuan(let amount): amount.words[language]
    case .exact(let amount): amount.words[language]
    case .rate(let rate): rate.description
    case .multiple(let millionths): ExactYuan.multiple(millionths)
    case .count(let count): String(count)
    case .day(let day): day.description
    case .days(let first, let last):
      Wording(zh: "\(first) 至 \(last)", en: "\(first) to \(last)")[language]
    case .band(let band): band.range[language]
    case .id(let id): id
    case .word(_, let name), .words(let name): name[language]
    case .flag(let flag): (flag ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no"))[language]
    case .missing: Wording(zh: "不明", en: "not known")[language]
    }
  }

  /// Money without its unit; anything else is empty.
  var figure: String {
    switch self {
    case .yuan(let amount): amount.grouped
    case .exact(let amount): amount.grouped
    default: ""
    }
  }

  /// Whether a column of such values is ranged right.
  var isNumber: Bool {
    switch self {
    case .yuan, .exact, .rate, .multiple, .count: true
    default: false
    }
  }

  /// Whether it is money: the money of a list is ranged at the decimal point.
  var isMoney: Bool {
    switch self {
    case .yuan, .exact: true
    default: false
    }
  }
}

extension Yuan {
  /// The amount with its unit.
  var words: Wording { Wording(zh: grouped + " 元", en: grouped + " yuan") }
}
