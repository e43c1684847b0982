import Foundation

/// SQLite's write-ahead log, read by its published format: a header of 32 bytes, then frames of 24 bytes and a page; in
/// the frame that commits, bytes 4 to 7 are not zero.
///
/// - Source: https://www.sqlite.org/fileformat2.html#walformat
struct WriteAheadLog {
  let bytes: Data
  /// Where each committing frame ends.
  let commits: [Int]
  let pageSize: Int

  init(_ bytes: Data) {
    self.bytes = bytes
    let page = WriteAheadLog.number(bytes, at: 8)
    pageSize = page
    var commits: [Int] = []
    var place = 32
    while page > 0, place + 24 + page <= bytes.count {
      let isCommit = WriteAheadLog.number(bytes, at: place + 4) != 0
      place += 24 + page
      if isCommit { commits.append(place) }
    }
    self.commits = commits
  }

  /// How many commits stand whole before a byte.
  func commits(before byte: Int) -> Int { commits.filter { $0 <= byte }.count }

  private static func number(_ bytes: Data, at place: Int) -> Int {
    bytes.count < place + 4 ? 0 : bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
