import Glibc
package import Units

/// Where bytes go: standard output for data, standard error for talk.
package struct Output: Sendable {
  /// Why bytes could not be written.
  package enum Failure: Error, Hashable, Sendable {
    /// Whoever was reading has gone: `fangpin … | head`. Nothing to tell anybody.
    case closedPipe
    /// The system's error number.
    case system(Int32)

    /// What to tell, or `nil` where there is nothing to tell.
    package var what: Wording? {
      guard case .system(let number) = self else { return nil }
      let reason = unsafe String(cString: strerror(number))
      return Wording(zh: "无法写入标准输出：\(reason)", en: "cannot write to standard output: \(reason)")
    }
  }

  /// The file descriptor, for those who write in bulk.
  package let descriptor: Int32
  /// What is at its other end.
  package let terminal: Terminal

  package init(descriptor: Int32, environment: Environment) {
    self.descriptor = descriptor
    terminal = Terminal(descriptor, environment: environment)
  }

  /// Writes all of `text`.
  package func write(_ text: String) throws(Failure) {
    var text = text
    let failure: Failure? = text.withUTF8 { bytes in
      do throws(Failure) {
        try unsafe write(UnsafeRawBufferPointer(bytes))
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Writes all of `bytes`, in as many steps as the system needs.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    var rest = unsafe bytes[...]
    while unsafe !rest.isEmpty {
      let written = unsafe Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written >= 0 {
        unsafe rest = unsafe rest.dropFirst(written)
      } else if errno == EAGAIN {
        waitUntilReady()
      } else if errno != EINTR {
        throw errno == EPIPE ? .closedPipe : .system(errno)
      }
    }
  }

  /// Somebody else has set the stream not to block.
  private func waitUntilReady() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }
}
