/// What kinds of entry there are. The raw value is the word in the journal; it never changes.
package enum EntryKind: String, CaseIterable, Sendable {
  case create, scheme, clock
  case proposeEnrolment = "propose-enrolment"
  case enrol
  case proposeRevocation = "propose-revocation"
  case revoke
  case contribute
  case household, member, asset, bill
  case fileImported = "file-imported"
  case undoImport = "undo-import"
  case carry
  case takeOver = "take-over"
  case declare, screen, verify, visit, appraise, disclose, object, resolve, confirm, approve, decide
  case settle, reconcile, pend, amend, release, withdraw, reverse, repaid, redecide, supplement
  case takeUp = "take-up"
  case account, propose, second
  case closeYear = "close-year"
  case reopenYear = "reopen-year"
  case send, receive, forget
}
