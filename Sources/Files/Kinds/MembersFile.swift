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
}

extension RowReading<MembersFile> {
  /// Reads a member; `nil` where the row has a fault.
  package mutating func member() -> MembersFile.Member? {
    let (person, household) = (id(.person), id(.household))
    let row = MembersFile.Member(
      person: person ?? "", household: household ?? "", name: text(.name),
      residentID: checked(.residentID, .badResidentID, MembersFile.residentID), relation: text(.relation),
      telephone: checked(.telephone, .badTelephone, MembersFile.telephone),
      bankAccount: checked(.bankAccount, .badBankAccount, MembersFile.bankAccount))
    return person == nil || household == nil || fault != nil ? nil : row
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
