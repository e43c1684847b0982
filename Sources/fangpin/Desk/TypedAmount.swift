import Units

/// An amount of money as it is typed.
enum TypedAmount {
  static func unfit(_ text: String) -> Wording {
    Wording(
      zh: "“\(text)”不是金额，应写作 4000000 或 4,000,000.00",
      en: "'\(text)' is not an amount; write it as 4000000 or 4,000,000.00")
  }
}
