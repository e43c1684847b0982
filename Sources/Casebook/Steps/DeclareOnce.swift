import Journal
import Units

extension Recording {
  /// Whether this actor may take declarations at all, and from this household, if one is named: asked before anybody has
  /// answered a question in vain. Records nothing.
  package func checkMayDeclare(for household: String?) throws(CasebookError) {
    try checkRole(DeclareStatement.rule)
    guard let household else { return }
    try checkKinship(household)
    try checkRegistered(household)
  }

  /// ``declare(_:)``, but what was declared before is not declared twice by mistake.
  ///
  /// - Parameter again: whether it is meant: the same cost did befall the household twice on one day.
  package func declareOnce(_ declaration: Declaration, again: Bool) throws(CasebookError) -> Int {
    if !again, let number = try book.earlierCase(like: declaration) {
      throw .refused(
        Refusal(
          .alreadyDone,
          Wording(
            zh: "户 \(declaration.household) 的同一笔费用已经申报过：案件 \(number)",
            en: "household \(declaration.household) has declared the same cost before: case \(number)"),
          fix: Wording(zh: "确是另一笔费用，请加 --again", en: "if it is another cost, add --again")))
    }
    return try declare(declaration)
  }
}

extension Casebook {
  /// The first case that was declared with the same household, person, peril, day and amounts and still stands.
  ///
  /// A case that was withdrawn or reversed does not count: its cost may be declared anew.
  package func earlierCase(like declaration: Declaration) throws(CasebookError) -> Int? {
    for file in try cases(declaredLike: declaration) {
      guard let statement = try entry(file.openedEntry)?.read(DeclareStatement.self) else { continue }
      if [
        statement.total, statement.basicInsurance, statement.criticalIllnessInsurance,
        statement.medicalAssistance, statement.other,
      ]
        == [
          declaration.total, declaration.basicInsurance, declaration.criticalIllnessInsurance,
          declaration.medicalAssistance, declaration.other,
        ]
      {
        return file.number
      }
    }
    return nil
  }
}
