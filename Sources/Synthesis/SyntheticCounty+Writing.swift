import Files
import Glibc
import Tables

extension SyntheticCounty {
  /// Nothing is corrected in a county that is made up.
  private static let claimColumns = ClaimsFile.Role.allCases
    .filter { $0 != .corrects && $0 != .residentID }.map { ClaimsFile.field($0).name }

  /// Writes the county's files into a directory, which is made if it is not there.
  ///
  /// All files are put in place at the end: where the disk is full, what was there before is still there.
  ///
  /// - Parameters:
  ///   - overwrite: whether a county that is there already is replaced, the claims files of months that this one
  ///     does not have removed. Without it, one such file is an error and nothing is written.
  ///   - progress: is told now and then how many rows are done, and of how many.
  @discardableResult
  package func write(
    into directory: String, overwrite: Bool = false, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(SynthesisError) -> Summary {
    let folder = directory.hasSuffix("/") ? directory : directory + "/"
    let everyMonth = SyntheticCounty.monthRange.map { SyntheticCounty.claimsName(month: $0 - 1) }
    let everyName = [SyntheticCounty.registerName] + everyMonth
    let there = everyName.map { folder + $0 }.filter { unsafe access($0, F_OK) == 0 }
    if !overwrite, let first = there.first { throw .fileExists(path: first) }
    try SyntheticCounty.makeDirectory(directory)

    let targets = fileNames.map { folder + $0 }
    let outputs: [OutputFile]
    do throws(TableError) {
      outputs = try targets.map { (target) throws(TableError) in try OutputFile(path: target) }
    } catch { throw .file(error) }
    let summary = try write(outputs, progress)
    do throws(TableError) {
      for stale in there where !targets.contains(stale) {
        if unsafe unlink(stale) != 0 { throw .cannotWrite(stale, errno) }
      }
      for output in outputs { try output.commit() }
    } catch { throw .file(error) }
    return summary
  }

  private func write(
    _ outputs: [OutputFile], _ progress: (Int, Int) -> Void
  ) throws(SynthesisError) -> Summary {
    let rows = CountyRows(county: self)
    let all = households + claims
    var files: [Summary.File] = []
    var register = SynthesisFile(outputs[0], columns: HouseholdsFile.written)
    try rows.writeRegister(to: &register) { progress($0, all) }
    try register.flush()
    files.append(Summary.File(path: outputs[0].path, rows: register.rows, bytes: register.bytes))
    for month in 0..<months {
      let before = households + layout.claims(beforeMonth: month)
      var file = SynthesisFile(outputs[month + 1], columns: SyntheticCounty.claimColumns)
      try rows.writeClaims(ofMonth: month, to: &file) { progress(before + $0, all) }
      try file.flush()
      files.append(Summary.File(path: outputs[month + 1].path, rows: file.rows, bytes: file.bytes))
    }
    progress(all, all)
    return Summary(files: files)
  }

  /// Makes a directory and those above it that are missing.
  private static func makeDirectory(_ path: String) throws(SynthesisError) {
    guard !path.isEmpty else { throw .cannotCreateDirectory(path: path, code: ENOENT) }
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      if unsafe mkdir(made, 0o777) != 0 {
        let code = errno
        // EROFS and EACCES may be said of one that is there; if it is not, the next step tells.
        guard unsafe access(made, F_OK) == 0 else { throw .cannotCreateDirectory(path: made, code: code) }
      }
      made += "/"
    }
  }
}
