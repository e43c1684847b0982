import Claims
import Files
import Rules
import Tables
import Units

/// What earlier runs recorded of an id.
struct EarlierSearch {
  private(set) var records: [CaseStudy.EarlierRecord] = []
  /// The amount that is counted under the id after all records.
  private(set) var counted: Yuan?

  static func run(
    _ request: AdjudicationRequest, id: String, _ progress: CaseProgress
  ) throws(BatchError) -> EarlierSearch {
    var search = EarlierSearch()
    let columns = FileColumns<DetailFile>(required: [.claim, .reason, .counted, .amount, .payout, .corrects])
    let wanted = Array(id.utf8)
    let room = TextRoom()
    for path in request.earlier {
      try unsafe TableScan.each(path, columns.columns, request, progress.next()) {
        _, reader, line in
        func cell(_ role: DetailFile.Role) -> Cell { unsafe reader.cells[columns[role]] }
        room.clear()
        guard unsafe EarlierForm.bare(cell(.claim), in: room).holds(wanted) else { return }
        guard unsafe cell(.counted).holds(Array("yes".utf8)) else {
          let isRefused = unsafe cell(.reason).string == Reason.claimIDConflict.code
          if unsafe cell(.corrects).holds(Array("yes".utf8)) && !isRefused { search.counted = nil }
          return
        }
        guard let payout = unsafe CellReading.yuan(cell(.payout)) else { return }
        search.counted = unsafe CellReading.yuan(cell(.amount))
        search.records.append(CaseStudy.EarlierRecord(file: path, line: line, payout: payout))
      }
    }
    return search
  }
}
