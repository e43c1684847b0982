public import Foundation

/// The built `fangpin` executable, run as a person runs it.
///
/// Input and output are files, not pipes: a pipe holds 64 KB, and who reads one of two pipes to its end
/// while the other fills waits for ever.
public struct FangpinProcess: Sendable {
  /// What one run left behind.
  public struct Outcome: Sendable {
    /// The exit code; 128 + the signal's number where a signal ended the run, as a shell says it.
    public let exitCode: Int32
    /// All of standard output.
    public let output: Data
    /// All of standard error.
    public let errors: Data

    /// Standard error as text, for a test's message.
    public var talk: String { String(decoding: errors, as: UTF8.self) }
  }

  /// No executable in any of the places looked at.
  public struct NotBuilt: Error, CustomStringConvertible {
    /// Where it was looked for, in order.
    public let places: [String]
    /// A sentence that names the places and the cure.
    public var description: String {
      "no fangpin executable: build it, or name it in FANGPIN_BINARY; looked at \(places)"
    }
  }

  /// The executable that runs.
  public let executable: URL

  /// Finds the executable: `FANGPIN_BINARY`, else beside the test bundle, else in this package's `.build`.
  public init() throws {
    let places = FangpinProcess.places
    guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
      throw NotBuilt(places: places.map(\.path))
    }
    executable = found
  }

  /// Runs another program in the same way.
  public init(executable: URL) { self.executable = executable }

  /// Runs it to its end.
  ///
  /// - Parameter environment: what is laid over the environment of the tests.
  public func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Outcome {
    try withScratchFolder { folder in
      let names = ["stdin", "stdout", "stderr"].map { folder.appendingPathComponent($0) }
      try input.write(to: names[0])
      try Data().write(to: names[1])
      try Data().write(to: names[2])
      let reading = try FileHandle(forReadingFrom: names[0])
      let writing = try FileHandle(forWritingTo: names[1])
      let talking = try FileHandle(forWritingTo: names[2])

      let process = Process()
      process.executableURL = executable
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
      process.standardInput = reading
      process.standardOutput = writing
      process.standardError = talking
      try process.run()
      process.waitUntilExit()
      for handle in [reading, writing, talking] { try handle.close() }

      let signalled = process.terminationReason == .uncaughtSignal
      return Outcome(
        exitCode: signalled ? 128 + process.terminationStatus : process.terminationStatus,
        output: try Data(contentsOf: names[1]), errors: try Data(contentsOf: names[2]))
    }
  }

  private static var places: [URL] {
    if let named = ProcessInfo.processInfo.environment["FANGPIN_BINARY"], !named.isEmpty {
      return [URL(fileURLWithPath: named)]
    }
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    #if DEBUG
      let configuration = "debug"
    #else
      let configuration = "release"
    #endif
    var folders = [Bundle.main.bundleURL]
    if let running = Bundle.main.executableURL { folders.append(running.deletingLastPathComponent()) }
    folders.append(package.appendingPathComponent(".build/\(configuration)"))
    return folders.map { $0.appendingPathComponent("fangpin") }
  }
}

/// Gives `body` an empty folder of its own, and takes it away afterwards.
public func withScratchFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
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
