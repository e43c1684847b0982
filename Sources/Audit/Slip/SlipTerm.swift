import Rules
import Units

/// The words of the built-in schemes as slips of the first form have always had them: they bring no scheme.
enum SlipTerm {
  /// What a peril's word means; the word itself where it is none of these.
  static func peril(_ word: String) -> Wording {
    switch word {
    case "illness": Wording(zh: "因病", en: "illness")
    case "education": Wording(zh: "因学", en: "education")
    case "disaster": Wording(zh: "因灾", en: "disaster")
    default: Wording(zh: word, en: word)
    }
  }

  /// What a cause's word means; the word itself where it is none of these.
  static func cause(_ word: String) -> Wording {
    switch word {
    case "inpatient": Wording(zh: "住院", en: "inpatient treatment")
    case "long-term-treatment": Wording(zh: "长期治疗", en: "long-term treatment")
    case "traffic-accident": Wording(zh: "交通事故", en: "traffic accident")
    default: Wording(zh: word, en: word)
    }
  }

  /// What a group's word means.
  static func group(_ word: String) -> Wording {
    switch word {
    case "out-of-poverty": Wording(zh: "非高标准脱贫户", en: "out of poverty, not to a high standard")
    case "low-income": Wording(zh: "非贫低收入户", en: "low income, never registered as poor")
    case "registered-poor": Wording(zh: "建档立卡贫困户", en: "registered as poor")
    case "ordinary": Wording(zh: "一般户", en: "ordinary household")
    default: Wording(zh: word, en: word)
    }
  }

  /// A kind of asset.
  static func asset(_ asset: Scheme.Asset) -> Wording {
    switch asset {
    case .dwellings: Wording(zh: "住房", en: "dwellings")
    case .businesses: Wording(zh: "经营主体", en: "business entities")
    case .vehicles: Wording(zh: "车辆", en: "vehicles")
    }
  }

  /// Whether the words of a scheme mean what they mean here.
  static func speaks(for scheme: Scheme) -> Bool {
    scheme.perils.allSatisfy { peril($0.id) == $0.name }
      && scheme.groups.allSatisfy { group($0.id) == $0.name }
  }
}
