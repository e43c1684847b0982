import Foundation
import Glibc
import TestKit

/// The built program at a real terminal: types a line whenever the program asks for one.
struct PseudoTerminal {
  let exitCode: Int32
  /// What stood on the screen.
  let screen: String
  /// What went to standard output, which is a file.
  let output: String

  // Linux's own calls behind unlockpt(3) and ptsname(3), which the Glibc module does not show.
  private static let lock: UInt = 0x4004_5431  // TIOCSPTLCK
  private static let number: UInt = 0x8004_5430  // TIOCGPTN

  /// Nothing came for so long, or the terminal could not be made.
  struct Stuck: Error { let screen: String }

  /// - Parameter lines: typed one after another; the last may be a control character.
  init(_ arguments: [String], typing lines: [String], in folder: URL) throws {
    let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (locked, number): (Int32, Int32) = (0, -1)
    guard master >= 0, unsafe ioctl(master, PseudoTerminal.lock, &locked) == 0,
      unsafe ioctl(master, PseudoTerminal.number, &number) == 0
    else { throw Stuck(screen: "") }
    defer { close(master) }
    let file = folder.appendingPathComponent("pty-\(UUID().uuidString)").path
    let process = try PseudoTerminal.spawn(
      try FangpinProcess().executable.path, arguments, terminal: "/dev/pts/\(number)", output: file)
    var waiting = lines[...]
    var bytes: [UInt8] = []
    while true {
      var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&request, 1, 30_000) > 0 else {
        kill(process, SIGKILL)
        throw Stuck(screen: String(decoding: bytes, as: UTF8.self))
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let got = unsafe read(master, &buffer, buffer.count)
      if got <= 0 { break }  // the program has closed its end
      bytes += buffer.prefix(got)
      guard bytes.suffix(2).elementsEqual("> ".utf8), let line = waiting.popFirst() else { continue }
      let isControl = line.unicodeScalars.count == 1 && line.unicodeScalars.allSatisfy { $0.value < 0x20 }
      let typed = Array((isControl ? line : line + "\n").utf8)
      _ = unsafe Glibc.write(master, typed, typed.count)
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    exitCode = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    screen = String(decoding: bytes, as: UTF8.self)
    output = try String(contentsOfFile: file, encoding: .utf8)
  }

  private static func spawn(_ program: String, _ arguments: [String], terminal: String, output: String) throws
    -> pid_t
  {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDONLY | O_NOCTTY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, terminal, O_WRONLY | O_NOCTTY, 0)
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    let environment = ["TERM=xterm", "NO_COLOR=1", "PATH=/usr/bin:/bin"]
    var settings = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + settings).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let failure = unsafe posix_spawn(&process, program, &actions, nil, &words, &settings)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ENOEXEC) }
    return process
  }
}
