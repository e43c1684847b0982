import Audit
import Journal
import Sealing
import Units

/// Heads as commands take and show them.
enum HeadText {
  /// What to say of a text that somebody typed for a head and that is none.
  static func unreadable(_ text: String) -> Wording {
    let text = Plain.text(text)
    let printed = HeadCode.printed
    return Wording(
      zh: "“\(text)”不是存证码，应写作 1234 3f2a-d09b-…：条数，再加至少 \(printed) 位十六进制数字（--head 的值要加引号）",
      en:
        "'\(text)' is not a head; write it as 1234 3f2a-d09b-…: the number of entries, then at least "
        + "\(printed) hexadecimal digits (quote the value of --head)")
  }

  /// `1234-3f2ad09b5c6e7f10`: the size and the first 8 bytes of the root, to tell heads apart on paper.
  static func short(_ head: Head) -> String { "\(head.size)-\(head.root.hex.prefix(16))" }
}
