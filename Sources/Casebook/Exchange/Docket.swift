package import Files
package import Journal
import Sealing
package import Tables
import Units

/// A docket as read from its file: what waits for an office, and its answers.
package struct Docket: Sendable {
  package let sheet: Sheet
  package let totals: ControlTotals

  /// Its rows by the names of their columns.
  var rows: [FileRow<DocketFile>] { sheet.rows(of: DocketFile.self) }

  /// Reads a docket. Its digest is taken before and after: a file that changes while it is read is none.
  ///
  /// - Parameter seal: the file's seal, if it must be as it was sealed: that is known before its header is looked at.
  package static func read(
    _ path: String, _ reading: TableReading = TableReading(), under seal: Seal? = nil
  ) throws(CasebookError) -> Docket {
    let before = try digest(path)
    try seal?.check(before, of: path)
    let sheet = try Sheet.read(path, .docket, reading)
    guard try digest(path) == before else {
      throw .refused(
        Refusal(
          .badSeal, Wording(zh: "读取时 \(path) 被改动", en: "\(path) was changed while it was being read")))
    }
    var sum = Yuan.zero
    for row in sheet.rows(of: DocketFile.self) {
      // An amount that cannot be read is a fault of its row: whoever reads the answers says so.
      do throws(Reject) { sum += try row.amount() } catch { continue }
    }
    return Docket(
      sheet: sheet,
      totals: ControlTotals(rows: sheet.count + sheet.faults.count, sum: sum, digest: before))
  }

  private static func digest(_ path: String) throws(CasebookError) -> Digest {
    switch FileDigest.sha256(ofFile: path) {
    case .success(let digest): return digest
    case .failure(let trouble): throw .file(.cannotRead(path, trouble.code))
    }
  }

  /// A docket's file.
  static func bytes(_ rows: [DocketFile.Task], _ style: TableStyle) throws(CasebookError) -> [UInt8] {
    do { return try TableWriter.bytes(DocketFile.outline, style, rows: rows.map(\.cells)) } catch {
      throw .file(error)
    }
  }
}

/// Files that are written beside their places and put there together, once what they belong to is recorded.
package final class SealedDraft {
  private let files: [OutputFile]

  /// Writes a seal, and where `content` is given the file it seals.
  package init(_ path: String, content: [UInt8]?, seal: Seal, sealPath: String) throws(CasebookError) {
    do throws(TableError) {
      var files: [OutputFile] = []
      if let content { files.append(try SealedDraft.draft(path, content)) }
      files.append(try SealedDraft.draft(sealPath, seal.bytes))
      self.files = files
    } catch { throw .file(error) }
  }

  private static func draft(_ path: String, _ bytes: [UInt8]) throws(TableError) -> OutputFile {
    let file = try OutputFile(path: path)
    let buffer = OutputBuffer(capacity: max(1, bytes.count))
    for byte in bytes { buffer.append(byte) }
    try unsafe file.write(buffer.bytes)
    return file
  }

  /// Puts the files in their places.
  package func commit() throws(CasebookError) {
    do throws(TableError) { for file in files { try file.commit() } } catch { throw .file(error) }
  }
}
