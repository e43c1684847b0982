import Claims
package import Rules
package import Units

extension Scheme.Asset {
  /// The column in the files.
  var key: String {
    switch self {
    case .dwellings: "dwellings"
    case .businesses: "businesses"
    case .vehicles: "vehicles"
    }
  }

  /// Its name for people.
  var name: Wording {
    switch self {
    case .dwellings: Wording(zh: "住房数", en: "dwellings")
    case .businesses: Wording(zh: "经营主体数", en: "businesses")
    case .vehicles: Wording(zh: "车辆数", en: "vehicles")
    }
  }

  /// Which department answers for it.
  var department: Wording {
    switch self {
    case .dwellings: Wording(zh: "国土资源部门", en: "land and resources department")
    case .businesses: Wording(zh: "市场监管部门", en: "market regulation department")
    case .vehicles: Wording(zh: "交警部门", en: "traffic police")
    }
  }
}

extension Subject {
  /// Its name for people.
  var name: Wording {
    switch self {
    case .household: Wording(zh: "户", en: "household")
    case .person: Wording(zh: "人", en: "person")
    }
  }
}

extension Staircase.Reading {
  /// What it says, in one phrase.
  package var name: Wording {
    switch self {
    case .whole:
      Wording(
        zh: "整额计算：所落档次的比例适用于全部余额", en: "whole: one rate, that of the band, on all of the remaining cost")
    case .byBand:
      Wording(
        zh: "分档计算：每档之内的部分各按本档比例", en: "by band: each slice of the remaining cost at the rate of its own band")
    }
  }

  /// Its name alone.
  var shortName: Wording {
    switch self {
    case .whole: Wording(zh: "整额计算", en: "whole")
    case .byBand: Wording(zh: "分档计算", en: "by band")
    }
  }

  /// The reading that was not taken.
  var other: Staircase.Reading { self == .whole ? .byBand : .whole }
}

extension Staircase.Band {
  /// Where it lies, as the edges are worded: `under a`, `a through b`, `above b`.
  package var range: Wording {
    let from = lower.grouped
    guard let upper else {
      if lower == .zero { return Wording(zh: "不论多少", en: "any amount") }
      return includesLower
        ? Wording(zh: "\(from) 及以上", en: "\(from) or more") : Wording(zh: "超过 \(from)", en: "above \(from)")
    }
    let to = upper.grouped
    if lower == .zero {
      return includesUpper
        ? Wording(zh: "不超过 \(to)", en: "up to \(to)") : Wording(zh: "不足 \(to)", en: "under \(to)")
    }
    switch (includesLower, includesUpper) {
    case (true, true): return Wording(zh: "\(from) 至 \(to)", en: "\(from) through \(to)")
    case (true, false): return Wording(zh: "\(from) 起，不足 \(to)", en: "\(from) to under \(to)")
    case (false, true): return Wording(zh: "超过 \(from)，至 \(to)", en: "above \(from) through \(to)")
    case (false, false): return Wording(zh: "超过 \(from)，不足 \(to)", en: "above \(from), under \(to)")
    }
  }
}

extension Value {
  /// The first and last day of a policy year; only its name where they lie beyond the calendar.
  static func days(of year: PolicyYear, _ start: PolicyYear.Start) -> Value {
    year.days(start).map { .days($0.lowerBound, $0.upperBound) } ?? .count(year.began)
  }
}

extension [Wording] {
  /// The list as a phrase; semicolons where a name has a comma of its own.
  var listed: Wording {
    Wording(
      zh: map(\.zh).joined(separator: "、"),
      en: map(\.en).joined(separator: contains { $0.en.contains(",") } ? "; " : ", "))
  }
}
