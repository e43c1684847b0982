package import Tables
package import Units

/// The members of households.
package enum MembersFile: TableFile {
  package static let kind = FileKind.members
  package static let name = Wording(zh: "家庭成员", en: "members of households")

  package enum Role: Int, FileRole {
    case person, household, name, residentID, relation, telephone, bankAccount
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .person: .person
    case .household: .household
    case .name: Field.personName.optional
    case .residentID: Field.residentID.optional
    case .relation:
      Field("relation", "与户主关系", "与户主的关系", "how the person is related to the head of the household").optional
    case .telephone: Field.telephone.optional
    case .bankAccount: Field.bankAccount.optional
    }
  }

  /// What a row says of a member; what it does not say is `nil`.
  package struct Member: Sendable {
    package let person: String
    package let household: String
    package let name: String?
    /// 18 characters, its check digit right.
    package let residentID: String?
    package let relation: String?
    package let telephone: String?
    package let bankAccount: String?
  }

  /// What a row says of who a member is.
  package struct Identity: Sendable {
    package let person: String
    package let household: String
    /// 18 characters, its check digit right.
    package let residentID: String?
  }

  /// The columns of a list by which households are looked up. A column's place is its role's raw value.
  package static let searched = columns.map { column in
    guard column.name == Field.residentID.name else { return column }
    return column.required(true).remedied(
      by: Remedy(
        Wording(
          zh: "户编号要按它来查，没有它就无从查起",
          en: "households are looked up by it: without it there is nothing to look up")))
  }
}

extension RowReading<MembersFile> {
  /// Reads a member; `nil` where the row has a fault.
  package mutating func member() -> MembersFile.Member? {
    let identity = identity()
    let row = MembersFile.Member(
      person: identity?.person ?? "", household: identity?.household ?? "", name: text(.name),
      residentID: identity?.residentID, relation: text(.relation),
      telephone: checked(.telephone, .badTelephone, MembersFile.telephone),
      bankAccount: checked(.bankAccount, .badBankAccount, MembersFile.bankAccount))
    return fault != nil ? nil : row
  }

  /// Reads who a member is, and nothing else of the row; `nil` where that has a fault.
  package mutating func identity() -> MembersFile.Identity? {
    let (person, household) = (id(.person), id(.household))
    let residentID = residentID()
    guard let person, let household, fault == nil else { return nil }
    return MembersFile.Identity(person: person, household: household, residentID: residentID)
  }

  private mutating func residentID() -> String? {
    if let text = row.word(.residentID), case .failure(.damaged) = Dress.id(text) {
      note(.residentID, .idDamaged)
      return nil
    }
    return checked(.residentID, .badResidentID, MembersFile.residentID)
  }
}

extension MembersFile {
  fileprivate static func residentID(_ text: String) -> CheckedText {
    do { return .sound(try ResidentID(checking: text).text) } catch { return .fault(error.what) }
  }

  fileprivate static func telephone(_ text: String) -> CheckedText {
    do { return .sound(try Telephone(checking: text).digits) } catch { return .fault(error.what) }
  }

  fileprivate static func bankAccount(_ text: String) -> CheckedText {
    do { return .sound(try BankAccount(checking: text).digits) } catch { return .fault(error.what) }
  }
}
