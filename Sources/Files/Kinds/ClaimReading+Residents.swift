package import Tables
import Units

// Claims whose households are looked up by resident IDs.
extension ClaimReading {
  /// Why the list does not lead a claim to its household, or differs from what the claim states.
  struct LookupFault: Error {
    let role: Role
    let problem: RowProblem
    var what: Wording?
  }

  /// How the household of the claim in hand is known.
  enum Lookup {
    /// The claim states it.
    case stated
    /// The claim states it, and the list does not have its resident ID.
    case unlisted
    /// By its resident ID.
    case found
  }

  /// Reads a claim as ``read(_:line:isPlain:commas:into:)`` does, once the list has filled in what its row lacks.
  package mutating func lookUpAndRead(
    _ scanner: RowScanner, _ isPlain: Bool, _ commas: CommaText, into claim: UnsafeMutablePointer<StatedClaim>
  ) -> Bool {
    guard let list = residents, case .success(let lookup) = unsafe lookUp(scanner, list),
      unsafe read(scanner.cells, line: scanner.line, isPlain: isPlain, commas: commas, into: claim)
    else { return false }
    count(lookup)
    return true
  }

  mutating func count(_ lookup: Lookup) {
    switch lookup {
    case .stated: break
    case .unlisted: lookups.unlisted += 1
    case .found: lookups.found += 1
    }
  }

  /// Fills in the household and the person of the row just read, where it states none and the list has them.
  mutating func lookUp(_ scanner: RowScanner, _ list: any ResidentList) -> Result<Lookup, LookupFault> {
    let cells = unsafe scanner.cells
    // What was filled in for the row before stays where the table has no such column.
    for role in [Role.household, .person] where unsafe list.holds(cells[role.rawValue]) {
      unsafe cells[role.rawValue].count = 0
    }
    isDressed = true
    let household = unsafe dressed.bare(cells[Role.household.rawValue])
    let resident: ResidentID
    switch unsafe self.resident(cells[Role.residentID.rawValue]) {
    case .failure(let fault): return unsafe household.isMissing ? .failure(fault) : .success(.unlisted)
    case .success(nil):
      guard unsafe household.isMissing else { return .success(.stated) }
      let hasColumn = unsafe scanner.column(of: Role.household.rawValue) > 0
      return .failure(LookupFault(role: hasColumn ? .household : .residentID, problem: .missing))
    case .success(let read?): resident = read
    }
    let person = unsafe dressed.bare(cells[Role.person.rawValue])
    switch list.find(resident) {
    case .nowhere:
      return unsafe household.isMissing
        ? .failure(LookupFault(role: .residentID, problem: .unknownResident)) : .success(.unlisted)
    case .households(let all):
      if unsafe household.isMissing {
        return .failure(LookupFault(role: .residentID, problem: .residentInTwoHouseholds))
      }
      return unsafe all.contains { unsafe $0.isSame(as: household) }
        ? .success(.stated) : .failure(LookupFault(role: .household, problem: .householdDiffers))
    case .household(let listed, let listedPerson):
      if unsafe !household.isMissing && !household.isSame(as: listed) {
        return .failure(
          LookupFault(role: .household, problem: .householdDiffers, what: unsafe otherHousehold(listed)))
      }
      if let listedPerson = unsafe listedPerson {
        if unsafe !person.isMissing && !person.isSame(as: listedPerson) {
          return .failure(
            LookupFault(role: .person, problem: .personDiffers, what: unsafe otherPerson(listedPerson)))
        }
        if unsafe person.isMissing { unsafe cells[Role.person.rawValue] = unsafe listedPerson }
      }
      guard unsafe household.isMissing else { return .success(.stated) }
      unsafe cells[Role.household.rawValue] = unsafe listed
      return .success(.found)
    }
  }

  /// The resident ID in a cell, `nil` where it is missing; or why it is none.
  private func resident(_ cell: Cell) -> Result<ResidentID?, LookupFault> {
    let read = unsafe dressed.id(cell)
    if let fault = unsafe read.fault {
      let isDamaged = fault.problem == .idDamaged
      return .failure(LookupFault(role: .residentID, problem: isDamaged ? .idDamaged : .badResidentID))
    }
    if unsafe read.cell.isMissing { return .success(nil) }
    do throws(ResidentIDFault) {
      return .success(try ResidentID(checking: unsafe read.cell.string))
    } catch {
      return .failure(LookupFault(role: .residentID, problem: .badResidentID, what: error.what))
    }
  }

  private func otherHousehold(_ id: Cell) -> Wording {
    let (name, id) = (RowProblem.householdDiffers.name, Reject.shown(unsafe id.string))
    return Wording(zh: "\(name.zh)：\(id)", en: "\(name.en), \(id)")
  }

  private func otherPerson(_ id: Cell) -> Wording {
    let (name, id) = (RowProblem.personDiffers.name, Reject.shown(unsafe id.string))
    return Wording(zh: "\(name.zh)：\(id)", en: "\(name.en), \(id)")
  }
}

extension Cell {
  /// Whether another cell has the same bytes.
  fileprivate func isSame(as other: Cell) -> Bool {
    unsafe UnsafeBufferPointer(start: start, count: count)
      .elementsEqual(UnsafeBufferPointer(start: other.start, count: other.count))
  }
}
