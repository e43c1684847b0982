import Claims
public import Files
import Pipeline
public import Rules
public import Tables
public import Units

/// What to adjudicate, and where the answers go. Paths are as the user named them; `-` is standard input or output.
public struct AdjudicationRequest: Sendable {
  /// The rules.
  public var scheme: Scheme
  /// The claims table.
  public var claims: String
  /// The household register.
  public var households: String
  /// A list of members, by which claims lead to their households that state resident IDs.
  public var members: String?
  /// Records of earlier runs, as `--detail` wrote them.
  public var earlier: [String] = []
  /// Where decisions go.
  public var output = "-"
  /// Where the payouts of each household go, if anywhere.
  public var payouts: String?
  /// Where rejected rows go.
  public var rejects = RejectDestination.standardError
  /// Whether decisions show all that they were derived from.
  public var detail = false
  /// The language of a column with the reason in words, if one is wanted.
  public var labels: Language?
  /// How the answers are written down; a file whose name ends in `.xlsx` is a workbook in any case.
  public var format = OutputFormat.csv
  /// Whether CSV is to be such that a spreadsheet shows every cell as it is.
  public var isForSpreadsheets = false
  /// Whether only the summary is wanted: then nothing is written, wherever it should go.
  public var isPreview = false
  /// The day of the run: no event comes after it. `nil` where any day is believed.
  public var lastDay: Day?
  /// How the inputs are read.
  public var reading = TableReading()
  /// How many threads work.
  public var threads = 1
  /// How many bytes are read at once.
  public var blockSize = 1 << 18

  /// A request with the usual answers: decisions to standard output.
  public init(scheme: Scheme, claims: String, households: String) {
    self.scheme = scheme
    self.claims = claims
    self.households = households
  }
}

/// What a run has done.
public struct AdjudicationSummary: Sendable, Equatable {
  /// Counts and sums by reason and peril.
  public var tally: Tally
  /// Households on the register.
  public var households: Int
  /// Rejected rows of the register.
  public var rejectedHouseholds: Int
  /// Rejected rows of the claims.
  public var rejectedClaims: Int
  /// The list of members, where one was given.
  public var members: MembersSummary?
  /// The first rejected rows of a preview, which writes no list of them.
  package var firstRejects: [RejectedRow]
  /// The claims whose households are not on the register.
  public var missing: MissingHouseholds
  /// Counted claims carried on from earlier runs.
  public var earlierClaims: Int
  /// Households with accounts from earlier runs that are not on the register.
  public var absentHouseholds: Int
  /// What of the register's table was left out.
  public var registerNotes: TableNotes
  /// What of the claims' table was left out.
  public var claimNotes: TableNotes
  /// Control totals of the payout list, if one was written.
  public var payouts: PayoutTotals?
  /// How many cells of the register were read in another dress.
  package var householdDress: DressCount
  /// How many cells of the claims were read in another dress.
  package var claimDress: DressCount

  /// Whether any row was rejected.
  public var hasRejects: Bool { rejectedRows > 0 }
  /// Rejected rows of all inputs.
  public var rejectedRows: Int { rejectedHouseholds + (members?.rejected ?? 0) + rejectedClaims }
  /// Whether a total differs from the rows read, or rows may have been swallowed by quotes.
  public var needsALook: Bool {
    registerNotes.rows.needALook || members?.notes.rows.needALook == true || claimNotes.rows.needALook
  }
  /// Whether most claims name a household that the register does not have: then it is hardly the right one.
  public var missesHouseholds: Bool { missing.claims * 2 > tally.total.claims }
}

/// What became of the list of members.
public struct MembersSummary: Sendable, Equatable {
  /// How many members were read.
  public var count: Int
  /// How many of them have no resident ID.
  public var unnumbered: Int
  /// Rejected rows of the list.
  public var rejected: Int
  /// What of the list's table was left out.
  public var notes: TableNotes
  /// How many cells of the list were read in another dress.
  package var dress: DressCount
  /// How many claims were read by the list.
  package var lookups: LookupCount
}

/// The stream: tables in, decisions out.
public enum Adjudication {
  /// Runs a request. Output files appear only once everything has been decided and written.
  ///
  /// - Parameter progress: told now and then how far the run has come.
  public static func run(
    _ request: AdjudicationRequest, progress report: @escaping (BatchStatus) -> Void = { _ in }
  ) throws(BatchError) -> AdjudicationSummary {
    try run(request, report, observer: nil)
  }

