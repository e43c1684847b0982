import Tables
package import Units

/// Schooling costs from the education office.
package enum EducationFile: BillFile {
  package static let kind = FileKind.education
  package static let name = Wording(zh: "教育部门的就学费用", en: "schooling costs from the education office")

  package enum Role: Int, FileRole {
    case record, household, person, incurredOn
    case tuition, boarding, textbooks, exemptions
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .record: .record
    case .household: .household
    case .person: Field.person.optional
    case .incurredOn: .incurredOn
    case .tuition: Field("tuition", "学费", "学费；元", "tuition; in yuan").holding(.money)
    case .boarding: Field("boarding", "住宿费", "住宿费；元", "boarding; in yuan").holding(.money)
    case .textbooks: Field("textbooks", "书本费", "书本费；元", "textbooks; in yuan").holding(.money)
    case .exemptions:
      Field("exemptions", "减免", "减免和资助；元", "what was waived or granted; in yuan").holding(.money)
    }
  }

  package static let whose = BillRoles(
    record: Role.record, household: .household, person: .person, incurredOn: .incurredOn)
  package static let costs: [Role] = [.tuition, .boarding, .textbooks]
  package static let returns: [Role] = [.exemptions]
}
