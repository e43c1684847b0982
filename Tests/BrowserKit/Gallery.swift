import Foundation

/// Pictures for the eye: where `FANGPIN_PAGES_OUT` names a folder, pages are shown there on every screen and on paper.
package enum Gallery {
  /// Keeps pictures of a page, if somebody wants them.
  package static func keep(
    _ page: String, as name: String, with browser: Browser, measured: [Measurement] = [],
    screens: [Screen] = [.phone, .desktop, .phoneDark]
  ) throws {
    guard let place = ProcessInfo.processInfo.environment["FANGPIN_PAGES_OUT"], !place.isEmpty else { return }
    let folder = URL(fileURLWithPath: place, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(page.utf8).write(to: folder.appending(path: "\(name).html"))
    for screen in screens {
      let height = measured.first { $0.screen == screen.name }?.height
      let picture = try browser.screenshot(page, on: screen, height: height)
      try picture.write(to: folder.appending(path: "\(name).\(screen.name).png"))
    }
    for (index, sheet) in try browser.print(page).pictures().enumerated() {
      try sheet.write(to: folder.appending(path: "\(name).a4-\(index + 1).png"))
    }
  }
}
