import Casebook
import Journal
import Sealing
import Units

extension SlipCheck {
  /// Every part is an entry, stands under the head, and comes after the one before.
  mutating func checkParts() {
    let lines = [
      "fangpin-entry-1", "number", "recorded at", "happened on", "actor", "role", "kind", "engine", "scheme",
      "payload",
    ]
    for (index, line) in contents.unreadable {
      report(
        "not-an-entry", at: "entries[\(index)].entry",
        line == 0
          ? Wording(zh: "台账条目应是十行", en: "an entry must have ten lines")
          : Wording(zh: "第 \(line) 行不合台账条目的写法", en: "line \(line) is not in the form of an entry"),
        fix: line == 0
          ? nil
          : Wording(
            zh: "这一行应是 \(lines[line - 1])，写法见文档“案卷簿”",
            en: "that line is: \(lines[line - 1]); TheCasebook in the documentation says how it is written"))
    }
    let hasher = Sealing.Hasher(slip.algorithm)
    var last: Entry?
    for placed in contents.all {
      checkPlace(placed, after: last, hasher)
      last = placed.entry
    }
  }

  private mutating func checkPlace(
    _ placed: SlipContents.Placed, after last: Entry?, _ hasher: Sealing.Hasher
  ) {
    let (entry, part) = (placed.entry, slip.parts[placed.index])
    let path = "entries[\(placed.index)]"
    let leaf = unsafe Array(part.text.utf8).withUnsafeBytes { unsafe hasher.leaf($0) }
    if !MerkleProof.verifyInclusion(
      leaf: leaf, index: entry.number - 1, size: slip.head.size, path: part.path, root: slip.head.root,
      hasher: hasher)
    {
      report(
        "not-in-the-journal", at: path,
        Wording(
          zh: "第 \(entry.number) 条（\(entry.kind.rawValue)）不在存证码 \(HeadCode(slip.head).line) 之下：条目或路径被改动过",
          en: "entry \(entry.number) (\(entry.kind.rawValue)) is not covered by the head "
            + "\(HeadCode(slip.head).line): the entry or its path was changed"))
    }
    if let last, entry.number <= last.number || entry.recordedAt < last.recordedAt {
      report(
        "out-of-order", at: path,
        Wording(
          zh: "第 \(entry.number) 条排在第 \(last.number) 条之后",
          en: "entry \(entry.number) comes after entry \(last.number)"
        ),
        fix: Wording(zh: "应按编号先后排列", en: "entries must be in the order of their numbers and times"))
    }
    if entry.recordedAt > slip.head.recordedAt {
      report(
        "out-of-order", at: path,
        Wording(
          zh: "第 \(entry.number) 条记录于 \(entry.recordedAt)，晚于存证码 \(slip.head.recordedAt)",
          en:
            "entry \(entry.number) was recorded at \(entry.recordedAt), after the head, \(slip.head.recordedAt)"
        ))
    }
    if let moment = Instant(entry.recordedAt), entry.happenedOn > moment.dayInChina {
      report(
        "out-of-order", at: path,
        Wording(
          zh: "第 \(entry.number) 条的发生日期 \(entry.happenedOn) 晚于记录时间 \(entry.recordedAt)",
          en:
            "entry \(entry.number) happened on \(entry.happenedOn), after it was recorded, \(entry.recordedAt)"
        ))
    }
  }

  /// The entries are those of one case, from its opening on, each where the one before left it.
  mutating func checkCase() {
    for placed in contents.unrelated {
      report(
        "not-of-the-case", at: "entries[\(placed.index)]",
        Wording(
          zh: "第 \(placed.entry.number) 条（\(placed.entry.kind.rawValue)）与案件 \(slip.number) 无关",
          en:
            "entry \(placed.entry.number) (\(placed.entry.kind.rawValue)) does not belong to case \(slip.number)"
        ),
        fix: Wording(zh: "应当不在此单上", en: "it should not be in this slip"))
    }
    guard let opening = contents.opening else {
      report(
        "no-opening", at: "entries",
        Wording(
          zh: "没有案件 \(slip.number) 的立案条目（declare、screen 或 decide），或它不在最前",
          en:
            "the entry that opened case \(slip.number) (declare, screen or decide) is not here, or not first")
      )
      return
    }
    var before = opening
    for placed in contents.steps.dropFirst() {
      let entry = placed.entry
      if entry.household != opening.household || entry.kind.isOpening {
        report(
          "not-of-the-case", at: "entries[\(placed.index)]",
          Wording(
            zh: "第 \(entry.number) 条说的是户 \(entry.household ?? "—")（\(entry.kind.rawValue)）",
            en: "entry \(entry.number) is about household \(entry.household ?? "—") (\(entry.kind.rawValue))"),
          fix: Wording(
            zh: "应是户 \(opening.household ?? "—") 立案以后的步骤",
            en:
              "it should be a step of household \(opening.household ?? "—") after the opening"
          ))
      }
      guard let from = entry.fromWord else { continue }
      let to = before.toWord ?? ""
      if from != to, !SlipCheck.hidesObjection(before, entry) {
        report(
          "step-missing", at: "entries[\(placed.index)]",
          Wording(
            zh: "第 \(entry.number) 条从“\(from)”开始，前一步却停在“\(to)”：中间少了步骤",
            en:
              "entry \(entry.number) goes on from '\(from)', but the step before ends in '\(to)': a step is missing"
          ))
      }
      before = entry
    }
  }

  /// Whether an objection that was upheld lies between two steps: the objection and its resolution are left out.
  static func hidesObjection(_ before: Entry, _ after: Entry) -> Bool {
    before.toWord == CaseState.disclosed.rawValue
      && after.fromWord == CaseState.opened.rawValue && after.number - before.number > 2
  }
}
