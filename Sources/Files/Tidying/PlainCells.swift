import Rules
import Tables
import Units

/// Why a cell does not say what its column holds.
struct CellFault: Error {
  let problem: RowProblem
  /// The problem in words, where more can be said than its name says.
  var what: Wording?
}

/// What the cells of a kind of file say, in the form in which we write it.
struct PlainCells {
  private let kind: FileKind
  /// The word that we write for each that a file may have, by the column's name.
  private let words: [String: [String: String]]

  /// Columns that say yes or no.
  private static let answers = Set(
    [Field.compensated, .corrects, DeclarationsFile.field(.consent)].map(\.name))
  /// Amounts that may be below zero.
  private static let signed = Set(
    [HouseholdsFile.field(.income), HouseholdsFile.field(.incomePerPerson)].map(\.name))

  init(_ kind: FileKind, _ scheme: Scheme) {
    self.kind = kind
    let lists: [(Field, [(String, [String])])] = [
      (.peril, scheme.perils.map { ($0.id, [$0.id, $0.name.zh]) }),
      (.cause, scheme.causes.map { ($0.id, [$0.id, $0.name.zh]) }),
      (HouseholdsFile.field(.group), scheme.groups.map { ($0.id, [$0.id, $0.name.zh]) }),
      (
        BankAnswerFile.field(.result),
        BankAnswerFile.PaymentResult.allCases.map { ($0.rawValue, $0.words) }
      ),
    ]
    words = Dictionary(
      uniqueKeysWithValues: lists.map { field, values in
        let pairs = values.flatMap { word, others in others.map { ($0, word) } }
        return (field.name, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
      })
  }

  /// What a cell says, without its dress; `nil` where it is missing.
  ///
  /// - Parameter heading: the unit that the heading over it states.
  func read(_ cell: String, _ field: Field, heading: Heading.Unit) -> Result<Undressed<String>, CellFault>? {
    let bare = Dress.text(cell, as: field.content == .text || field.content == .figure ? .text : .word)
    if bare.value.isEmpty { return nil }
    switch field.content {
    case .id: return id(cell, field)
    case .word: return word(cell, bare, field)
    case .text, .figure: return .success(bare)
    case .money:
      let amount = Dress.amount(cell, signed: PlainCells.signed.contains(field.name), heading: heading)
      return PlainCells.plain(amount, or: .badAmount)
    case .day: return PlainCells.plain(Dress.day(cell), or: .badDate)
    case .count: return count(cell, bare)
    }
  }

  private func id(_ cell: String, _ field: Field) -> Result<Undressed<String>, CellFault> {
    let read = Dress.id(cell).mapError { CellFault(problem: $0.problem, what: $0.what) }
    guard case .success(let id) = read, field.name == Field.household.name,
      ResidentID.looksLikeOne(id.value)
    else { return read }
    return .failure(CellFault(problem: .residentID))
  }

  private func word(
    _ cell: String, _ bare: Undressed<String>, _ field: Field
  ) -> Result<Undressed<String>, CellFault> {
    if PlainCells.answers.contains(field.name) {
      guard let isYes = Dress.answer(cell) else { return .failure(CellFault(problem: .unknownWord)) }
      return .success(Undressed(value: isYes.value ? "yes" : "no", worn: isYes.worn))
    }
    guard let list = words[field.name] else { return .success(bare) }
    guard let word = list[bare.value] else { return .failure(CellFault(problem: .unknownWord)) }
    return .success(Undressed(value: word, worn: bare.worn))
  }

  private func count(_ cell: String, _ bare: Undressed<String>) -> Result<Undressed<String>, CellFault> {
    // In a docket a word says that there is no answer, and the chances of a sample may have more digits than a count.
    let isDocket = kind == .docket
    if let count = Dress.count(cell, noneIsZero: !isDocket) { return PlainCells.plain(count, or: .badCount) }
    let isLong = kind == .sample && Int64(bare.value).map { $0 >= 0 } ?? false
    return isLong || isDocket && DocketFile.noAnswer.contains(bare.value)
      ? .success(bare) : .failure(CellFault(problem: .badCount))
  }

  private static func plain<Value: CustomStringConvertible>(
    _ read: Undressed<Value>?, or problem: RowProblem
  ) -> Result<Undressed<String>, CellFault> {
    guard let read else { return .failure(CellFault(problem: problem)) }
    return .success(Undressed(value: read.value.description, worn: read.worn))
  }

  /// A cell that is not what its column holds, as we write it: it must not be taken for that without its heading.
  func refused(_ cell: String, _ field: Field) -> String {
    let bare = Dress.text(cell).value
    guard case .success = read(bare, field, heading: .unstated) else { return bare }
    return bare + "（？）"
  }

  /// A text of a cell such that it is read again as itself: what looks like dress and is none gets the mark of a text.
  static func marked(_ text: String) -> String {
    guard let first = text.utf8.first, first == UInt8(ascii: "'") || first == UInt8(ascii: "="),
      Dress.text(text).value != text
    else { return text }
    return "'" + text
  }
}
