import Audit
import Units

extension HeadCode {
  /// What to say of a text that somebody typed for a head and that is none.
  static func unreadable(_ text: String) -> Wording {
    let text = Plain.text(text)
    return Wording(
      zh: "「\(text)」不是存证码，应写作 1234 3f2a-d09b-…：条数，再加至少 \(printed) 位十六进制数字（--head 的值要加引号）",
      en:
        "'\(text)' is not a head; write it as 1234 3f2a-d09b-…: how many entries, then \(printed) hexadecimal "
        + "digits or more (quote the value of --head)")
  }
}
