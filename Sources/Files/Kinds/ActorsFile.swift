import Tables
package import Units

/// The actors who are to be enrolled.
package enum ActorsFile: TableFile {
  package static let kind = FileKind.actors
  package static let name = Wording(zh: "经办人", en: "actors")

  package enum Role: Int, FileRole {
    case name, office, role, person, households
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .name: Field.personName.meaning("经办人的姓名，签章时照此写", "the actor's name, as used when signing")
    case .office: Field("office", "单位", "所属单位；发送文件时照此写", "the office; files are sent to it under this name")
    case .role:
      Field(
        "role", "角色", "village、township、department、insurer、county 之一",
        "village, township, department, insurer or county"
      ).holding(.word)
    case .person:
      Field.person.optional.meaning(
        "经办人是家庭成员时的人员编号", "the actor's person id, if the actor is a member of a household")
    case .households:
      Field(
        "households", "亲属户", "本人及亲属的户编号，用分号隔开；这些户的案件须回避",
        "the households of the actor and relatives, separated by semicolons; the actor may not act on their cases"
      ).optional
    }
  }

  /// The households that a cell names.
  package static func households(in cell: String?) -> [String] {
    (cell ?? "").split { $0 == " " || $0 == ";" || $0 == "；" || $0 == "\u{3000}" }.map(String.init)
  }
}
