package import Foundation
import Glibc

/// The built `fangpin` executable, run as a person runs it.
///
/// Input and output are files, not pipes: a pipe holds 64 KB, and who reads one of two pipes to its end
/// while the other fills waits for ever.
package struct FangpinProcess: Sendable {
  /// What one run left behind.
  package struct Outcome: Sendable {
    /// The exit code; 128 + the signal's number where a signal ended the run, as a shell says it.
    package let exitCode: Int32
    /// All of standard output.
    package let output: Data
    /// All of standard error.
    package let errors: Data

    /// Standard output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }
    /// The lines of standard output that are not empty.
    package var lines: [String] { text.split(separator: "\n").map(String.init) }
    /// Standard error as text, for a test's message.
    package var talk: String { String(decoding: errors, as: UTF8.self) }
  }

  /// No executable in any of the places looked at.
  package struct NotBuilt: Error, CustomStringConvertible {
    /// Where it was looked for, in order.
    package let places: [String]
    /// A sentence that names the places and the cure.
    package var description: String {
      "no fangpin executable: build it, or name it in FANGPIN_BINARY; looked at \(places)"
    }
  }

  /// The executable that runs.
  package let executable: URL

  /// Finds the executable: `FANGPIN_BINARY`, else beside the test bundle, else in this package's `.build`.
  package init() throws {
    let places = FangpinProcess.places
    guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
      throw NotBuilt(places: places.map(\.path))
    }
    executable = found
  }

  /// Runs another program in the same way.
  package init(executable: URL) { self.executable = executable }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - environment: what is laid over the environment of the tests.
  ///   - meanwhile: what is done to it while it runs; it may signal the process, and must not wait it away.
  package func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
    meanwhile: (pid_t) -> Void = { _ in }
  ) throws -> Outcome {
    try withScratchFolder { folder in
      let names = ["stdin", "stdout", "stderr"].map { folder.appendingPathComponent($0) }
      try input.write(to: names[0])
      let process = try spawn(arguments, environment, names.map(\.path))
      meanwhile(process)
      var status: Int32 = 0
      while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
      let signal = status & 0x7F
      return Outcome(
        exitCode: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: try Data(contentsOf: names[1]),
        errors: try Data(contentsOf: names[2]))
    }
  }

  /// Starts it with its three streams bound to files. The system's own call, since Foundation's `Process` was seen to
  /// wait for ever for a child that had ended, where tests run side by side.
  private func spawn(
    _ arguments: [String], _ environment: [String: String], _ streams: [String]
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, path) in streams.enumerated() {
      let flags = descriptor == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      unsafe posix_spawn_file_actions_addopen(&actions, Int32(descriptor), path, flags, 0o600)
    }
    // Tests run on threads that block signals, and a child inherits that: it could not be interrupted.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let merged = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
    var words = unsafe ([executable.path] + arguments).map { unsafe strdup($0) } + [nil]
    var settings = unsafe merged.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (words + settings).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let failure = unsafe posix_spawn(&process, executable.path, &actions, &attributes, &words, &settings)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ENOEXEC) }
    return process
  }

  private static var places: [URL] {
    if let named = ProcessInfo.processInfo.environment["FANGPIN_BINARY"], !named.isEmpty {
      return [URL(fileURLWithPath: named)]
    }
    #if DEBUG
      let configuration = "debug"
    #else
      let configuration = "release"
    #endif
    var folders = [Bundle.main.bundleURL]
    if let running = Bundle.main.executableURL { folders.append(running.deletingLastPathComponent()) }
    folders.append(Repository.file(".build/\(configuration)"))
    return folders.map { $0.appendingPathComponent("fangpin") }
  }
}
