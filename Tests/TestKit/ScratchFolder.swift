package import Foundation

/// Gives `body` an empty folder of its own, and takes it away afterwards.
///
/// - Parameter place: where the folder is made; the system's folder for temporary files if not said.
package func withScratchFolder<Result>(in place: URL? = nil, _ body: (URL) throws -> Result) throws -> Result
{
  let folder = (place ?? FileManager.default.temporaryDirectory)
    .appendingPathComponent("fangpin-\(UUID().uuidString)", isDirectory: true)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let result: Result
  do {
    result = try body(folder)
  } catch {
    try FileManager.default.removeItem(at: folder)
    throw error
  }
  try FileManager.default.removeItem(at: folder)
  return result
}

/// Memory that looks like a disk, where there is some: for tests that commit thousands of times, each of which would wait
/// for the disk.
package let memoryFolder: URL? =
  FileManager.default.isWritableFile(atPath: "/dev/shm")
  ? URL(filePath: "/dev/shm", directoryHint: .isDirectory) : nil
