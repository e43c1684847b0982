import Casebook
package import Files
import Journal
import Tables
package import Units

/// A case of a sample, as the auditor found it.
package struct AuditedCase: Hashable, Sendable {
  package let drawn: DrawnCase
  /// What should have been paid.
  package let audited: Yuan

  package init(drawn: DrawnCase, audited: Yuan) {
    self.drawn = drawn
    self.audited = audited
  }

  /// What was paid too much; below nothing where it was too little.
  package var error: Yuan { drawn.decided.payout - audited }
}

/// A sample as it came back: the cases that were looked at, and all that is wrong with it.
package struct SampleResults: Sendable {
  /// Every case of the draw, where nothing is wrong.
  package private(set) var cases: [AuditedCase] = []
  /// Rows that cannot be read.
  package private(set) var faults: [Reject] = []
  /// Where the sample is not the one that was drawn.
  package private(set) var strays: [Wording] = []

  /// Holds a filled-in sample against the draw.
  package init(_ sheet: Sheet, of draw: Draw) {
    faults = sheet.faults
    var unread = sheet.faults.count
    let drawn = Dictionary(uniqueKeysWithValues: draw.cases.map { ($0.decided.number, $0) })
    var seen: [Int: TableLine] = [:]
    for row in sheet.rows(of: SampleFile.self) {
      let number: Int
      do throws(Reject) { number = try row.casefile() } catch {
        unread += 1
        faults.append(error)
        continue
      }
      guard let found = drawn[number] else {
        strays.append(
          Wording(
            zh: "\(row.line.wording.zh)：案件 \(number) 没有被抽中",
            en: "\(row.line.wording.en): case \(number) was not drawn"))
        continue
      }
      if let line = seen[number] {
        faults.append(
          row.fault(
            .casefile, "duplicate-case",
            Wording(
              zh: "案件 \(number) 在\(line.wording.zh)已有", en: "case \(number) is already on \(line.wording.en)")
          ))
        continue
      }
      seen[number] = row.line
      take(row, found)
    }
    let missing = draw.cases.filter { seen[$0.decided.number] == nil }
    // A row that cannot be read may be that of a case that is missing: it is corrected first.
    guard missing.count > unread else { return }
    for found in missing {
      let number = found.decided.number
      strays.append(
        Wording(
          zh: "缺少案件 \(number)（\(found.decided.payout.grouped) 元）：它被抽中了",
          en: "case \(number) (\(found.decided.payout.grouped)) is missing: it was drawn"))
    }
  }

  /// Whether every case of the draw is there, once and filled in: a part of a sample says nothing.
  package var isWhole: Bool { faults.isEmpty && strays.isEmpty }

  private mutating func take(_ row: FileRow<SampleFile>, _ found: DrawnCase) {
    if let changed = row.difference(from: SampleFile.SampledCase(found)) {
      let number = found.decided.number
      let column = SampleFile.field(changed.role)
      let (text, value) = (changed.expected ?? "", Reject.shown(row[changed.role] ?? ""))
      strays.append(
        Wording(
          zh: "\(row.line.wording.zh)：案件 \(number) 的\(column.chinese)是“\(text)”，这里写的是“\(value)”",
          en:
            "\(row.line.wording.en): \(column.name) of case \(number) is '\(text)', but here it is '\(value)'"
        ))
    }
    do throws(Reject) {
      cases.append(AuditedCase(drawn: found, audited: try row.audited()))
    } catch { faults.append(error) }
  }
}
