import Sealing
import Units

/// The records of earlier runs in the order in which they were made, as each says which it was built on.
struct EarlierChain {
  /// Those with rows, each once.
  private(set) var records: [EarlierRecord] = []
  /// Stands for all of them together.
  var mark: String { EarlierChain.mark(of: records.map(\.mark)) }

  /// Stands for a set of records.
  private static func mark(of marks: some Sequence<String>) -> String {
    ShortMark.of(Array(Set(marks).sorted().joined(separator: " ").utf8))
  }

  /// What a run names that carries on from nothing.
  static let beginning = mark(of: [])

  /// The most sets that are tried: those of a chain are as many as its records, and runs side by side have more.
  private static let mostSets = 4096

  /// - Parameter faults: receives what is missing, changed or decided under another scheme.
  init(_ given: [EarlierRecord], under scheme: String, _ faults: inout EarlierFaults) {
    var waiting: [EarlierRecord] = []
    for record in given where record.scheme != nil {
      if !waiting.contains(where: { $0.mark == record.mark }) { waiting.append(record) }
    }
    for record in waiting where record.scheme != scheme { faults.add(EarlierChain.otherScheme(record)) }
    // The sets of records that a run may have been given: whatever is in one, what that was built on is in it too.
    var sets: [String: Set<String>] = [EarlierChain.beginning: []]
    while let index = waiting.firstIndex(where: { $0.builtOn.flatMap { sets[$0] } != nil }) {
      let record = waiting.remove(at: index)
      let closure = (record.builtOn.flatMap { sets[$0] } ?? []).union([record.mark])
      for other in Array(sets.values) where sets.count < EarlierChain.mostSets {
        let union = other.union(closure)
        sets[EarlierChain.mark(of: union)] = union
      }
      records.append(record)
      sets[mark] = Set(records.map(\.mark))
    }
    for record in waiting { faults.add(EarlierChain.gap(record)) }
  }

  private static func otherScheme(_ record: EarlierRecord) -> Diagnostic {
    Diagnostic(
      "earlier-other-scheme", at: Diagnostic.Place(file: record.path, line: 2, column: 1), path: "scheme",
      what: Wording(
        zh: "这份记录是按另一个方案理算的（\(record.scheme ?? "")）",
        en: "this record was decided under another scheme (\(record.scheme ?? ""))"),
      fix: Wording(
        zh: "用当时的方案（--rules）接着理算；换了方案，就不能接上按旧方案理算的记录",
        en: "carry on under the scheme of the record (--rules): what was decided under one scheme is not "
          + "carried on under another"))
  }

  private static func gap(_ record: EarlierRecord) -> Diagnostic {
    Diagnostic(
      "earlier-record-missing", at: Diagnostic.Place(file: record.path, line: 2, column: 1), path: "earlier",
      what: Wording(
        zh: "这份记录接着别的记录（\(record.builtOn ?? "")），给出的记录里没有：少给了，改动过，或者那个月又重新理算过",
        en: "this record was built on others (\(record.builtOn ?? "")) that are not among those given: one "
          + "is left out, was changed, or was decided anew"),
      fix: Wording(
        zh: "用 --earlier 把它所接的记录都照原样给出；哪个月重新理算过，其后各月也要重新理算",
        en: "give all records that it was built on with --earlier, as they were written; where a month was "
          + "decided anew, so must be those after it"))
  }
}
