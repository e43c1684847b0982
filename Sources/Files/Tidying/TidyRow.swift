import Rules
import Tables
import Units

/// Reads the rows of a list, each as we would write it.
struct TidyRow {
  /// A row that was read.
  struct Read {
    /// Its cells by the places of their columns, each in its plain form; one that is not what its column holds is only
    /// without its outer dress.
    var cells: [String?] = []
    /// Why the row is rejected, if it is; its line is not told yet.
    var reject: Reject?
    /// Whether it is written though it is rejected.
    var isKept = false
  }

  /// How many cells of the rows that are not rejected wore another dress.
  private(set) var dress = DressCount()
  private let fields: [Field]
  private let columns: [Column]
  private let plain: PlainCells
  private let amounts: TableAmounts
  /// What a batch is run on is rejected just as it rejects it.
  private var batch: BatchReading?

  private enum BatchReading {
    case claims(ClaimReading)
    case households(HouseholdReading)
  }

  init(_ request: TidyRequest) {
    fields = request.kind.file.fields
    columns = request.kind.file.columns
    plain = PlainCells(request.kind, request.scheme)
    amounts = TableAmounts(request.kind)
    switch request.kind {
    case .claims: batch = .claims(ClaimReading(request.scheme, notAfter: request.lastDay))
    case .households: batch = .households(HouseholdReading(request.scheme))
    case .members, .property, .businesses, .vehicles, .medical, .education, .disaster, .declarations, .actors,
      .docket, .payouts, .bankAnswer, .sample, .decisions, .detail, .batchPayouts, .rejects, .differences,
      .replayed, .population, .anomalies, .periodReport, .headings:
      batch = nil
    }
  }

  /// Begins a block: what was read of the one before is let go.
  mutating func begin(_ scanner: RowScanner) {
    switch batch {
    case .claims(var reading):
      unsafe reading.begin(scanner)
      batch = .claims(reading)
    case .households(let reading): reading.beginBlock()
    case nil: break
    }
  }

  /// The row that `scanner` has just read.
  mutating func read(_ shape: RowShape, _ scanner: RowScanner) -> Read {
    var read = Read()
    var (faults, worn, refused) = (RowFaults(), [DressKinds](), Set<Int>())
    for role in fields.indices {
      let cell = unsafe scanner.cells[role]
      let heading = unsafe scanner.unit(of: role)
      let text = unsafe cell.isMissing ? nil : cell.string
      switch text.flatMap({ plain.read($0, fields[role], heading: heading) }) {
      case nil: read.cells.append(nil)
      case .success(let bare):
        read.cells.append(bare.value)
        worn.append(bare.worn)
      case .failure(let fault):
        read.cells.append(text.map { plain.refused($0, fields[role]) })
        refused.insert(role)
        unsafe faults.note(fault.problem, role, scanner, fault.what)
      }
    }
    if read.cells.allSatisfy({ $0 == nil }) { unsafe faults.note(.missing, 0, scanner) }
    read.reject = unsafe reject(shape, scanner, faults)
    if read.reject == nil { for kinds in worn { dress.note(kinds) } }
    read.isKept = shape == .whole && keepsRejects && read.cells[0] != nil && !refused.contains(0)
    return read
  }

  /// A household whose row cannot be read is still known to be there: its claims are pended, and must go on being so.
  private var keepsRejects: Bool {
    if case .households = batch { true } else { false }
  }

  private mutating func reject(_ shape: RowShape, _ scanner: RowScanner, _ faults: RowFaults) -> Reject? {
    let badRole = unsafe scanner.badlyEncodedRole
    switch batch {
    case .claims(var reading):
      defer { batch = .claims(reading) }
      if unsafe reading.read(shape, scanner) != nil { return nil }
      switch unsafe reading.unread(shape, scanner) {
      case .totals: preconditionFailure("rows of totals are left out before they are read")
      case .reject(let reject): return reject
      }
    case .households(let reading) where badRole.map({ $0 < HouseholdsFile.adjudicated.count }) ?? true:
      return unsafe reading.read(shape, scanner).reject
    case .households, nil: break
    }
    if let fault = unsafe amounts.fault(shape, scanner, TableLine(scanner.line)) { return fault }
    var faults = faults
    if let badRole { unsafe faults.note(.badEncoding, badRole, scanner) }
    return unsafe faults.reject(scanner, columns)
  }
}
