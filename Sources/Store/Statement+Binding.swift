import CSQLite

/// Values for a statement's placeholders, by position from 1.
extension Statement {
  /// Binds NULL.
  package func bindNull(_ index: Int) { note(unsafe sqlite3_bind_null(handle, Int32(index))) }

  /// Binds a whole number, or NULL.
  package func bind(_ index: Int, _ value: Int64?) {
    guard let value else { return bindNull(index) }
    note(unsafe sqlite3_bind_int64(handle, Int32(index), value))
  }

  /// Binds a whole number, or NULL.
  package func bind(_ index: Int, _ value: Int?) {
    guard let value else { return bindNull(index) }
    note(unsafe sqlite3_bind_int64(handle, Int32(index), Int64(value)))
  }

  /// Binds a copy of a text, or NULL. Its length is told, so that a NUL in it ends nothing.
  package func bind(_ index: Int, _ text: String?) {
    guard var text else { return bindNull(index) }
    text.withUTF8 { bytes in
      unsafe bindText(index, UnsafeRawBufferPointer(bytes), csqlite_copied())
    }
  }

  /// Binds a copy of some bytes, or NULL.
  package func bind(_ index: Int, blob: [UInt8]?) {
    guard let blob else { return bindNull(index) }
    unsafe blob.withUnsafeBytes { bytes in unsafe bindBlob(index, bytes, csqlite_copied()) }
  }

  /// Binds text in UTF-8 without copying it: the bytes must stay until the statement is reset, which ``run()``, ``rows(_:)``,
  /// ``first(_:)`` and the step that answers false do by themselves. The position is then unbound.
  package func bind(_ index: Int, textBytes: UnsafeRawBufferPointer) {
    unsafe bindText(index, textBytes, borrow(index))
  }

  /// Binds bytes without copying them: they must stay as long as those of ``bind(_:textBytes:)``.
  package func bind(_ index: Int, blobBytes: UnsafeRawBufferPointer) {
    unsafe bindBlob(index, blobBytes, borrow(index))
  }

  /// How SQLite is to treat the caller's bytes: leave them where they are, if we can remember to unbind them.
  private func borrow(_ index: Int) -> sqlite3_destructor_type? {
    guard index >= 0, index < UInt64.bitWidth else { return unsafe csqlite_copied() }
    borrowed |= 1 << UInt64(index)
    return nil
  }

  private func bindText(_ index: Int, _ bytes: UnsafeRawBufferPointer, _ owner: sqlite3_destructor_type?) {
    // No address would mean NULL, which an empty text is not.
    guard let start = bytes.baseAddress, unsafe !bytes.isEmpty else {
      return note(unsafe sqlite3_bind_text(handle, Int32(index), "", 0, csqlite_copied()))
    }
    note(
      unsafe sqlite3_bind_text64(
        handle, Int32(index), start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), owner,
        UInt8(SQLITE_UTF8)))
  }

  private func bindBlob(_ index: Int, _ bytes: UnsafeRawBufferPointer, _ owner: sqlite3_destructor_type?) {
    guard let start = bytes.baseAddress, unsafe !bytes.isEmpty else {
      return note(unsafe sqlite3_bind_zeroblob(handle, Int32(index), 0))
    }
    note(unsafe sqlite3_bind_blob64(handle, Int32(index), start, UInt64(bytes.count), owner))
  }
}
