import Claims
import Files
import Rules
import Tables
import Units

/// What earlier runs recorded of an id.
struct EarlierSearch {
  private(set) var records: [CaseStudy.EarlierRecord] = []

  static func run(
    _ request: AdjudicationRequest, id: String, _ progress: CaseProgress
  ) throws(BatchError) -> EarlierSearch {
    var search = EarlierSearch()
    let columns = FileColumns<DetailFile>(required: [.claim, .counted, .payout])
    let wanted = Array(id.utf8)
    for path in request.earlier {
      try unsafe TableScan.each(path, columns.columns, request, progress.next()) {
        _, reader, line in
        func cell(_ role: DetailFile.Role) -> Cell { unsafe reader.cells[columns[role]] }
        guard unsafe cell(.claim).holds(wanted), unsafe cell(.counted).holds(Array("yes".utf8)),
          let payout = unsafe CellReading.yuan(cell(.payout))
        else { return }
        search.records.append(CaseStudy.EarlierRecord(file: path, line: line, payout: payout))
      }
    }
    return search
  }
}
