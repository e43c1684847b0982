import Journal
import Units

/// The columns of the entries that belong to cases, but for those that opened them.
enum CaseEntryColumn: String, TableColumn {
  static let table = "case_entry"

  case casefile, entry

  static let insertion = Change<Self>.insert()

  fileprivate static let ofCase = Question<Self>(
    [.entry], "FROM case_entry WHERE \(casefile.given) ORDER BY entry")
}

/// The entries of a case by which more is promised than its decision did.
private enum LaterPromiseColumn: String, SQLColumn {
  case entry = "e.entry"

  static let question = Question<Self>(
    """
    FROM case_entry e JOIN journal j ON j.number = e.entry
    WHERE e.casefile = \(CaseEntryColumn.casefile.parameter) AND j.kind IN ('supplement', 'take-up')
    ORDER BY e.entry
    """)
}

/// The entries of a case that are of one kind.
private enum CaseStepColumn: String, SQLColumn {
  case entry = "e.entry"

  static let amendments = all("amend")
  static let resolutions = all("resolve")

  private static func all(_ kind: String) -> Question<Self> {
    Question(
      """
      FROM case_entry e JOIN journal j ON j.number = e.entry
      WHERE e.casefile = \(CaseEntryColumn.casefile.parameter) AND j.kind = '\(kind)' ORDER BY e.entry
      """)
  }
}

/// The columns of the levels that actors have signed of cases.
enum SignatureColumn: String, TableColumn {
  static let table = "case_signature"

  case casefile, level, actor

  static let insertion = Change<Self>.insert(or: "IGNORE")

  fileprivate static let county = Question<CountColumn>(
    "FROM case_signature WHERE \(casefile.given) AND \(actor.given) AND level = 'county'")
  fileprivate static let otherLevels = Question<Self>(
    [.level],
    """
    FROM case_signature WHERE \(casefile.given) AND \(actor.given) AND level <> \(level.parameter)
    ORDER BY level LIMIT 1
    """)
}

/// The columns of the departments' answers about cases.
enum AnswerColumn: String, TableColumn {
  static let table = "case_answer"

  case casefile, asset, answered
  case happenedOn = "happened_on"

  static let insertion = Change<Self>.insert(or: "REPLACE")
  static let deletion = Change<Self>.delete(where: .casefile)

  fileprivate static let ofCase = Question<Self>(
    [.asset, .answered], "FROM case_answer WHERE \(casefile.given)")
}

/// The columns of objections.
enum ObjectionColumn: String, TableColumn {
  static let table = "objection"

  case number, casefile
  case raisedOn = "raised_on"
  case isOpen = "is_open"

  static let insertion = Change<Self>.insert(or: "REPLACE")

  fileprivate static let open = Question<CountColumn>(
    "FROM objection WHERE \(casefile.given) AND is_open = 1")
  fileprivate static let oldest = Question<Self>(
    [.number, .raisedOn], "FROM objection WHERE \(casefile.given) AND is_open = 1 ORDER BY number LIMIT 1")
  fileprivate static let contested = Question<Self>(
    [.casefile], isDistinct: true, "FROM objection WHERE is_open = 1")
}

extension Casebook {
  /// The entries that belong to a case, but for the one that opened it.
  func entryNumbers(of casefile: Int) throws(CasebookError) -> [Int] {
    try rows(CaseEntryColumn.ofCase) {
      $0(CaseEntryColumn.casefile, casefile)
    } read: {
      $0.int(.entry)
    }
  }

  /// The entries after its decision by which more was promised to a case, or what it waited for.
  func laterPromises(to casefile: Int) throws(CasebookError) -> [Entry] {
    let numbers = try rows(LaterPromiseColumn.question) {
      $0(CaseEntryColumn.casefile, casefile)
    } read: {
      $0.int(.entry)
    }
    var entries: [Entry] = []
    for number in numbers {
      guard let entry = try entry(number) else { throw .damaged(entry: number) }
      entries.append(entry)
    }
    return entries
  }

  /// The entries by which what is claimed with a case was put right, in their order.
  func amendments(of casefile: Int) throws(CasebookError) -> [Entry] {
    try steps(of: casefile, CaseStepColumn.amendments)
  }

  /// The entries by which objections to a case were upheld or dismissed, in their order.
  func resolutions(of casefile: Int) throws(CasebookError) -> [Entry] {
    try steps(of: casefile, CaseStepColumn.resolutions)
  }

  private func steps(
    of casefile: Int, _ question: Question<CaseStepColumn>
  ) throws(CasebookError) -> [Entry] {
    let numbers = try rows(question) {
      $0(CaseEntryColumn.casefile, casefile)
    } read: {
      $0.int(.entry)
    }
    return try numbers.map { (number) throws(CasebookError) in
      guard let entry = try entry(number) else { throw .damaged(entry: number) }
      return entry
    }
  }

  /// Whether an actor has signed the county's level of a case.
  func hasApproved(_ casefile: Int, _ actor: String) throws(CasebookError) -> Bool {
    try count(SignatureColumn.county) { bind in
      bind(SignatureColumn.casefile, casefile)
      bind(SignatureColumn.actor, actor)
    } > 0
  }

  /// The first of the other levels of a case that an actor has signed.
  func levelSigned(_ casefile: Int, by actor: String, except level: Level) throws(CasebookError) -> String? {
    try first(SignatureColumn.otherLevels) { bind in
      bind(SignatureColumn.casefile, casefile)
      bind(SignatureColumn.actor, actor)
      bind(SignatureColumn.level, level.rawValue)
    } read: {
      $0.text(.level)
    }
  }

  /// The kinds of asset of a case that have their answer, or the note that there is none.
  func answeredAssets(_ number: Int) throws(CasebookError) -> Set<String> {
    Set(
      try rows(AnswerColumn.ofCase) {
        $0(AnswerColumn.casefile, number)
      } read: {
        $0.text(.asset)
      })
  }

  /// The kinds of asset of a case on which a department has answered.
  package func assetsAnswered(of number: Int) throws(CasebookError) -> Set<String> {
    let answers = try rows(AnswerColumn.ofCase) {
      $0(AnswerColumn.casefile, number)
    } read: {
      ($0.text(.asset), $0.flag(.answered))
    }
    return Set(answers.filter(\.1).map(\.0))
  }

  /// How many objections to a case are open.
  func openObjections(_ number: Int) throws(CasebookError) -> Int {
    try count(ObjectionColumn.open) { $0(ObjectionColumn.casefile, number) }
  }

  /// The oldest open objection to a case; its day is `nil` where the row has none.
  func oldestObjection(_ number: Int) throws(CasebookError) -> (number: Int, raisedOn: Day?)? {
    try first(ObjectionColumn.oldest) {
      $0(ObjectionColumn.casefile, number)
    } read: {
      ($0.int(.number), $0.day(.raisedOn))
    }
  }

  /// The cases that have an open objection.
  func contestedCases() throws(CasebookError) -> Set<Int> {
    Set(try rows(ObjectionColumn.contested) { $0.int(.casefile) })
  }
}
