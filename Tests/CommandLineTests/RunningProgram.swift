import Foundation

/// The built program, run as a shell would run it.
enum RunningProgram {
  struct Ending {
    let code: Int32
    let output: String
    let talk: String
  }

  /// It lies beside the tests' own executable.
  private static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "fangpin")

  /// Runs `command` in a shell where `$fangpin` is the program, without anything of our own environment.
  static func shell(_ command: String, environment: [String: String] = [:]) throws -> Ending {
    let process = Process()
    let (output, talk) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", command]
    process.environment = environment.merging(["fangpin": executable.path, "PATH": "/usr/bin:/bin"]) { $1 }
    process.standardOutput = output
    process.standardError = talk
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Both are far smaller than what a pipe holds, so reading one after the other cannot block.
    let outputText = try String(decoding: output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    let talkText = try String(decoding: talk.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return Ending(code: process.terminationStatus, output: outputText, talk: talkText)
  }
}
