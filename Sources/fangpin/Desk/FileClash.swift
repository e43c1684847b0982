import Casebook
import Glibc
import Journal
import Store
import Units

/// Files named twice on one command line where that would destroy something or read nothing.
enum FileClash {
  /// The first clash among what `adjudicate` and `explain` read.
  static func findAmongInputs(_ arguments: ParsedArguments) -> Wording? {
    standardInputTwice(inputs(arguments))
  }

  /// The files that both read.
  static func inputs(_ arguments: ParsedArguments) -> [String] {
    [arguments[InputOptions.claims], arguments[InputOptions.households]] + arguments[InputOptions.earlier]
      + [arguments[InputOptions.members], arguments[TableOptions.map]].compactMap { $0 }
  }

  /// Whether standard input is named for more than one of them.
  static func standardInputTwice(_ inputs: [String]) -> Wording? {
    guard inputs.count(where: { $0 == "-" }) > 1 else { return nil }
    return Wording(zh: "标准输入“-”只能读一次", en: "standard input '-' can be read only once")
  }

  /// The first output that would replace an input or another output.
  static func clash(_ inputs: [String], _ outputs: [String]) -> Wording? {
    let read = Set(inputs.filter { $0 != "-" }.map(identity))
    var written: Set<String> = []
    for output in outputs {
      let identity = identity(of: output)
      if output != "-", read.contains(identity) {
        return Wording(
          zh: "输出会盖掉输入：\(output)", en: "the output would replace an input: \(output)")
      }
      if !written.insert(identity).inserted, output != "/dev/null" {
        return Wording(
          zh: "两样结果不能写到同一处：\(output)", en: "two results cannot be written to one place: \(output)")
      }
    }
    return nil
  }

  /// The first output that would replace one of the inputs.
  static func find(writing outputs: [String], reading inputs: [String]) -> Wording? {
    clash(inputs, outputs)
  }

  /// What names the same file by any path: device and number of one that is there, else its folder's own path with its
  /// name.
  private static func identity(of path: String) -> String {
    if path == "-" { return path }
    var status = stat()
    if unsafe stat(path, &status) == 0 { return "\(status.st_dev):\(status.st_ino)" }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    guard let real = unsafe realpath(folder, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real) + "/" + name
  }
}

extension CasebookDesk {
  /// The first output that would replace the casebook or what lies beside it, the key of a command that takes one, another
  /// input, or a docket that is still on its way.
  func clash(writing outputs: [String], reading inputs: [String]) -> Wording? {
    let book = value(CasebookOptions.casebook, "FANGPIN_CASEBOOK")
    var own = book.map(CasebookDesk.files) ?? []
    if arguments.declares(CasebookOptions.key) {
      own += [value(CasebookOptions.key, "FANGPIN_KEY")].compactMap { $0 }
    }
    return FileClash.find(writing: outputs, reading: own + inputs)
      ?? book.flatMap { docketOnItsWay(outputs, $0) }
  }

  /// A casebook's file, and those that lie beside it while somebody writes.
  static func files(of book: String) -> [String] { ["", "-wal", "-shm", "-journal"].map { book + $0 } }

  /// The first output that is a docket, or the seal of one, that was sent and of which nothing has come back yet.
  private func docketOnItsWay(_ outputs: [String], _ path: String) -> Wording? {
    let ending = Seal.path(of: "")
    for output in outputs {
      let file = output.hasSuffix(ending) ? String(output.dropLast(ending.count)) : output
      guard unsafe access(output, F_OK) == 0, unsafe access(Seal.path(of: file), F_OK) == 0 else { continue }
      do throws(CasebookError) {
        let seal = try Seal.read(Seal.path(of: file))
        guard try Casebook.open(path, .readOnly).awaits(seal) else { continue }
        return Wording(
          zh: "\(output) 属于 \(seal.day) 由 \(seal.from) 交给 \(seal.to) 的交接文件，还没有收回：换个名字，或先把它移走",
          en:
            "\(output) belongs to a docket that \(seal.from) sent \(seal.to) on \(seal.day) and that is still on its way: "
            + "use another name, or move it away first")
      } catch { continue }  // not a seal of ours, or a casebook that the command itself will tell of
    }
    return nil
  }
}
