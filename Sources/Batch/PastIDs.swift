import Claims
import Files
import Rules
import Tables
import Units

/// Enters the ids of claims that were let pass without being held, once an id has come that does not ascend.
enum PastIDs {
  /// Reads the claims up to the byte `end` of their file once more. Their ids ascend, so none of them repeats.
  static func enter(into ids: inout ClaimIDs, _ stream: ClaimStream, upTo end: Int) throws(BatchError) {
    let reader = RowReader(stream.source, columns: stream.columns)
    var reading = stream.newReading()
    let blocks = stream.source.pastBlocks(size: 1 << 18, upTo: end)
    let block = Block()
    while true {
      do throws(TableError) {
        guard try blocks.next(into: block) else { return }
      } catch {
        throw .file(error)
      }
      var scanner = unsafe reader.begin(block)
      unsafe reading.begin(scanner)
      while true {
        let shape = unsafe scanner.next()
        if shape == .none { break }
        guard let stated = unsafe reading.read(shape, scanner) else { continue }
        let (id, household) = unsafe (stated.idCell, stated.householdCell)
        if unsafe ids.find(id) != nil { continue }
        let ordinal = unsafe stream.register.ordinal(of: household)
        let particulars = unsafe ids.particulars(
          ordinal, household, peril: stated.peril, day: stated.day, amount: stated.amount)
        unsafe ids.enter(id, particulars)
      }
    }
  }
}
