package import Foundation
import TestKit

/// A page on paper, as PDF.
package struct PrintedPage: Sendable {
  /// The file.
  package let pdf: Data

  /// How many sheets it takes, as `pdfinfo` says.
  package var sheets: Int {
    get throws {
      let info = try read("pdfinfo", { [$0.path] })
      guard let pages = info.firstMatch(of: #/Pages:\s+(\d+)/#), let count = Int(pages.1) else {
        throw Browser.NoAnswer(description: "pdfinfo names no pages: \(info)")
      }
      return count
    }
  }

  /// The sheets' size, as `pdfinfo` says: `594.96 x 841.92 pts (A4)`.
  package var size: String {
    get throws {
      let info = try read("pdfinfo", { [$0.path] })
      return info.firstMatch(of: #/Page size:\s+(.+)/#).map { String($0.1) } ?? ""
    }
  }

  /// The words on each sheet.
  package var texts: [String] {
    get throws {
      try read("pdftotext", { ["-layout", $0.path, "-"] }).split(separator: "\u{C}").map(String.init)
    }
  }

  /// The sheets as pictures, PNG.
  package func pictures() throws -> [Data] {
    guard let tool = Browser.tool("pdftoppm") else { throw missing("pdftoppm") }
    return try withScratchFolder { folder in
      let file = folder.appending(path: "page.pdf")
      try pdf.write(to: file)
      _ = try FangpinProcess(executable: tool).run([
        "-png", "-r", "96", file.path, folder.appending(path: "sheet").path,
      ])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
        $0.hasSuffix(".png")
      }
      return try names.sorted().map { try Data(contentsOf: folder.appending(path: $0)) }
    }
  }

  private func read(_ name: String, _ arguments: (URL) -> [String]) throws -> String {
    guard let tool = Browser.tool(name) else { throw missing(name) }
    return try withScratchFolder { folder in
      let file = folder.appending(path: "page.pdf")
      try pdf.write(to: file)
      let outcome = try FangpinProcess(executable: tool).run(arguments(file))
      guard outcome.exitCode == 0 else { throw Browser.NoAnswer(description: "\(name): \(outcome.talk)") }
      return outcome.text
    }
  }

  private func missing(_ name: String) -> Browser.NoAnswer {
    Browser.NoAnswer(description: "no \(name): install poppler-utils (.ci/needs pages)")
  }
}
