import Glibc
import Rules
import Units

/// The program: from the words of the command line to an exit code.
@main
enum Fangpin {
  static func main() {
    StandardStreams.settle()
    exit(answer(Array(CommandLine.arguments.dropFirst()), environment: .ofProcess).rawValue)
  }

  private static func answer(_ words: [String], environment: Environment) -> ExitCode {
    let root = FangpinCommand.spec
    let language = ArgumentParser.language(of: words) ?? environment.language
    func context(_ path: CommandPath) -> CommandContext {
      CommandContext(
        path: path, language: language,
        output: Output(descriptor: STDOUT_FILENO, environment: environment),
        talk: Output(descriptor: STDERR_FILENO, environment: environment))
    }
    do throws(UsageError) {
      switch try ArgumentParser.parse(words, root: root) {
      case .version: return context(CommandPath(root: root)).deliver(version[language])
      case .help(let path):
        let context = context(path)
        return context.deliver(HelpPage(path, in: language, width: context.output.terminal.columns).text)
      case .run(let path, let arguments):
        guard let run = path.command.run else { preconditionFailure("'\(path.typed)' only groups commands") }
        return run(arguments, context(path))
      }
    } catch {
      return context(error.path).refuse(error)
    }
  }

  private static var version: Wording {
    let schemes = BuiltInSchemes.ids
    return Wording(
      zh: "\(Program.engine)\n内置方案：" + schemes.joined(separator: "、"),
      en: "\(Program.engine)\nbuilt-in schemes: " + schemes.joined(separator: ", "))
  }
}
