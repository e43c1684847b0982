import Foundation
import TestKit

/// The built program, run as a shell would run it.
enum RunningProgram {
  /// Runs `command` in a shell where `$fangpin` is the program, without anything of our own environment.
  static func shell(_ command: String, environment: [String: String] = [:]) throws -> FangpinProcess.Outcome {
    let fangpin = try FangpinProcess()
    return try FangpinProcess(executable: URL(filePath: "/usr/bin/env")).run(
      ["-i", "fangpin=\(fangpin.executable.path)", "PATH=/usr/bin:/bin"]
        + environment.map { "\($0.key)=\($0.value)" } + ["/bin/bash", "-c", command])
  }
}
