import TestKit
import Testing

/// One cell as it is meant; a dialect spells it.
enum Cell: Equatable {
  case missing
  /// An id: always spelled as it stands.
  case id(String)
  /// Something no reader can make sense of: always spelled as it stands.
  case nonsense(String)
  case money(fen: Int)
  case count(Int)
  case day(CalendarDay)
  case peril(Peril)
  case group(Group)
  case cause(Cause)
  case answer(Answer)
}

/// What is wrong with a row as a whole: each form has its own way of it.
enum RowFault: CaseIterable { case moreCells, badQuoting, splitAmount }

/// One row of either file, its cells in the order of `Column.ofClaimsAndCorrections` or `Column.ofHouseholds`.
struct SheetRow: Equatable {
  var cells: [Cell]
  var fault: RowFault?

  subscript(place: Int) -> Cell {
    get { cells[place] }
    set { cells[place] = newValue }
  }

  /// Whether nothing in it is missing or wrong, so that a line break in its note moves no reject.
  var isWhole: Bool {
    fault == nil
      && cells.allSatisfy { cell in
        if case .nonsense = cell { return false }
        return cell != .missing
      }
  }
}

/// In which households a person stands, from first to last.
struct Stays: Equatable {
  let person: String
  var homes: [String]
}

/// A county as meant: two sheets that dialects spell.
struct County {
  var households: [SheetRow] = []
  var claims: [SheetRow] = []
  /// In which households its claims have each person, as they come; empty where they name nobody.
  var stays: [Stays] = []
  /// The columns that the claims are written with.
  var columns = Column.ofClaims
}

/// How claim ids run through the file.
enum IDOrder: CaseIterable {
  case ascending, unpadded, descending, shuffled, blocks, fancy, numeric
}

/// What county to make.
struct CountyPlan: Sendable, CustomTestStringConvertible {
  let seed: UInt64
  let claims: Int
  var order: IDOrder
  /// Whether ids of readable claims come again.
  var repeats = true
  /// Whether claims are corrected, by rows that repeat their ids.
  var corrects: Bool
  /// Whether claims name persons, some of whom move.
  var namesPersons: Bool

  init(
    seed: UInt64, claims: Int, order: IDOrder? = nil, repeats: Bool = true, corrects: Bool? = nil,
    namesPersons: Bool = false
  ) {
    self.seed = seed
    self.claims = claims
    self.order = order ?? IDOrder.allCases[Int(seed % UInt64(IDOrder.allCases.count))]
    self.repeats = repeats
    self.corrects = corrects ?? (repeats && seed % 2 == 0)
    self.namesPersons = namesPersons
  }

  var testDescription: String {
    "seed \(seed), \(claims) claims, ids \(order)\(corrects ? ", corrections" : "")\(namesPersons ? ", persons" : "")"
  }
}

extension Seeded {
  mutating func chance(_ perMille: Int) -> Bool { Int.random(in: 0..<1000, using: &self) < perMille }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &self)]
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
