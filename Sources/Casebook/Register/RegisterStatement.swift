import Files
import Journal
import Rules
import Units

/// What one row of an imported file says.
struct RegisterStatement {
  /// The household's id, or the person's in a file of members.
  let id: String
  /// The household that it concerns.
  let household: String
  /// What it states, under the names that entries have for it; what it does not state is not there.
  let stated: RegisterValues
  /// The cells that name it and its household.
  let places: (id: CellPlace, household: CellPlace)
}

extension ImportKind {
  /// What the rows of a sheet say, in their order, or why they cannot be read.
  func rows(_ sheet: Sheet, _ scheme: Scheme) -> [Result<RegisterStatement, Reject>] {
    switch self {
    case .households:
      read(sheet, HouseholdsFile.self, (.household, .household)) { reading in
        reading.household(scheme).map { ($0.household, $0.household, ImportKind.stated($0)) }
      }
    case .members:
      read(sheet, MembersFile.self, (.person, .household)) { reading in
        reading.member().map { ($0.person, $0.household, ImportKind.stated($0)) }
      }
    case .property: assets(sheet, PropertyFile.self)
    case .businesses: assets(sheet, BusinessesFile.self)
    case .vehicles: assets(sheet, VehiclesFile.self)
    }
  }

  private func read<File: TableFile>(
    _ sheet: Sheet, _ file: File.Type, _ roles: (id: File.Role, household: File.Role),
    _ read: (inout RowReading<File>) -> (id: String, household: String, stated: RegisterValues)?
  ) -> [Result<RegisterStatement, Reject>] {
    sheet.rows(of: file).compactMap { row in
      var reading = RowReading(row)
      guard let found = read(&reading) else { return reading.fault.map { .failure($0) } }
      return .success(
        RegisterStatement(
          id: found.id, household: found.household, stated: found.stated,
          places: (row.place(roles.id), row.place(roles.household))))
    }
  }

  private func assets<File: AssetFile>(
    _ sheet: Sheet, _ file: File.Type
  ) -> [Result<RegisterStatement, Reject>] {
    guard let asset else { return [] }
    return read(sheet, file, (file.household, file.household)) { reading in
      reading.asset().map {
        ($0.household, $0.household, RegisterValues(texts: [:], counts: [asset.field: $0.count]))
      }
    }
  }

  private static func stated(_ row: HouseholdsFile.Household) -> RegisterValues {
    RegisterValues(
      texts: [
        .group: row.group, .income: row.income?.description, .township: row.township, .village: row.village,
      ],
      counts: [
        .members: row.members, .incomeYear: row.incomeYear, .dwellings: row.dwellings,
        .businesses: row.businesses,
        .vehicles: row.vehicles,
      ])
  }

  private static func stated(_ row: MembersFile.Member) -> RegisterValues {
    RegisterValues(texts: [
      .household: row.household, .name: row.name, .residentID: row.residentID, .relation: row.relation,
      .telephone: row.telephone, .bankAccount: row.bankAccount,
    ])
  }
}

extension Scheme.Asset {
  /// What the register knows of it.
  var field: RegisterField {
    switch self {
    case .dwellings: .dwellings
    case .businesses: .businesses
    case .vehicles: .vehicles
    }
  }
}
