import Casebook
import Glibc
import Sealing
import Tables
import Units

/// `fangpin casebook keys`: makes the keys that actors sign with.
enum CasebookKeysCommand {
  static let names = Operand<[String]>.many(
    "NAME", Wording(zh: "经办人的姓名，也是文件名", en: "an actor's name, also used as the file name"), offers: .nothing)
  static let folder = Option<String>.required(
    "dir", "DIR", Wording(zh: "放密钥的文件夹；没有就建立", en: "the folder for the keys; created if it does not exist"),
    offers: .files)
  static let kind = Option<KeyChoice>.choice(
    "kind", default: .ed25519, Wording(zh: "密钥的算法", en: "the algorithm of the keys"))
  static let from = Option<String?>.optional(
    "from", "F", Wording(zh: "经办人表，每人一把", en: "a table of actors: one key each"), offers: .files)

  static let spec = CommandSpec(
    "keys",
    summary: Wording(zh: "生成经办人的密钥", en: "create the keys that actors sign with"),
    discussion: [
      Wording(
        zh: "每人两个文件：姓名.pem 是私钥，只有本人可读，交给本人保管；姓名.pub.pem 是公钥，用来登记。已有的文件不覆盖。",
        en:
          "Two files per actor: NAME.pem is the private key, readable by its owner alone, to be kept by the actor; "
          + "NAME.pub.pem is the public key, for enrolment. An existing file is never overwritten.")
    ],
    operands: [names],
    options: [folder, kind, from] + TableOptions.all,
    examples: [
      Example("fangpin casebook keys Li Wang --dir keys", Wording(zh: "生成两把密钥", en: "two keys")),
      Example(
        "fangpin casebook keys --from actors.csv --dir keys --kind sm2",
        Wording(zh: "为表中每人生成国密密钥", en: "an SM2 key for everyone in a table")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var names = arguments[names]
    if let path = arguments[from] {
      do throws(CasebookError) { names += try listed(path, TableOptions.reading(arguments)) } catch {
        return CasebookDesk(arguments: arguments, context: context).fail(error)
      }
    }
    if let unfit = unfit(names) { return context.refuse(unfit) }
    let folder = arguments[folder]
    let files = names.map { KeyFile($0, in: folder) }
    if let existing = files.compactMap(\.existing).first {
      return context.fail(
        Wording(
          zh: "\(existing) 已经存在，没有覆盖；没有生成任何密钥",
          en: "\(existing) already exists and was not changed; no key was created"))
    }
    if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST {
      return context.fail(TableError.cannotWrite(folder, errno).wording)
    }
    return make(files, arguments[kind].kind, context)
  }

  /// All of them or none.
  private static func make(_ files: [KeyFile], _ kind: KeyKind, _ context: CommandContext) -> ExitCode {
    var made: [KeyFile] = []
    do throws(CasebookError) {
      for file in files {
        let key: PrivateKey
        do { key = try PrivateKey.generate(kind) } catch { throw .key(error) }
        do { try file.write(key) } catch { throw .file(error) }
        made.append(file)
      }
    } catch {
      for file in made { file.discard() }
      switch error {
      case .key(let trouble): return context.fail(trouble.wording)
      case .file(let trouble): return context.fail(trouble.wording)
      default: preconditionFailure("making a key meets trouble with keys and files only")
      }
    }
    return context.deliver(files.map(\.privatePath).joined(separator: "\n"))
  }

  private static func listed(_ path: String, _ reading: TableReading) throws(CasebookError) -> [String] {
    let sheet = try NewActor.read(path, reading)
    return sheet.map(\.name)
  }

  private static func unfit(_ names: [String]) -> Wording? {
    if names.isEmpty {
      return Wording(zh: "需要姓名，或 --from 经办人表", en: "give a NAME, or a table with --from")
    }
    if let name = names.first(where: { !KeyFile.canBeNamed($0) }) {
      return Wording(zh: "“\(name)”不能作文件名", en: "'\(name)' cannot be a file name")
    }
    var seen: Set<String> = []
    if let twice = names.first(where: { !seen.insert($0).inserted }) {
      return Wording(zh: "“\(twice)”出现两次", en: "'\(twice)' is given twice")
    }
    return nil
  }
}

/// What `--kind` can be set to.
enum KeyChoice: String, OptionChoice {
  case ed25519, sm2

  var kind: KeyKind {
    switch self {
    case .ed25519: .ed25519
    case .sm2: .sm2
    }
  }
}
