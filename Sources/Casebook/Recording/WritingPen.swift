import Journal
import Sealing
import Units

/// The pen that writes: an entry with its leaf and what follows from it, personal data with its salt, and at last the head.
struct WritingPen: Pen {
  private let book: Casebook
  private let hasher: Sealing.Hasher

  init(_ book: Casebook, _ algorithm: DigestAlgorithm) {
    self.book = book
    hasher = Sealing.Hasher(algorithm)
  }

  func enter(_ entry: Entry, _ state: inout BookState) throws(CasebookError) -> Int {
    let canonical = entry.payload.canonical
    try book.enter(entry, canonical)
    let leaf = unsafe entry.leafBytes(canonical).withUnsafeBytes { unsafe hasher.leaf($0) }
    state.tree.append(leaf: leaf, hasher)
    state.lastRecordedAt = entry.recordedAt
    var fold = Fold(book: book, state: state)
    try fold.apply(entry)
    // Where another hand has written the state, no step can fix it.
    assert(!state._checkInvariants().isEmpty || fold.state._checkInvariants(after: state).isEmpty)
    state = fold.state
    return entry.number
  }

  func keep(
    _ data: PersonalData, of household: String, _ state: inout BookState
  ) throws(CasebookError) -> PersonalReference {
    let salt = Randomness.bytes(16)
    let number = state.personal + 1
    state.personal = number
    try book.keep(data, number: number, of: household, salt: salt)
    return PersonalReference(number: number, digest: data.digest(salt: salt, state.algorithm).hex)
  }

  func payee(of file: Casefile) throws(CasebookError) -> Int? { try book.payee(of: file) }

  /// Closes what was recorded: signs its head and writes the casebook's state.
  func close(_ recording: Recording, _ key: PrivateKey) throws(CasebookError) {
    let state = recording.state
    let root = state.tree.root(hasher)
    let message = Head.message(
      book: state.id, algorithm: state.algorithm, size: state.entries, root: root,
      recordedAt: recording.recordedAt, actor: recording.actor.name)
    let signature: [UInt8]
    do { signature = try key.sign(message) } catch { throw .key(error) }
    try book.enter(
      Head(
        size: state.entries, root: root, recordedAt: recording.recordedAt, actor: recording.actor.name,
        key: key.publicKey.fingerprint, signature: signature))
    try book.write(state)
  }
}
