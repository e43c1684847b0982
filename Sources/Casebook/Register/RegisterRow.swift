import Rules
import Units

/// What one row of an imported file says.
struct RegisterRow {
  let row: Sheet.Row
  /// The household's id, or the person's in a file of members.
  let id: String
  /// The household that it concerns.
  let household: String
  /// What it states, under the names of the columns; what it does not state is not there.
  let said: Payload

  /// The names under which personal data is stated: never in an entry.
  static let personal = ["name", "resident_id", "telephone", "bank_account"]
}

extension RowReading {
  /// Reads the row of a kind; `nil` where it has a fault.
  mutating func registerRow(_ kind: ImportKind, _ scheme: Scheme) -> RegisterRow? {
    switch kind {
    case .households: householdRow(scheme)
    case .members: memberRow()
    case .property, .businesses, .vehicles: assetRow(kind)
    }
  }

  private mutating func householdRow(_ scheme: Scheme) -> RegisterRow? {
    let household = id(0)
    let said = Payload().with("group", group(1, of: scheme)).with("members", count(2, atLeast: 1))
      .with("annual_income", yuan(3, in: Yuan.incomeRange)).with("dwellings", count(4))
      .with("businesses", count(5)).with("vehicles", count(6)).with("township", text(7))
      .with("village", text(8))
    guard let household, fault == nil else { return nil }
    return RegisterRow(row: row, id: household, household: household, said: said)
  }

  private mutating func memberRow() -> RegisterRow? {
    let (person, household) = (id(0), id(1))
    let said = Payload().with("household", household).with("name", text(2))
      .with("resident_id", checked(3, "bad-resident-id", RowReading.residentID))
      .with("relation", text(4))
      .with("telephone", checked(5, "bad-telephone", RowReading.telephone))
      .with("bank_account", checked(6, "bad-bank-account", RowReading.bankAccount))
    guard let person, let household, fault == nil else { return nil }
    return RegisterRow(row: row, id: person, household: household, said: said)
  }

  private mutating func assetRow(_ kind: ImportKind) -> RegisterRow? {
    let (household, count) = (id(0), requiredCount(1))
    guard let household, let asset = kind.asset, fault == nil else { return nil }
    return RegisterRow(
      row: row, id: household, household: household, said: Payload().with(asset.word, count))
  }

  private static func residentID(_ text: String) -> Checked {
    do { return .sound(try ResidentID(checking: text).text) } catch { return .fault(error.what) }
  }

  private static func telephone(_ text: String) -> Checked {
    do { return .sound(try Telephone(checking: text).digits) } catch { return .fault(error.what) }
  }

  private static func bankAccount(_ text: String) -> Checked {
    do { return .sound(try BankAccount(checking: text).digits) } catch { return .fault(error.what) }
  }
}
