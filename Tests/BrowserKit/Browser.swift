package import Foundation
import TestKit

/// Chromium without a window, as the tests look at pages with it.
///
/// Where it is missing, tests of pages are disabled with a message, unless `FANGPIN_PAGES=required` says that they
/// must run: then they fail.
package struct Browser: Sendable {
  /// No Chromium in any of the places looked at.
  package struct NotInstalled: Error, CustomStringConvertible {
    package let description =
      "no Chromium: install chromium, fonts-noto-cjk and poppler-utils (.ci/needs pages), or name it in FANGPIN_CHROMIUM"
  }

  /// A run that gave no answer.
  package struct NoAnswer: Error, CustomStringConvertible {
    package let description: String
  }

  private let program: URL

  /// Finds Chromium.
  package init() throws {
    guard let program = Browser.program else { throw NotInstalled() }
    self.program = program
  }

  /// Whether tests of pages run: for `.enabled(if: Browser.isWanted, Browser.whyNot)`. A fast run leaves them out.
  package static var isWanted: Bool {
    TestSize.current >= .ordinary
      && (ProcessInfo.processInfo.environment["FANGPIN_PAGES"] == "required" || program != nil)
  }

  /// Why they do not.
  package static let whyNot =
    TestSize.current == .fast
    ? "FANGPIN_TESTS=fast leaves it out"
    : "\(NotInstalled().description); FANGPIN_PAGES=required makes this a failure"

  private static let program: URL? = {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["FANGPIN_CHROMIUM"], !named.isEmpty {
      return FileManager.default.isExecutableFile(atPath: named) ? URL(fileURLWithPath: named) : nil
    }
    return ["chromium", "chromium-browser", "google-chrome"].lazy.compactMap(tool).first
  }()

  /// A program of the search path.
  static func tool(_ name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.lazy.map { URL(fileURLWithPath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// What is seen of a page on each screen.
  package func measure(_ page: String, on screens: [Screen] = Screen.all) throws -> [Measurement] {
    try measure([page], on: screens)[0]
  }

  /// What is seen of each page on each screen: one start of the browser, about a second, for all.
  package func measure(_ pages: [String], on screens: [Screen] = Screen.all) throws -> [[Measurement]] {
    try withScratchFolder { folder in
      let stage = folder.appending(path: "stage.html")
      try Data(try Browser.stage(pages, screens).utf8).write(to: stage)
      let output = try run(["--dump-dom", stage.absoluteString], in: folder)
      let text = String(decoding: output, as: UTF8.self)
      guard let answer = text.firstMatch(of: #/<pre id="measured">([A-Za-z0-9+\/=]+)<\/pre>/#),
        let bytes = Data(base64Encoded: String(answer.1))
      else { throw NoAnswer(description: "nothing was measured: \(text.suffix(300))") }
      do {
        let measured = try JSONDecoder().decode([[Measurement]].self, from: bytes)
        guard measured.map(\.count) == pages.map({ _ in screens.count }) else {
          throw NoAnswer(description: "\(measured.count) of \(pages.count) pages were measured")
        }
        return measured
      } catch {
        throw NoAnswer(description: "\(error): \(String(decoding: bytes.prefix(300), as: UTF8.self))")
      }
    }
  }

  /// A picture of a page, as high as the page is said to be, as PNG.
  package func screenshot(_ page: String, on screen: Screen, height: Int? = nil) throws -> Data {
    try withScratchFolder { folder in
      var seen = screen
      if let height { seen = seen.high(min(height, 8000)) }
      let stage = folder.appending(path: "stage.html")
      try Data(try Browser.show(page, seen).utf8).write(to: stage)
      let picture = folder.appending(path: "page.png")
      let size = "--window-size=\(seen.width),\(seen.height)"
      _ = try run([size, "--screenshot=\(picture.path)", stage.absoluteString], in: folder)
      return try Data(contentsOf: picture)
    }
  }

  /// A page as it comes out of the printer.
  package func print(_ page: String) throws -> PrintedPage {
    try withScratchFolder { folder in
      let source = folder.appending(path: "page.html")
      try Data(page.utf8).write(to: source)
      let file = folder.appending(path: "page.pdf")
      _ = try run(
        ["--print-to-pdf=\(file.path)", "--no-pdf-header-footer", source.absoluteString], in: folder)
      return PrintedPage(pdf: try Data(contentsOf: file))
    }
  }

  /// Pages of one style, one after the other from a new sheet on: one start of the browser for all.
  package func print(together pages: [String]) throws -> PrintedPage {
    guard let first = pages.first, let head = first.firstRange(of: "<body>") else {
      throw NoAnswer(description: "no page with a body to print")
    }
    let bodies = pages.map { page in
      page.firstMatch(of: #/<body>(?<inner>[\s\S]*)<\/body>/#).map { String($0.inner) } ?? page
    }
    let apart = bodies.map { "<div style=\"break-after: page\">\($0)</div>" }.dropLast() + [bodies.last ?? ""]
    return try print(first[..<head.upperBound] + apart.joined() + "</body></html>")
  }

  /// Runs the browser in a home of its own, for a minute at most: a page must not keep the tests waiting.
  private func run(_ arguments: [String], in folder: URL) throws -> Data {
    let own = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
      "--disable-extensions", "--disable-background-networking", "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=10000",
      "--user-data-dir=\(folder.appending(path: "home").path)",
    ]
    let limit = Browser.tool("timeout").map { FangpinProcess(executable: $0) }
    let outcome =
      try limit?.run(["-k", "5", "60", program.path] + own + arguments)
      ?? FangpinProcess(executable: program).run(own + arguments)
    guard outcome.exitCode == 0 else {
      throw NoAnswer(description: "the browser ended with \(outcome.exitCode): \(outcome.talk.suffix(600))")
    }
    return outcome.output
  }
}

extension Screen {
  func high(_ height: Int) -> Screen { Screen(name, width: width, height: height, dark: dark, paper: paper) }
}
