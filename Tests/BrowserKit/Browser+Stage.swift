import Foundation

extension Browser {
  /// A page that measures others, each on each screen.
  static func stage(_ pages: [String], _ screens: [Screen]) throws -> String {
    try prepared(pages, screens) + """
      <pre id="measured"></pre>
      <script>
      \(script)
      stage().then(
        results => answer(JSON.stringify(results)), trouble => answer(JSON.stringify({ trouble: String(trouble) })))
      </script>
      """
  }

  /// A page that shows another one as a screen does. A window narrower than 500 pixels is not to be had, a frame is.
  static func show(_ page: String, _ screen: Screen) throws -> String {
    let frame = """
      <style>html, body { margin: 0; background: \(screen.dark ? "#121212" : "#ffffff") }</style>
      <script>
      \(script)
      const frame = document.createElement('iframe')
      frame.style = 'border: 0; display: block; width: \(screen.width)px; height: \(screen.height)px'
      frame.srcdoc = dressed(pages[0], screens[0])
      document.body.append(frame)
      </script>
      """
    return try prepared([page], [screen]) + frame
  }

  private static func prepared(_ pages: [String], _ screens: [Screen]) throws -> String {
    let list = String(decoding: try JSONEncoder().encode(screens), as: UTF8.self)
    let texts = pages.map { Data($0.utf8).base64EncodedString() }
    return """
      <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>stage</title><body>
      <script>
      const pages = \(texts).map(
        text => new TextDecoder().decode(Uint8Array.from(atob(text), letter => letter.charCodeAt(0))))
      const screens = \(list)
      </script>
      """
  }

  private static let script = String(decoding: PackageResources.measure_js, as: UTF8.self)
}
