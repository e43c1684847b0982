import Foundation
import OfficeKit
import TestKit
import Testing

/// One command of a county's work.
struct Step: Sendable {
  let words: [String]
  let desk: Office.Desk
  let day: String
  /// The exit codes when it is given for the first time.
  var first: Set<Int32> = [0]
  /// The exit codes when it is given although it was recorded: it is known, or refused. `nil` where it would be recorded a
  /// second time, so that whoever gives it must look at the casebook first.
  var again: Set<Int32>? = [0]
  /// The settlement whose file it writes, and the file.
  var payouts: (settlement: Int, file: String)?

  var name: String { words.prefix(3).joined(separator: " ") }
}

/// A county's work from the register to the bank's answers.
enum Script {
  static var steps: [Step] {
    [
      Step(words: ["casebook", "import", "households", "@households.csv"], desk: .county, day: "2018-01-05"),
      Step(words: ["casebook", "import", "members", "@members.csv"], desk: .county, day: "2018-01-05"),
      Step(words: ["declare", "--from", "@declarations.csv"], desk: .clerk, day: "2018-03-01", again: [3]),
      Step(words: ["case", "screen", "medical", "@bills.csv"], desk: .deputy, day: "2018-03-01"),
    ] + walk + dockets + approvals + money + corrections
  }

  /// The first declared case goes through its steps by commands.
  private static var walk: [Step] {
    let moves: [(String, Office.Desk, String, [String])] = [
      ("verify", .department, "2018-03-02", ["--dwellings", "1", "--businesses", "0", "--vehicles", "0"]),
      ("visit", .insurer, "2018-03-03", []), ("appraise", .village, "2018-03-04", ["--supports", "yes"]),
      ("disclose", .village, "2018-03-05", []), ("confirm", .township, "2018-03-12", []),
      ("approve", .county, "2018-03-13", []),
    ]
    return moves.map { move, desk, day, more in
      Step(words: ["case", move, "1"] + more, desk: desk, day: day, again: [4])
    }
  }

  /// Which office answers for a move by a file, and when it was sent and came back.
  private static let files: [(move: String, desk: Office.Desk, sent: String, received: String)] = [
    ("verify", .department, "2018-03-14", "2018-03-15"), ("visit", .insurer, "2018-03-15", "2018-03-16"),
    ("appraise", .village, "2018-03-16", "2018-03-17"), ("disclose", .village, "2018-03-17", "2018-03-18"),
    ("confirm", .township, "2018-03-26", "2018-03-27"),
  ]

  /// The other cases go to the offices as files.
  private static var dockets: [Step] {
    files.flatMap { move, desk, sent, received in
      [
        Step(
          words: ["casebook", "send", "--to", desk.rawValue, "--out", "@\(move).csv"], desk: .county,
          day: sent,
          again: nil),
        Step(words: ["casebook", "receive", "@\(move).filled.csv"], desk: .county, day: received),
      ]
    }
  }

  private static var approvals: [Step] {
    (2...7).map {
      Step(words: ["case", "approve", "\($0)"], desk: .county, day: "2018-03-28", again: [4])
    }
  }

  private static var money: [Step] {
    [
      Step(words: ["casebook", "adjudicate", "@claims.csv"], desk: .county, day: "2018-03-29"),
      Step(
        words: ["case", "settle", "--out", "@payouts-1.csv"], desk: .cashier, day: "2018-03-30",
        first: [0, 4], again: [0, 4], payouts: (1, "payouts-1.csv")),
      Step(words: ["case", "reconcile", "@bank.csv"], desk: .cashier, day: "2018-04-02"),
      Step(
        words: ["case", "reconcile", "--payment", "1", "--returned", "--correct", "wrong list"],
        desk: .cashier, day: "2018-04-02", again: [4]),
      Step(
        words: ["case", "reconcile", "--payment", "1", "--paid", "--correct", "right list"], desk: .cashier,
        day: "2018-04-02", again: [4]),
      Step(words: ["casebook", "contribute", "12345.60"], desk: .county, day: "2018-04-03", again: nil),
      Step(words: ["case", "release", "5"], desk: .county, day: "2018-04-03", again: [4]),
      Step(
        words: [
          "casebook", "readjudicate", "--rules", "wei-county-2017-by-band", "--since", "2018-01-01",
          "--record",
        ],
        desk: .county, day: "2018-04-04"),
      Step(
        words: ["case", "settle", "--out", "@payouts-2.csv"], desk: .cashier, day: "2018-04-06",
        first: [0, 4], again: [0, 4], payouts: (2, "payouts-2.csv")),
    ]
  }

