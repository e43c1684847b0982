import Foundation
import TestKit

/// The built program, run as a shell would run it.
enum RunningProgram {
  struct Ending {
    let code: Int32
    let output: String
    let talk: String
  }

  /// Runs `command` in a shell where `$fangpin` is the program, without anything of our own environment.
  static func shell(_ command: String, environment: [String: String] = [:]) throws -> Ending {
    let fangpin = try FangpinProcess()
    let outcome = try FangpinProcess(executable: URL(filePath: "/usr/bin/env")).run(
      ["-i", "fangpin=\(fangpin.executable.path)", "PATH=/usr/bin:/bin"]
        + environment.map { "\($0.key)=\($0.value)" } + ["/bin/bash", "-c", command])
    return Ending(
      code: outcome.exitCode, output: String(decoding: outcome.output, as: UTF8.self), talk: outcome.talk)
  }
}
