import Claims
import Files
import Rules
import Tables
import Units

extension ClaimWork {
  /// Words the decisions of the block.
  func finish() {
    count(rows: count)
    output.removeAll()
    if stream.writer.isPlain {
      writePlain()
    } else {
      for index in 0..<count {
        unsafe stream.writer.write(
          rows[index], keepsMoney ? money[index] : DecisionWriter.Money(),
          person: persons.isEmpty ? nil : persons[index], like: likeIDs(rows[index]), into: output)
      }
    }
  }

  /// The ids on the register that the household's is like, where detailed decisions name them.
  private func likeIDs(_ row: borrowing ClaimInWork) -> [[UInt8]] {
    guard stream.writer.form.detail, row.ordinal == Register.none,
      row.findings.contains(Findings(.householdUnclear))
    else { return [] }
    return unsafe stream.likeIDs.ordinals(like: row.householdCell).map(stream.register.id)
  }

  private func count(rows number: Int) {
    let (rows, counts) = unsafe (rows, counts)
    let perils = counts.count / Tally.reasons
    for index in 0..<number {
      let row = unsafe rows + index
      let place = unsafe Int(row.pointee.reason) &* perils &+ Int(row.pointee.peril)
      var entry = counts[place]
      entry.claims &+= 1
      entry.amount &+= unsafe row.pointee.amount
      entry.payout &+= unsafe row.pointee.payout
      counts[place] = entry
    }
  }

  private func writePlain() {
    let rows = unsafe rows
    var longest = 0
    for index in 0..<count { unsafe longest = max(longest, Int(rows[index].idCount)) }
    // A bare cell may hold a return, and no other byte that asks for quotes.
    let quoted = block.hasQuotes || block.traits.contains(.controls)
    let place = unsafe output.room(for: count * DecisionWriter.plainRoom(longest))
    unsafe output.advance(to: stream.writer.writePlain(rows, count, quoted: quoted, to: place))
  }

  func deliver() throws(BatchError) {
    stream.progress.note(bytes: block.fileEnd, rows: count + rejects.count)
    do {
      try unsafe stream.output.add(output.bytes, rows: count)
      try stream.rejects.add(rejects)
    } catch {
      throw .file(error)
    }
    guard let observer = stream.observer else { return }
    for index in 0..<count {
      let person = persons.isEmpty ? "" : persons[index]
      unsafe observer(rows[index], money[index], firstLine + 1 + Int(rows[index].line), person)
    }
  }
}
