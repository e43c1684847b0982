import Batch
import Foundation
import Glibc
import Rules
import Tables
import Units

/// One input of the fuzzer: a byte of choices, then claims, household register and an earlier record, parted by 0x1E.
/// Whatever the bytes say, a run ends with decisions or with an error of its own, twice the same with other blocks.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTables(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.dropFirst().split(separator: 0x1E, maxSplits: 2, omittingEmptySubsequences: false)
  let choices = bytes[0]
  let whole = Harness.run(parts, choices, blockSize: 1 << 18, threads: 1)
  let pieces = Harness.run(parts, choices, blockSize: 1 + Int(choices >> 4) * 5, threads: 2)
  precondition(whole == pieces, "the bytes hang on the block size")
  return 0
}

private enum Harness {
  static let folder = NSTemporaryDirectory() + "/fangpin-fuzz-\(getpid())"
  static let schemes = BuiltInSchemes.ids.compactMap { BuiltInSchemes.load($0)?.scheme }

  static func run(_ parts: [ArraySlice<UInt8>], _ choices: UInt8, blockSize: Int, threads: Int) -> [Data?] {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let names = ["claims", "households", "earlier"].map { "\(folder)/\($0)" }
    for (index, name) in names.enumerated() {
      try? Data(index < parts.count ? parts[index] : []).write(to: URL(fileURLWithPath: name))
    }
    var request = AdjudicationRequest(
      scheme: schemes[Int(choices & 1)], claims: names[0], households: names[1])
    if parts.count > 2 { request.earlier = [names[2]] }
    request.output = "\(folder)/out"
    request.payouts = "\(folder)/payouts"
    request.rejects = .file("\(folder)/rejects")
    request.detail = choices & 2 != 0
    request.format = choices & 4 != 0 ? .ndjson : .csv
    request.labels = choices & 8 != 0 ? .zh : nil
    request.blockSize = blockSize
    request.threads = threads
    for name in ["out", "payouts", "rejects"] { unlink("\(folder)/\(name)") }
    // Errors are answers too: the same ones, whatever the blocks.
    let failure: Data?
    do throws(BatchError) {
      _ = try Adjudication.run(request)
      failure = nil
    } catch { failure = Data("\(error)".utf8) }
    return [failure]
      + ["out", "payouts", "rejects"].map { FileManager.default.contents(atPath: "\(folder)/\($0)") }
  }
}
