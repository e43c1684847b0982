import Casebook
import Journal
import Sealing
import Tables
import Units

/// `fangpin casebook enrol`: proposes actors, or confirms those that another proposed.
enum CasebookEnrolCommand {
  static let file = Operand<String>.required(
    "F", Wording(zh: "经办人表：姓名、单位、角色", en: "the table of actors: name, office, role"), offers: .files)
  static let keys = Option<String>.required(
    "keys", "DIR", Wording(zh: "公钥所在的文件夹", en: "the folder with the public keys"), offers: .files)

  static let spec = CommandSpec(
    "enrol",
    summary: Wording(zh: "登记经办人的密钥", en: "enrol the keys of actors"),
    discussion: [
      Wording(
        zh: "由县防贫办两人登记：一人提出，另一人用同一条命令确认。角色：村两委、乡镇、职能部门、保险公司、县防贫办。亲属户用空格或分号隔开。表中有一行不对，就一个也不登记。",
        en:
          "It takes two actors of the county's office: one proposes, another confirms with the same "
          + "command. Roles: village, township, "
          + "department, insurer, county. Relatives' households are separated by spaces or semicolons. If any row is "
          + "wrong, nobody is enrolled.")
    ],
    operands: [file],
    options: [keys] + CasebookOptions.recording + TableOptions.all,
    exits: CasebookDesk.recordingExits,
    examples: [
      Example(
        "fangpin casebook enrol actors.csv --keys keys --casebook wei.casebook --key li.pem",
        Wording(zh: "提出登记，或确认另一人提出的登记", en: "propose, or confirm another's proposal"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let desk = CasebookDesk(arguments: arguments, context: context)
    let applicants: [Applicant]
    do throws(CasebookError) {
      applicants = try self.applicants(
        arguments[file], TableOptions.reading(arguments), keys: arguments[keys])
    } catch { return desk.fail(error) }
    return desk.record { (recording) throws(CasebookError) in
      var steps: [EnrolmentStep] = []
      for applicant in applicants { steps.append(try recording.enrol(applicant)) }
      return steps
    } after: { (steps, _) throws(CasebookError) in
      context.deliver(table(applicants, steps, context.language))
    }
  }

  private static func applicants(
    _ path: String, _ reading: TableReading, keys: String
  ) throws(CasebookError) -> [Applicant] {
    var applicants: [Applicant] = []
    var faults: [Diagnostic] = []
    for row in try NewActor.read(path, reading) {
      do throws(CasebookError) {
        applicants.append(
          Applicant(
            name: row.name, office: row.office, role: row.role, person: row.person,
            households: row.households,
            publicKey: try KeyFile(row.name, in: keys).publicKey()))
      } catch {
        faults.append(Diagnostic("no-key", at: row.place, path: "name", what: error.keyTrouble))
      }
    }
    guard faults.isEmpty else { throw .input(faults) }
    return applicants
  }

  private static func table(_ applicants: [Applicant], _ steps: [EnrolmentStep], _ language: Language)
    -> String
  {
    var table = AlignedTable(right: [])
    for (applicant, step) in zip(applicants, steps) {
      table.add([applicant.name, applicant.office, applicant.role.name[language], step.name[language]])
    }
    return table.text
  }
}

extension EnrolmentStep {
  /// For people: how far it has come.
  var name: Wording {
    switch self {
    case .proposed:
      Wording(zh: "已提出，待县防贫办另一人确认", en: "proposed; another actor of the county's office must confirm")
    case .done: Wording(zh: "已登记", en: "enrolled")
    case .already: Wording(zh: "早已登记", en: "already enrolled")
    }
  }
}

extension CasebookError {
  /// What is wrong with a key's file.
  fileprivate var keyTrouble: Wording {
    switch self {
    case .key(let trouble): trouble.wording
    case .file(let trouble): trouble.wording
    default: preconditionFailure("reading a key meets trouble with keys and files only")
    }
  }
}
