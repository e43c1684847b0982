import Files
import Rules
import Tables
import Units

/// A list of members as it was read.
struct MemberList {
  let table: MemberTable
  /// How many rows could be read, and how many of those have no resident ID.
  var count = 0
  var unnumbered = 0
  /// Without resident IDs.
  var rejects: [Reject] = []
  var notes: TableNotes
  var dress: DressCount

  /// About how many bytes a row of a list has.
  private static let usualRow = 48

  /// Reads the list that a request names; `nil` where it names none.
  static func load(
    _ request: AdjudicationRequest, _ progress: BatchProgress
  ) throws(BatchError) -> MemberList? {
    guard let path = request.members else { return nil }
    var diagnostics: [Diagnostic] = []
    do throws(TableError) {
      let source = try TableSource.open(
        path, wanted: columns(request.scheme), request.reading, diagnostics: &diagnostics)
      if let source { return try load(source, request.scheme, progress) }
    } catch {
      throw .file(error)
    }
    throw .input(diagnostics)
  }

  /// Where persons are looked up by their ids, a list need not have resident IDs.
  private static func columns(_ scheme: Scheme) -> [Column] {
    scheme.needsPersons ? MembersFile.columns : MembersFile.searched
  }

  private static func load(
    _ source: TableSource, _ scheme: Scheme, _ progress: BatchProgress
  ) throws(TableError) -> MemberList {
    progress.begin(.members, total: source.file.size)
    var rows = PassingRows<MembersFile>(source, columns(scheme))
    let table = MemberTable(
      expected: (source.file.size ?? 0) / usualRow, keepsPersons: scheme.needsPersons)
    var list = MemberList(table: table, notes: rows.notes, dress: DressCount())
    try rows.each(
      [.person, .household, .residentID], progress: { progress.note(bytes: $0, rows: $1) }
    ) { row in
      switch row {
      case .failure(let fault): list.rejects.append(fault.masked)
      case .success(let row):
        var reading = RowReading(row)
        if let member = reading.identity() {
          list.count += 1
          if member.residentID == nil { list.unnumbered += 1 }
          table.enter(member)
          return true
        }
        if let fault = reading.fault { list.rejects.append(fault.masked) }
      }
      return false
    }
    table.finishFilling()
    (list.notes, list.dress) = (rows.notes, rows.dress)
    return list
  }
}

extension MemberList {
  /// What became of it, with the claims that each worker has read by it.
  func summary(_ lookups: [LookupCount]) -> MembersSummary {
    MembersSummary(
      count: count, unnumbered: unnumbered, rejected: rejects.count, notes: notes, dress: dress,
      lookups: lookups.reduce(into: LookupCount()) { $0 += $1 })
  }
}

extension Adjudication {
  /// Reads the list of members, if there is one, and hands on its rejects.
  static func loadMembers(
    _ request: AdjudicationRequest, _ rejects: RejectStream, _ progress: BatchProgress
  ) throws(BatchError) -> MemberList? {
    guard let path = request.members, let list = try MemberList.load(request, progress) else { return nil }
    _ = rejects.begin(path)
    try files { () throws(TableError) in try rejects.add(list.rejects) }
    return list
  }
}

extension AdjudicationRequest {
  /// The columns by which the claims are read.
  var claimColumns: [Column] {
    ClaimsFile.columns(lookedUp: members != nil, needsPersons: scheme.needsPersons)
  }

  /// Reads claims, with the list of members if there is one.
  func claimReading(_ residents: MemberTable?) -> ClaimReading {
    ClaimReading(scheme, notAfter: lastDay, residents: residents)
  }
}
