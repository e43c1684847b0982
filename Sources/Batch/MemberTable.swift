import Files
import Tables
import Units

/// A list of members by their resident IDs: to which household each of them belongs, and under which id.
///
/// Filled by one worker; afterwards any number may look residents up. A number is held in one word, a household's id once for
/// members that stand one below the other.
@safe
final class MemberTable: ResidentList, @unchecked Sendable {
  /// Where the ids of a household and of a person stand among ``texts``; 0 where there is none, or more than one.
  private struct Place: BitwiseCopyable {
    var household: Int
    var person: Int
  }

  private var residents: IDTable<Place>
  /// The ids, each behind a byte with its length; the first byte is none, so that no place is 0.
  private let texts = ByteArena()
  /// For residents of several households, where the ids of these stand.
  private var several: [UInt64: [Int]] = [:]
  private var lastHousehold = 0
  /// For each person where the id of their household stands; 0 where they are listed in several. Empty where nobody asks.
  private var persons: [String: Int] = [:]
  private let keepsPersons: Bool

  /// - Parameter keepsPersons: whether anybody will ask for persons by their ids.
  init(expected: Int, keepsPersons: Bool) {
    self.keepsPersons = keepsPersons
    residents = IDTable(expected: expected)
    texts.append(0)
  }

  // MARK: Filling

  /// Enters a member; one without a resident ID is never looked up by it.
  func enter(_ member: MembersFile.Identity) {
    if keepsPersons { enterPerson(member) }
    guard let text = member.residentID else { return }
    let word = ResidentID.word(of: text)
    let key = PackedID(number: word)
    let found = unsafe residents.find(nobody, key)
    if found == IDTable<Place>.none {
      let household = place(ofHousehold: member.household)
      let place = Place(household: household, person: keep(member.person))
      unsafe residents.enter(nobody, key, place)
      return
    }
    let place = residents[Int(found)]
    let known = several[word] ?? [place.household]
    guard known.contains(where: { isText(at: $0, member.household) }) else {
      several[word] = known + [self.place(ofHousehold: member.household)]
      residents[Int(found)] = Place(household: 0, person: 0)
      return
    }
    if !isText(at: place.person, member.person) { residents[Int(found)].person = 0 }
  }

  private func enterPerson(_ member: MembersFile.Identity) {
    guard let place = persons[member.person] else {
      persons[member.person] = self.place(ofHousehold: member.household)
      return
    }
    if !isText(at: place, member.household) { persons[member.person] = 0 }
  }

  private func place(ofHousehold id: String) -> Int {
    if !isText(at: lastHousehold, id) { lastHousehold = keep(id) }
    return lastHousehold
  }

  /// Whether this id stands at a place.
  private func isText(at place: Int, _ id: String) -> Bool {
    unsafe place > 0 && cell(at: place).holds(Array(id.utf8))
  }

  private func keep(_ id: String) -> Int {
    let place = texts.count
    let bytes = Array(id.utf8)
    precondition(bytes.count <= Dress.longestID, "an id that was read is no longer than ids are")
    texts.append(UInt8(bytes.count))
    unsafe bytes.withUnsafeBufferPointer { unsafe texts.append($0) }
    return place
  }

  /// Ends the filling: behind the last id, too, there are bytes that may be read.
  func finishFilling() { for _ in 0..<Block.padding { texts.append(0) } }

  // MARK: Looking up

  func find(_ resident: ResidentID) -> ListedResident {
    let word = resident.word
    let ordinal = unsafe residents.find(nobody, PackedID(number: word))
    guard ordinal != IDTable<Place>.none else { return .nowhere }
    let place = residents[Int(ordinal)]
    if let all = several[word] { return unsafe .households(all.map { unsafe cell(at: $0) }) }
    return unsafe .household(
      cell(at: place.household), person: place.person > 0 ? cell(at: place.person) : nil)
  }

  /// Whether a person is listed in a household, and in no other.
  func lists(_ person: String, in household: Cell) -> Bool {
    guard let place = persons[person], place > 0 else { return false }
    return unsafe cell(at: place).string == household.string
  }

  func holds(_ cell: Cell) -> Bool {
    guard let first = unsafe texts.bytes.baseAddress else { return false }
    return unsafe cell.start >= first && cell.start < first + texts.count
  }

  private func cell(at place: Int) -> Cell {
    guard let first = unsafe texts.bytes.baseAddress else { preconditionFailure("an arena has a place") }
    return unsafe Cell(start: first + place + 1, count: Int(texts.bytes[place]))
  }

  /// Numbers are found by their words alone.
  private var nobody: Cell { unsafe cell(at: 0) }
}
