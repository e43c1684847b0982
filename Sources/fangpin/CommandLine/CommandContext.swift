package import Units

/// What a running command may use of the outside: the two streams, and the language of its reader.
package struct CommandContext: Sendable {
  /// The command that runs.
  package let path: CommandPath
  /// The language to talk in.
  package let language: Language
  /// Standard output: data only.
  package let output: Output
  /// Standard error: everything said to people.
  package let talk: Output

  package init(path: CommandPath, language: Language, output: Output, talk: Output) {
    self.path = path
    self.language = language
    self.output = output
    self.talk = talk
  }

  /// Writes `text` and a newline to standard output.
  ///
  /// - Returns: `done`, or `failed` after having said why; a reader that has gone is not told.
  package func deliver(_ text: String) -> ExitCode { deliver(text: text + "\n") }

  /// Writes `text`, which ends its last line itself, to standard output.
  package func deliver(text: String) -> ExitCode {
    do throws(Output.Failure) {
      try output.write(text)
      return .done
    } catch {
      return fail(error)
    }
  }

  /// Writes bytes to standard output.
  package func deliver(_ bytes: [UInt8]) -> ExitCode {
    do throws(Output.Failure) {
      try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(Output.Failure) in
        try unsafe output.write(UnsafeRawBufferPointer(bytes))
      }
      return .done
    } catch {
      return fail(error)
    }
  }

  /// Says a sentence on standard error.
  package func say(_ what: Wording) { sayLine("", what[language]) }

  /// Warns: the work goes on.
  package func warn(_ what: Wording) {
    sayLine(prefix(Wording(zh: "警告：", en: "warning: "), .warning), what[language])
  }

  /// Says why the work could not be done.
  package func fail(_ what: Wording) -> ExitCode {
    sayLine(prefix(Wording(zh: "错误：", en: "error: "), .error), what[language])
    return .failed
  }

  /// Ends for want of a place to write to.
  package func fail(_ failure: Output.Failure) -> ExitCode { failure.what.map(fail) ?? .failed }

  /// Says what is wrong with the command line.
  package func refuse(_ error: UsageError) -> ExitCode {
    sayLine(prefix(Wording(zh: "错误：", en: "error: "), .error), error.text(in: language))
    return .usage
  }

  /// Says what is wrong with the command line, where only the command itself can know.
  package func refuse(_ what: Wording) -> ExitCode { refuse(UsageError(path: path, fault: .unfit(what))) }

  /// Shows a fault in the input or in the rules.
  package func report(_ diagnostic: Diagnostic) { sayLine("", diagnostic.text(in: language)) }

  /// A progress bar on standard error, which draws nothing where `isQuiet` or where nobody is watching.
  package func progressBar(isQuiet: Bool) -> ProgressBar {
    let talk = talk
    return ProgressBar(on: talk.terminal, in: language, isQuiet: isQuiet) { text in
      CommandContext.write(text, to: talk)
    }
  }

  private func prefix(_ word: Wording, _ emphasis: Terminal.Emphasis) -> String {
    talk.terminal.emphasised(word[language], emphasis)
  }

  /// What is said may name files, and cells of them: nothing in it steers the terminal.
  private func sayLine(_ prefix: String, _ text: String) {
    CommandContext.write(prefix + PrintableText.of(text, keeping: "\n\t") + "\n", to: talk)
  }

  private static func write(_ text: String, to talk: Output) {
    do throws(Output.Failure) {
      try talk.write(text)
    } catch {
      // Nobody hears us, and there is nobody left to tell; the exit code still speaks.
    }
  }
}