  /// What was wrong is put right: a declaration, a row of the register and what was decided on it, decisions, and money.
  private static var corrections: [Step] {
    [
      Step(words: ["case", "approve", "8"], desk: .county, day: "2018-04-09", again: [4]),
      Step(words: ["case", "approve", "9"], desk: .county, day: "2018-04-09", again: [4]),
      Step(
        words: ["casebook", "import", "households", "@revised.csv", "--revise"], desk: .county,
        day: "2018-04-10"),
      Step(words: ["case", "redecide", "8"], desk: .county, day: "2018-04-10", again: [4]),
      Step(
        words: ["casebook", "import", "households", "@restored.csv", "--revise"], desk: .county,
        day: "2018-04-10"),
      Step(words: ["case", "redecide", "8"], desk: .county, day: "2018-04-10", again: [4]),
      Step(words: ["casebook", "second", Office.proposal], desk: .deputy, day: "2018-04-10", again: [4]),
      Step(
        words: ["case", "reverse", "9", "--reason", "insured"], desk: .deputy, day: "2018-04-11", again: [4]),
      Step(
        words: ["case", "reverse", "3", "--reason", "insured", "--money", "claimed"], desk: .deputy,
        day: "2018-04-12", again: [4]),
      Step(
        words: ["case", "reverse", "3", "--reason", "agreed", "--money", "kept"], desk: .deputy,
        day: "2018-04-12", again: [4]),
      Step(words: ["case", "repaid", "3", "1000"], desk: .county, day: "2018-04-13", again: nil),
      Step(
        words: ["case", "pend", "10", "--reason", "invoice"], desk: .village, day: "2018-04-14", again: [4]),
      Step(
        words: ["case", "amend", "10", "--total", "29999.99", "--reason", "misread"], desk: .clerk,
        day: "2018-04-15", again: [4]),
      Step(
        words: ["casebook", "close-year", "2017", "--carry"], desk: .county, day: "2018-04-16", again: [4]),
    ]
  }

  /// What is done outside the casebook before a step: the offices fill in and seal their files, and the bank answers.
  static func prepare(_ step: Step, in office: Office) throws {
    for file in files where step.words.contains("@\(file.move).filled.csv") {
      try fill(file.move, file.desk, in: office, on: file.received)
    }
    if step.words.contains("@bank.csv") { try answerPayments(in: office) }
  }

  private static func fill(_ move: String, _ desk: Office.Desk, in office: Office, on day: String) throws {
    let lines = try office.text("\(move).csv").split(separator: "\n").map(String.init)
    let columns = lines[0].split(separator: ",").map(String.init)
    let cells = move == "verify" ? ["dwellings": "1", "businesses": "0", "vehicles": "0"] : ["answer": "yes"]
    let filled = lines.dropFirst().map { line in
      zip(columns, line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
        .map { cells[$0] ?? $1 }.joined(separator: ",")
    }
    try office.write(([lines[0]] + filled).joined(separator: "\n") + "\n", "\(move).filled.csv")
    let words = [
      "seal", "@\(move).filled.csv", "--as", desk.rawValue, "--reply-to", "@\(move).csv.seal.json",
    ]
    let sealed = try office.run(words, as: desk, on: day)
    try #require(sealed.exitCode == 0, "\(sealed.talk)")
  }

  /// What stands beside the casebook once the work is done, and had come from elsewhere.
  static var handedIn: [String] {
    files.flatMap { ["\($0.move).filled.csv", "\($0.move).filled.csv.seal.json"] } + ["bank.csv"]
  }

  /// The bank pays all but every fifth.
  private static func answerPayments(in office: Office) throws {
    let rows = try office.text("payouts-1.csv").split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let isPaid = (Int(cells[1]) ?? 0) % 5 != 0
      return "\(cells[1]),\(cells[4]),\(isPaid ? "paid" : "returned"),2018-04-01,"
    }
    try office.write(
      (["payment,amount,result,happened_on,reason"] + rows).joined(separator: "\n") + "\n", "bank.csv")
  }
}

/// The work done once without disturbance: what it took, and what it left.
struct Undisturbed {
  let office: Office
  /// How long each step took, in seconds.
  var seconds: [Double] = []
  /// How many entries there were after each step.
  var entries: [Int] = []
  let bare: [String]

  /// Does the work in a copy of `county`, and adds to `county` the files that other offices and the bank hand in.
  init(of county: Office, in folder: URL) throws {
    office = try county.copied(to: folder)
    for step in Script.steps {
      try Script.prepare(step, in: office)
      let begin = ContinuousClock.now
      let run = try office.run(step.words, as: step.desk, on: step.day)
      seconds.append((ContinuousClock.now - begin) / .seconds(1))
      try #require(step.first.contains(run.exitCode), "\(step.name): \(run.exitCode) \(run.talk)")
      entries.append(try Examination(of: office, in: folder).entries)
      let before = entries.dropLast().last ?? 0
      try #require(entries[entries.count - 1] > before, "\(step.name) recorded nothing: \(run.talk)")
    }
    bare = try office.bare()
    for name in Script.handedIn {
      try FileManager.default.copyItem(atPath: office.file(name), toPath: county.file(name))
    }
  }
}
