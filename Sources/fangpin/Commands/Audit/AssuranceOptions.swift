import Units

/// How sure a sample is to make, declared once.
enum AssuranceOptions {
  static let confidence = Option<String>.text(
    "confidence", "P", default: "95", Wording(zh: "置信度，百分数", en: "the confidence level, in percent"),
    offers: .nothing)
  static let tolerable = Option<String>.text(
    "tolerable", "P", default: "5",
    Wording(zh: "可容忍误差，占金额的百分数", en: "the tolerable error, as a percentage of the money"),
    offers: .nothing)
  static let expected = Option<String>.text(
    "expected", "P", default: "1",
    Wording(zh: "预计误差，占金额的百分数", en: "the expected error, as a percentage of the money"), offers: .nothing)

  static let all: [any DeclaredOption] = [confidence, tolerable, expected]
}
