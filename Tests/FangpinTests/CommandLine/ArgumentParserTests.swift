import Testing
import Units
import fangpin

@Suite("A command line")
struct ArgumentParserTests {
  @Test(
    "gives an option's value after a space or an equals sign",
    arguments: ["greet Li --input a.csv", "greet Li --input=a.csv", "greet --input a.csv Li"])
  func values(line: String) throws {
    let arguments = try SampleCommand.arguments(line)
    #expect(arguments[SampleCommand.input] == "a.csv")
    #expect(arguments[SampleCommand.name] == "Li")
    #expect(arguments[SampleCommand.others] == [])
  }

  @Test("leaves what is not given at its default")
  func defaults() throws {
    let arguments = try SampleCommand.arguments("greet Li --input a")
    #expect(arguments[SampleCommand.also] == [])
    #expect(arguments[SampleCommand.output] == nil)
    #expect(arguments[SampleCommand.colour] == .red)
    #expect(arguments[SampleCommand.shade] == nil)
    #expect(arguments[SampleCommand.count] == nil)
    #expect(!arguments[SampleCommand.loud])
    #expect(arguments[GlobalOptions.language] == nil)
  }

  @Test("gives every kind of value as its own type")
  func kinds() throws {
    let arguments = try SampleCommand.arguments(
      "greet Li Wang --input=a=b --also 1 --also=2 --output - --colour GREEN --shade green --count 007 --loud "
        + "Zhao --lang zh")
    #expect(arguments[SampleCommand.input] == "a=b")
    #expect(arguments[SampleCommand.also] == ["1", "2"])
    #expect(arguments[SampleCommand.output] == "-")
    #expect(arguments[SampleCommand.colour] == .green)
    #expect(arguments[SampleCommand.shade] == .green)
    #expect(arguments[SampleCommand.count] == 7)
    #expect(arguments[SampleCommand.loud])
    #expect(arguments[SampleCommand.others] == ["Wang", "Zhao"])
    #expect(arguments[GlobalOptions.language] == .zh)
  }

  @Test("takes everything after -- as it stands")
  func endOfOptions() throws {
    let arguments = try SampleCommand.arguments("greet --input=-x -- --loud -h --")
    #expect(arguments[SampleCommand.input] == "-x")
    #expect(arguments[SampleCommand.name] == "--loud")
    #expect(arguments[SampleCommand.others] == ["-h", "--"])
    #expect(!arguments[SampleCommand.loud])
  }

  @Test("takes a lone dash as an operand")
  func dash() throws {
    #expect(try SampleCommand.arguments("greet - --input -")[SampleCommand.name] == "-")
  }

  @Test(
    "is refused with the reason and the likeliest meaning",
    arguments: [
      ("", .missingCommand(["greet", "rest"])),
      ("gret", .unknownCommand("gret", suggestion: "greet")),
      ("xyzzy", .unknownCommand("xyzzy", suggestion: nil)),
      ("greet Li --inptu a", .unknownOption("--inptu", suggestion: "--input", owner: nil)),
      ("greet Li -input a", .unknownOption("-input", suggestion: "--input", owner: nil)),
      ("greet Li -x", .unknownOption("-x", suggestion: nil, owner: nil)),
      ("rest --colour red", .unknownOption("--colour", suggestion: nil, owner: "sample greet")),
      ("--colour red greet", .unknownOption("--colour", suggestion: nil, owner: "sample greet")),
      ("greet Li --input", .missingValue(option: "--input")),
      ("greet Li --input=", .missingValue(option: "--input")),
      ("greet Li --input --loud", .missingValue(option: "--input")),
      ("greet Li --input a --loud=yes", .unexpectedValue(option: "--loud")),
      ("greet Li --input a --input b", .givenTwice(option: "--input")),
      ("greet Li --input a --loud --loud", .givenTwice(option: "--loud")),
      ("--lang zh greet Li --input a --lang zh", .givenTwice(option: "--lang")),
      ("greet Li", .missingOptions(["--input"])),
      (
        "greet Li --input a --colour gren",
        .notAChoice("gren", of: "--colour", choices: ["red", "green"], suggestion: "green")
      ),
      ("greet Li --input a --count 0", .notInRange("0", option: "--count", range: 1...9)),
      ("greet Li --input a --count -3", .notInRange("-3", option: "--count", range: 1...9)),
      ("greet Li --input a --count +3", .notInRange("+3", option: "--count", range: 1...9)),
      ("greet Li --input a --count 三", .notInRange("三", option: "--count", range: 1...9)),
      (
        "greet Li --input a --count 99999999999999999999",
        .notInRange("99999999999999999999", option: "--count", range: 1...9)
      ),
      ("greet --input a", .missingOperand("NAME")),
      ("rest Li", .unexpectedOperand("Li")),
    ] as [(String, UsageError.Fault)])
  func faults(line: String, fault: UsageError.Fault) {
    #expect(SampleCommand.fault(line) == fault)
  }

  @Test(
    "that asks for help gets it wherever it asks, whatever else is wrong",
    arguments: [
      ("-h", "sample"), ("--help", "sample"), ("greet -h", "sample greet"), ("--help greet", "sample greet"),
      ("greet --nonsense --help", "sample greet"), ("greet --input --help", "sample greet"),
      ("--lang zh greet a b -h", "sample greet"),
    ])
  func help(line: String, typed: String) throws {
    guard case .help(let path) = try SampleCommand.parse(line) else {
      Issue.record("no help for '\(line)'")
      return
    }
    #expect(path.typed == typed)
  }

  @Test("that asks for the help of an unknown command is refused")
  func helpOfUnknown() {
    #expect(SampleCommand.fault("gret --help") == .unknownCommand("gret", suggestion: "greet"))
  }

  @Test("that asks for the version needs nothing else", arguments: ["--version", "greet --version"])
  func version(line: String) throws {
    guard case .version = try SampleCommand.parse(line) else {
      Issue.record("no version for '\(line)'")
      return
    }
  }

  @Test(
    "tells its language even where it cannot be understood",
    arguments: [
      ("--lang zh --nonsense", .zh), ("greet --lang=EN --nonsense", .en), ("-- --lang zh", nil),
      ("--lang fr", nil), ("--lang", nil), ("", nil),
    ] as [(String, Language?)])
  func language(line: String, language: Language?) {
    #expect(ArgumentParser.language(of: line.split(separator: " ").map(String.init)) == language)
  }
}
