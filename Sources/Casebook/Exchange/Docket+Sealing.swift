import Files
package import Journal
package import Sealing
import Tables
package import Units

extension Docket {
  /// Seals an answered docket where there is no casebook, as an answer to the one that came.
  ///
  /// All that can be known without the casebook is checked: every answer can be read, and no case is in the file that was
  /// not in the one that came, or stands there twice.
  ///
  /// - Parameters:
  ///   - asked: the seal of the file that came, or an earlier seal of this office's answer to it.
  ///   - name: the actor's name, as it is enrolled.
  ///   - day: when it is sealed; not before the file was sent.
  package func sealed(
    answering asked: Seal, as name: String, on day: Day, key: PrivateKey
  ) throws(CasebookError) -> Seal {
    guard asked.kind == .docket else {
      throw .refused(
        Refusal(
          .badSeal,
          Wording(
            zh: "签章是“\(asked.kind.file.name.zh)”的，不是交接单的",
            en: "the seal is for a file of kind '\(asked.kind.rawValue)', not for a docket")))
    }
    guard day >= asked.day else {
      throw .refused(
        Refusal(
          .beforeLastStep,
          Wording(
            zh: "文件 \(asked.day) 才发出，不能在 \(day) 答复",
            en: "the file was sent on \(asked.day); it cannot be answered on \(day)")
        ))
    }
    let faults = readingFaults
    guard faults.isEmpty else { throw .input(faults.map { $0.diagnostic(in: sheet.file) }) }
    try check(against: asked)
    let isAnswer = asked.answers != nil
    do {
      return try Seal(
        .docket, book: asked.book, from: isAnswer ? asked.from : asked.to,
        to: isAnswer ? asked.to : asked.from, on: day, totals: totals, cases: asked.cases,
        answers: asked.answers ?? asked.totals.digest, actor: name, key: key)
    } catch { throw .key(error) }
  }

  /// How many rows have an answer.
  package var answered: Int { rows.count(where: \.isAnswered) }

  /// The cells that cannot be read, and the rows.
  private var readingFaults: [Reject] {
    var faults = sheet.faults
    for row in rows {
      do throws(Reject) {
        _ = try row.number()
        _ = try row.amount()
        _ = try row.answer(StepKind.asked)
      } catch { faults.append(error) }
    }
    return faults.sorted { $0.at.number < $1.at.number }
  }

  private func check(against asked: Seal) throws(CasebookError) {
    let known = Set(asked.cases)
    var seen: Set<String> = []
    for row in rows {
      let number: Int
      do throws(Reject) { number = try row.number() } catch { continue }
      let what: Wording? =
        if !known.contains("\(number)") {
          Wording(
            zh: "\(row.line.wording.zh)：案件 \(number) 不在发来的文件里",
            en: "\(row.line.wording.en): case \(number) was not in the file that was sent")
        } else if !seen.insert("\(number)").inserted {
          Wording(
            zh: "\(row.line.wording.zh)：案件 \(number) 出现两次",
            en: "\(row.line.wording.en): case \(number) appears twice")
        } else {
          nil
        }
      if let what {
        throw .refused(
          Refusal(
            .differs, what,
            fix: Wording(zh: "可以少行，不可以多行", en: "rows may be left out but not added")))
      }
    }
  }
}
