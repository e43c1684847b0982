package import Units

/// What a step changes: of its case, and of the fund. Reports and other tellings of the journal count by it, whatever the step.
package struct StepChange: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    /// The case goes on, and that is all.
    case goesOn
    /// A case begins.
    case opens(CaseOpening)
    /// What is claimed with the case is put right: what it is then.
    case amends(CaseOpening)
    /// A case begins and is decided at once.
    case opensDecided(CaseOpening, RecordedDecision)
    /// The case is decided.
    case decides(RecordedDecision)
    /// An objection is raised.
    case objects
    /// An objection is upheld or dismissed.
    case resolves(isUpheld: Bool)
    /// A payment goes to the bank.
    case sends(Yuan)
    /// The bank has answered a payment: it is in the account, or has come back.
    case answers(ReconcileStatement)
    /// A sum that waited for the fund is promised; what the county is called on for.
    case promises(Yuan, call: Yuan?)
    /// More is paid, or it counts elsewhere.
    case supplements(SupplementStatement)
    /// A decision is taken back.
    case takesBack(ReverseStatement)
    /// Where the money is that was sent by a decision since taken back.
    case placesMoney(ReverseStatement)
    /// A case is decided again, and paid as much as before or less.
    case redecides(RedecideStatement)
    /// What was paid for a decision that was taken back has come into the fund.
    case repays(Yuan)
  }

  package let what: What
  /// The last day of public notice, where it hangs then.
  package let until: Day?

  init(_ what: What, until: Day? = nil) {
    self.what = what
    self.until = until
  }
}