  static func run(
    _ request: AdjudicationRequest, _ report: @escaping (BatchStatus) -> Void,
    observer: ((borrowing ClaimInWork, DecisionWriter.Money, _ line: Int, _ person: String) -> Void)?
  ) throws(BatchError) -> AdjudicationSummary {
    let adjudicator = Adjudicator(scheme: request.scheme)
    let progress = BatchProgress(report)
    let style = TableStyle(
      request.format, isForSpreadsheets: request.isForSpreadsheets, headings: request.labels)
    let (rejects, file, payoutFile) = try files { () throws(TableError) in
      (
        try RejectStream(request.isPreview ? nil : request.rejects, style, labels: request.labels),
        try OutputFile(path: request.isPreview ? "/dev/null" : request.output),
        try (request.isPreview ? nil : request.payouts).map { path throws(TableError) in
          try OutputFile(path: path)
        }
      )
    }
    let loaded = try loadRegister(request, adjudicator, rejects, progress)
    let rejectedHouseholds = rejects.countSinceBegin
    let members = try loadMembers(request, rejects, progress)
    let likeIDs = LikeIDs(loaded.register)
    let opened = try openClaims(request, members?.table, progress)
    let (source, blocks, corrections) = opened
    let earlier = EarlierRuns(adjudicator, loaded.register, likeIDs, corrections)
    earlier.accounts.populate(threads: max(1, request.threads))
    try earlier.load(request.earlier, request.reading, progress)
    // By now every file was opened.
    let strays = request.reading.sheets.unread
    guard strays.isEmpty else { throw .input(strays) }
    _ = rejects.begin(request.claims)
    let payouts = payoutFile.map { _ in PayoutList(households: loaded.register.count) }
    progress.begin(.claims, total: source.file.size)
    let form = DecisionWriter.Form(
      style: style.suiting(file.path), detail: request.detail, labels: request.labels,
      earlier: earlier.mark)
    let output = TableOutput(to: file, DecisionWriter.outline(form, adjudicator), form.style)
    let writer = DecisionWriter(form, adjudicator, output.form)
    let stream = ClaimStream(
      adjudicator, loaded.register, likeIDs, source, blocks, progress, earlier,
      corrections.isEmpty ? nil : corrections, writer, output: output, rejects: rejects, payouts: payouts,
      residents: members?.table, lastDay: request.lastDay, observer: observer)
    try files { () throws(TableError) in try output.begin() }
    let workers = (0..<max(1, request.threads)).map { _ in
      ClaimWork(stream, keepsMoney: request.detail || observer != nil)
    }
    try OrderedPipeline.run(workers)
    stream.totals.close(&stream.notes.rows)
    let totals = try files { () throws(TableError) in
      let totals = try payoutFile.flatMap { file throws(TableError) in
        try payouts?.write(loaded.register, to: file, style.suiting(file.path))
      }
      try output.finish()
      try rejects.commit()
      try payoutFile?.commit()
      try file.commit()
      return totals
    }
    stream.notes.workbook = source.workbookNotes
    let tally = Tally(perils: request.scheme.perils.count, workers.map(\.counts))
    return AdjudicationSummary(
      tally: tally, households: loaded.register.count, rejectedHouseholds: rejectedHouseholds,
      rejectedClaims: rejects.countSinceBegin, members: members?.summary(workers.map(\.reading.lookups)),
      firstRejects: rejects.first, missing: missing(stream), earlierClaims: earlier.claims,
      absentHouseholds: earlier.absentHouseholds, registerNotes: loaded.notes, claimNotes: stream.notes,
      payouts: totals, householdDress: loaded.dress,
      claimDress: workers.reduce(into: DressCount()) { $0 += $1.reading.dress })
  }

  /// The claims without a household, and whether the register itself may be why.
  private static func missing(_ stream: ClaimStream) -> MissingHouseholds {
    var missing = stream.missing
    guard missing.claims * 2 > stream.claims, !missing.areRounded else { return missing }
    missing.areRounded = (0..<stream.register.count).contains {
      MissingHouseholds.isRounded(stream.register.id(of: $0))
    }
    return missing
  }

  static func files<Result>(
    _ body: () throws(TableError) -> Result
  ) throws(BatchError) -> Result {
    do { return try body() } catch { throw .file(error) }
  }

  /// The claims, ready to be read; where corrections may stand among them, they were gone through once.
  private static func openClaims(
    _ request: AdjudicationRequest, _ residents: MemberTable?, _ progress: BatchProgress
  ) throws(BatchError) -> (source: TableSource, blocks: BlockReader, corrections: Corrections) {
    var diagnostics: [Diagnostic] = []
    let corrections = Corrections()
    let opened = try files { () throws(TableError) -> (TableSource, BlockReader)? in
      guard
        let source = try TableSource.open(
          request.claims, wanted: request.claimColumns, request.reading, keepsPast: true,
          diagnostics: &diagnostics)
      else { return nil }
      guard CorrectedIDs.mayStand(in: source) else {
        return (source, try source.blocks(size: request.blockSize))
      }
      let end = try CorrectedIDs.gather(source, of: request, residents, into: corrections, progress)
      return (source, source.pastBlocks(size: request.blockSize, upTo: end))
    }
    guard let (source, blocks) = opened else { throw .input(diagnostics) }
    return (source, blocks, corrections)
  }

  private static func loadRegister(
    _ request: AdjudicationRequest, _ adjudicator: Adjudicator, _ rejects: RejectStream,
    _ progress: BatchProgress
  ) throws(BatchError) -> SharedRegister {
    var diagnostics: [Diagnostic] = []
    let source = try files { () throws(TableError) in
      try TableSource.open(
        request.households, wanted: HouseholdsFile.adjudicated, request.reading, diagnostics: &diagnostics)
    }
    guard let source else { throw .input(diagnostics) }
    _ = rejects.begin(request.households)
    progress.begin(.households, total: source.file.size)
    let blocks = try files { () throws(TableError) in try source.blocks(size: request.blockSize) }
    let shared = SharedRegister(Register(expected: (source.file.size ?? 0) / 32), source)
    let loaders = (0..<max(1, request.threads)).map { _ in
      RegisterLoader(source, blocks, into: shared, adjudicator, progress)
    }
    try OrderedPipeline.run(loaders)
    shared.totals.close(&shared.notes.rows)
    for loader in loaders { shared.dress += loader.dress }
    try files { () throws(TableError) in try rejects.add(shared.rejects) }
    shared.notes.workbook = source.workbookNotes
    shared.register.finishFilling()
    return shared
  }
}
