import Units

/// Text from a casebook or a file as it may be shown: control characters could steer a terminal.
enum Plain {
  static func text(_ text: String) -> String { PrintableText.of(text) }
}
