import Glibc

/// The three streams every process is born with, made safe to rely on.
enum StandardStreams {
  /// Makes a closed pipe, and a file at its limit, an error of `write` rather than the end of the process, and holds the places of
  /// streams that were closed before we began: else the first file we open would get the number of
  /// standard output, and decisions meant for the screen would be written into it.
  static func settle() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      // The wrong way round on purpose: using a closed stream must stay an error.
      _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
