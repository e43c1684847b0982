import Foundation
import Tables
import TestKit
import Testing
import Units

/// Writes text through an output file; `body` may do something before it is committed.
private func write(_ text: String, to path: String, before body: () throws -> Void = {}) throws {
  let file = try OutputFile(path: path)
  let buffer = OutputBuffer()
  buffer.append(text)
  try unsafe file.write(buffer.bytes)
  try body()
  try file.commit()
}

private func names(_ folder: URL) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
}

@Suite("An output file")
struct OutputFileTests {
  @Test("appears as a whole on commit, and not before")
  func whole() throws {
    try withScratchFolder { folder in
      let path = folder.appendingPathComponent("out").path
      try write("one", to: path) { #expect(!FileManager.default.fileExists(atPath: path)) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
      try write("two", to: path) {
        let before = try String(contentsOfFile: path, encoding: .utf8)
        #expect(before == "one")
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
      #expect(try names(folder) == ["out"])
    }
  }

  @Test("that is given up, or let go of, leaves what was there and no draft", arguments: [true, false])
  func abandoned(isTold: Bool) throws {
    try withScratchFolder { folder in
      let path = folder.appendingPathComponent("out").path
      try write("one", to: path)
      do {
        let file = try OutputFile(path: path)
        let buffer = OutputBuffer()
        buffer.append("two")
        try unsafe file.write(buffer.bytes)
        #expect(try names(folder).count == 2)
        if isTold { file.abandon() }
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
      #expect(try names(folder) == ["out"])
    }
  }

  @Test("that several write at once is whole, whoever of them is last")
  func together() throws {
    try withScratchFolder { folder in
      let path = folder.appendingPathComponent("out").path
      let files = try (1...3).map { _ in try OutputFile(path: path) }
      // Hidden, and each under a name of its own that nobody can have made beforehand.
      let drafts = try names(folder)
      #expect(
        drafts.count == 3 && drafts.allSatisfy { $0.wholeMatch(of: #/\.out\.[0-9a-f]{16}\.partial/#) != nil })
      for (index, file) in files.enumerated() {
        let buffer = OutputBuffer()
        buffer.append(String(repeating: "\(index)", count: 10 - index))
        try unsafe file.write(buffer.bytes)
      }
      for (index, file) in files.enumerated() {
        try file.commit()
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == String(repeating: "\(index)", count: 10 - index))
      }
      #expect(try names(folder) == ["out"])
    }
  }

  @Test(
    "may have the longest name there is, and one that begins with a mark for the letter before",
    arguments: [String(repeating: "户", count: 85), "\u{301}e"])
  func oddName(_ name: String) throws {
    try withScratchFolder { folder in
      let path = folder.appendingPathComponent(name).path
      try write("one", to: path)
      try write("two", to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
      #expect(try names(folder) == [name])
    }
  }

  @Test("committed twice is committed once")
  func twice() throws {
    try withScratchFolder { folder in
      let file = try OutputFile(path: folder.appendingPathComponent("out").path)
      try file.commit()
      try file.commit()
      file.abandon()
      #expect(try names(folder) == ["out"])
    }
  }

  @Test("keeps the permissions and the link of the file it replaces")
  func keeps() throws {
    try withScratchFolder { folder in
      let path = folder.appendingPathComponent("out").path
      let link = folder.appendingPathComponent("link").path
      try write("one", to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "out")
      try write("two", to: link)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "out")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o640)
      #expect(try names(folder) == ["link", "out"])
    }
  }

  @Test("that cannot be is refused with the system's reason")
  func refused() throws {
    try withScratchFolder { folder in
      #expect(throws: TableError.cannotOpen(folder.path, EISDIR)) { try write("", to: folder.path) }
      let nowhere = folder.appendingPathComponent("no/where").path
      #expect(throws: TableError.cannotOpen(nowhere, ENOENT)) { try write("", to: nowhere) }
      let below = folder.appendingPathComponent("file/below").path
      try write("", to: folder.appendingPathComponent("file").path)
      #expect(throws: TableError.cannotOpen(below, ENOTDIR)) { try write("", to: below) }
      #expect(throws: TableError.cannotWrite("/dev/full", ENOSPC)) { try write("x", to: "/dev/full") }
      try write("x", to: "/dev/null")
      // Root may write anywhere: only others are told that a file is read-only.
      if geteuid() != 0 {
        let path = folder.appendingPathComponent("file").path
        try FileManager.default.setAttributes([.posixPermissions: 0o440], ofItemAtPath: path)
        #expect(throws: TableError.cannotOpen(path, EACCES)) { try write("x", to: path) }
      }
    }
  }

  @Test("has a sentence in both languages for whatever goes wrong")
  func wording() {
    let errors: [TableError] = [
      .cannotOpen("f", ENOENT), .cannotRead("f", EIO), .cannotWrite("f", ENOSPC), .readerGone,
      .lineTooLong("f", 7),
      .interrupted, .cannotOpen("f", 9999),
    ]
    for error in errors { #expect(!error.wording.zh.isEmpty && !error.wording.en.isEmpty) }
  }
}

@Suite("An input file")
struct InputFileTests {
  @Test("that is a folder, or is not there, is refused")
  func refused() throws {
    try withScratchFolder { folder in
      #expect(throws: TableError.cannotOpen(folder.path, EISDIR)) { _ = try InputFile(path: folder.path) }
      let nothing = folder.appendingPathComponent("nothing").path
      #expect(throws: TableError.cannotOpen(nothing, ENOENT)) { _ = try InputFile(path: nothing) }
      let large = folder.appendingPathComponent("large").path
      #expect(FileManager.default.createFile(atPath: large, contents: Data(count: 17 << 20)))
      #expect(throws: TableError.cannotRead(large, EFBIG)) { _ = try InputFile.contents(of: large) }
    }
  }

  @Test("may be empty")
  func empty() throws {
    try withScratchFolder { folder in
      let path = folder.appendingPathComponent("empty").path
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      let file = try InputFile(path: path)
      #expect(file.size == 0)
      #expect(try file.peek(10).isEmpty)
      #expect(try InputFile.contents(of: "/dev/null").isEmpty)
    }
  }

  @Test(
    "may be a pipe: looked at, read, and read again where its past is kept",
    arguments: [0, 1, 10, 70_000, 300_000])
  func pipe(count: Int) throws {
    try withScratchFolder { folder in
      let path = folder.appendingPathComponent("pipe").path
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
      #expect(unsafe mkfifo(path, 0o600) == 0)
      let done = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        if let handle = FileHandle(forWritingAtPath: path) {
          handle.write(Data(bytes))
          handle.closeFile()
        }
        done.signal()
      }
      let file = try InputFile(path: path, keepsPast: true)
      #expect(file.size == nil)
      #expect(try file.peek(min(count, 1000)) == Array(bytes.prefix(1000)))
      let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, count))
      defer { unsafe buffer.deallocate() }
      var filled = 0
      while true {
        let got = try unsafe file.read(into: buffer + filled, count: max(1, min(999, count - filled)))
        if got == 0 { break }
        filled += got
      }
      #expect(unsafe Array(UnsafeBufferPointer(start: buffer, count: filled)) == bytes)
      for offset in Set([0, count / 2, max(0, count - 1)]) {
        let got = try unsafe file.read(at: offset, into: buffer, count: count - offset)
        #expect(unsafe Array(UnsafeBufferPointer(start: buffer, count: got)) == Array(bytes[offset...]))
      }
      done.wait()
    }
  }
}
