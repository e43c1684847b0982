/// A list of members as read.
struct ReadMembers {
  /// The households of each person, in the order of their rows.
  private(set) var homes: [Bytes: [Bytes]] = [:]
  private(set) var rejects: [Reject] = []

  init(_ bytes: Bytes) {
    let table = ReadTable(bytes)
    for row in table.rows {
      var reader = RowReader(row, places: table.places, width: table.header.count)
      if reader.problems.isEmpty, let member = ReadMembers.member(&reader) {
        homes[member.person, default: []].append(member.household)
      } else {
        rejects.append(Reject(line: row.line, problems: reader.problems))
      }
    }
  }

  private static func member(_ reader: inout RowReader) -> (person: Bytes, household: Bytes)? {
    let person = reader.id(.person, isHousehold: true, missing: .personMissing, refused: .personRefused)
    let household = reader.id(
      .householdID, isHousehold: true, missing: .householdIDMissing, refused: .householdIDRefused)
    guard let person, let household else { return nil }
    return (person, household)
  }
}
