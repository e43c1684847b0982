/// Text as its bytes: two ids are the same where every byte is. (Swift's own strings would take a letter
/// with its accent and the same letter followed by an accent for one.)
typealias Bytes = [UInt8]

extension Bytes {
  init(of text: String) { self = Array(text.utf8) }

  /// As a person reads it, for messages.
  var text: String { String(decoding: self, as: UTF8.self) }
}

/// What has an English and a Chinese word in the files.
protocol Worded: CaseIterable {
  var english: String { get }
  var chinese: String { get }
}

extension Worded {
  /// The meaning of a word in either language; nil for any other word.
  static func meaning(of word: Bytes) -> Self? {
    allCases.first { word.elementsEqual($0.english.utf8) || word.elementsEqual($0.chinese.utf8) }
  }
}

extension Peril: Worded {
  var english: String {
    switch self {
    case .illness: "illness"
    case .education: "education"
    case .disaster: "disaster"
    }
  }

  var chinese: String {
    switch self {
    case .illness: "因病"
    case .education: "因学"
    case .disaster: "因灾"
    }
  }
}

extension Group: Worded {
  var english: String {
    switch self {
    case .outOfPoverty: "out-of-poverty"
    case .lowIncome: "low-income"
    case .registeredPoor: "registered-poor"
    case .ordinary: "ordinary"
    }
  }

  var chinese: String {
    switch self {
    case .outOfPoverty: "非高标准脱贫户"
    case .lowIncome: "非贫低收入户"
    case .registeredPoor: "建档立卡贫困户"
    case .ordinary: "一般户"
    }
  }
}

extension Cause: Worded {
  var english: String {
    switch self {
    case .inpatient: "inpatient"
    case .longTermTreatment: "long-term-treatment"
    case .trafficAccident: "traffic-accident"
    }
  }

  var chinese: String {
    switch self {
    case .inpatient: "住院"
    case .longTermTreatment: "长期治疗"
    case .trafficAccident: "交通事故"
    }
  }
}

/// Whether something is so.
enum Answer: Worded {
  case yes, no
  var english: String { self == .yes ? "yes" : "no" }
  var chinese: String { self == .yes ? "是" : "否" }
}

/// A column the contract names.
enum Column: Int, Worded {
  case claimID, householdID, peril, incurredOn, amount, cause, compensated, corrects
  case group, members, income, dwellings, businesses, vehicles
  case person

  static let ofClaims: [Column] = [
    .claimID, .householdID, .peril, .incurredOn, .amount, .cause, .compensated,
  ]
  static let ofClaimsAndCorrections = ofClaims + [.corrects]
  static let ofMembers: [Column] = [.person, .householdID]
  static let listedOfClaims: [Column] = [.claimID, .householdID, .peril, .incurredOn, .amount]
  static let ofHouseholds: [Column] =
    [.householdID, .group, .members, .income, .dwellings, .businesses, .vehicles]

  var english: String { names.english }
  var chinese: String { names.chinese }

  /// The column that a heading names, however it is written: wide or narrow, in capitals, with blanks and joiners.
  static func named(_ heading: Bytes) -> Column? {
    let plain = folded(heading)
    return allCases.first { plain == folded(Bytes(of: $0.english)) || plain == folded(Bytes(of: $0.chinese)) }
  }

  private static func folded(_ heading: Bytes) -> String {
    let plain = Undress.cell(heading, .word) ?? []
    return plain.text.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
  }

  private var names: (english: String, chinese: String) {
    switch self {
    case .claimID: ("claim_id", "申请编号")
    case .householdID: ("household_id", "户编号")
    case .peril: ("peril", "险别")
    case .incurredOn: ("incurred_on", "发生日期")
    case .amount: ("amount", "金额")
    case .cause: ("cause", "原因")
    case .compensated: ("compensated", "是否已获赔偿")
    case .corrects: ("corrects", "更正")
    case .group: ("group", "人群")
    case .members: ("members", "人口")
    case .income: ("annual_income", "年收入")
    case .dwellings: ("dwellings", "住房数")
    case .businesses: ("businesses", "经营主体数")
    case .vehicles: ("vehicles", "车辆数")
    case .person: ("person_id", "人员编号")
    }
  }
}
