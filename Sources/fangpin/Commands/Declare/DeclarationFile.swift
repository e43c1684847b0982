import Casebook
import Files
import Journal
import Sealing
import Tables
import Units

/// A file of declarations: its good rows are recorded as one transaction, the others are set aside with the reason.
struct DeclarationFile {
  /// A row that was recorded.
  private struct Taken {
    let number: Int
    let declaration: Declaration
  }

  let arguments: ParsedArguments
  let context: CommandContext

  func record(_ desk: CasebookDesk) -> ExitCode {
    guard let path = arguments[DeclareCommand.from] else { return .usage }
    return desk.signed { (book, key, day) throws(CasebookError) in
      let sheet = try Sheet.read(path, .declarations, TableOptions.reading(arguments))
      let questions = DeclarationQuestions(scheme: book.scheme, on: day ?? Instant.now.dayInChina)
      var faults = sheet.faults
      let taken = try book.act(key, on: day, clock: .now) { (recording) throws(CasebookError) in
        try recording.checkMayDeclare(for: nil)
        var taken: [Taken] = []
        for row in sheet.rows(of: DeclarationsFile.self) {
          var declaration: Declaration
          do throws(Reject) { declaration = Declaration(try row.declaration(questions)) } catch {
            faults.append(error)
            continue
          }
          do throws(CasebookError) {
            declaration.another = arguments[DeclareCommand.another]
            let number = try recording.declare(declaration)
            taken.append(Taken(number: number, declaration: declaration))
          } catch {
            guard case .refused(let refusal) = error else { throw error }
            faults.append(row.fault(refusal.code.rawValue, refusal.answered))
          }
        }
        try RejectList.settle(faults, of: path, in: context.language)
        return taken
      }
      let ending = conclude(taken, faults, of: path, questions, try book.lastHead())
      context.say(sheet.workbook)
      context.say(sheet.dress)
      context.say(sheet.notes)
      return ending.having(sheet.notes)
    }
  }

  /// Writes the receipts, and says how many rows came in.
  private func conclude(
    _ taken: [Taken], _ rejects: [Reject], of path: String, _ questions: DeclarationQuestions, _ head: Head?
  ) -> ExitCode {
    let repeated = rejects.count { $0.problem == Refusal.Code.alreadyDone.rawValue }
    if repeated > 0 {
      context.warn(
        Wording(
          zh: "\(repeated) 行的费用已有案件，没有再登记；确是另一笔费用，请单独登记，加 --another 理由",
          en:
            "cost that has a case already, not recorded again: \(repeated.counted("row")); for "
            + "another cost, add --another REASON"))
    }
    for row in taken {
      guard let uncovered = questions.uncovered(row.declaration.incurredOn) else { continue }
      context.warn(
        Wording(zh: "案件 \(row.number)：\(uncovered.zh)", en: "case \(row.number): \(uncovered.en)"))
    }
    let place = RejectList.place(besides: path).map { Wording(zh: "，见 \($0)", en: "; see \($0)") }
    context.say(
      Wording(
        zh: "登记 \(taken.count) 件，剔除 \(rejects.count) 行"
          + (rejects.isEmpty ? "" : place?.zh ?? ""),
        en: "\(taken.count.counted("declaration")) recorded, \(rejects.count.counted("row")) rejected"
          + (rejects.isEmpty ? "" : place?.en ?? "")))
    let receipts = taken.map { row in
      DeclareReceiptText(
        number: row.number, declaration: row.declaration, on: questions.on, scheme: questions.scheme,
        head: head
      ).text(in: context.language)
    }
    if !receipts.isEmpty {
      let delivered = context.deliver(receipts.joined(separator: "\n\n"))
      guard delivered == .done else { return delivered }
    }
    return rejects.isEmpty ? .done : .rowsRejected
  }
}

extension Refusal {
  /// What is refused, and what answers it.
  fileprivate var answered: Wording {
    fix.map { Wording(zh: "\(what.zh)；\($0.zh)", en: "\(what.en); \($0.en)") } ?? what
  }
}
