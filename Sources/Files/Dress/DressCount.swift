package import Units

/// A way in which a cell can be written other than as itself, and still be read in one way only.
package enum DressKind: Int, CaseIterable, Sendable {
  /// Blanks other than the space, byte order marks and zero-width characters at its ends.
  case blanks
  /// `="…"` around it, or `'` before it: how a spreadsheet is told that it is text.
  case textMark
  /// Characters that Unicode composes, or writes in another way.
  case composition
  /// Full-width letters, digits and signs.
  case width
  /// An amount with a sign or a word for its currency, or in units of ten thousand.
  case money
  /// A day in another form than `2018-03-05` and `2018/3/5`.
  case day
  /// A count with decimals that are zeros, or a word for none.
  case count
  /// Another word or sign for yes or no.
  case answer

  /// What it is, for people.
  package var name: Wording {
    switch self {
    case .blanks: Wording(zh: "首尾的空白和不可见字符", en: "blanks and invisible characters at the ends")
    case .textMark: Wording(zh: "表示文本的 =\"…\" 或 '", en: "=\"…\" or ' for text")
    case .composition: Wording(zh: "组合或兼容字符", en: "characters to be composed")
    case .width: Wording(zh: "全角字符", en: "full-width characters")
    case .money: Wording(zh: "带货币符号或单位的金额", en: "amounts with a currency or a unit")
    case .day: Wording(zh: "其他写法的日期", en: "days in other forms")
    case .count: Wording(zh: "其他写法的个数", en: "counts in other forms")
    case .answer: Wording(zh: "其他写法的是否", en: "yes or no in other words")
    }
  }
}

/// The ways in which one cell was written other than as itself.
package struct DressKinds: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// One of them.
  package init(_ kind: DressKind) { rawValue = 1 << UInt16(kind.rawValue) }
}

/// How many cells were read in another dress.
package struct DressCount: Equatable, Sendable {
  private var counts = Array(repeating: 0, count: DressKind.allCases.count)

  package init() {}

  /// How many cells were dressed in one way.
  package subscript(kind: DressKind) -> Int { counts[kind.rawValue] }

  /// Whether all was read as itself.
  package var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

  /// Counts a cell.
  package mutating func note(_ kinds: DressKinds) {
    var rest = kinds.rawValue
    while rest != 0 {
      counts[rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
  }

  package static func += (a: inout DressCount, b: DressCount) {
    for index in a.counts.indices { a.counts[index] += b.counts[index] }
  }

  /// How many cells wore what; `nil` where all was read as itself.
  package var wording: Wording? {
    let worn = DressKind.allCases.filter { self[$0] > 0 }
    if worn.isEmpty { return nil }
    return Wording(
      zh: worn.map { "\($0.name.zh) \(self[$0].grouped)" }.joined(separator: "，"),
      en: worn.map { "\($0.name.en) \(self[$0].grouped)" }.joined(separator: ", "))
  }
}
