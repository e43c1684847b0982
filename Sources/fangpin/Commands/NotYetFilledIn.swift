import Units

extension CommandContext {
  /// Stands where a command's work will stand. Must be gone before the branch lands.
  func notYetFilledIn() -> ExitCode {
    fail(
      Wording(zh: "（内部）“\(path.typed)”尚无内容", en: "(internal) '\(path.typed)' has no body yet"))
  }
}
