extension Fault {
  /// Faults of lists: empty, twice, contradicting.
  static let ofLists = [
    Fault(
      "\"groups\": [\"poor\"], \"multiple\"", "\"groups\": [], \"multiple\"", "empty-list", 24, 28,
      "protectionLine.rules[0].groups", nil),
    Fault(
      "\"groups\": [\"poor\"], \"multiple\"", "\"groups\": [\"poor\", \"poor\"], \"multiple\"",
      "duplicate-word", 24,
      37, "protectionLine.rules[0].groups[1]", nil),
    Fault(
      "\"rules\": [ ",
      "\"rules\": [ { \"groups\": [\"poor\"], \"published\": [ { \"year\": 2018, \"yuan\": 5100, "
        + "\"source\": \"law\", \"at\": { \"zh\": \"第9条\", \"en\": \"art. 9\" } } ] }, ", "duplicate-rule",
      24, 145, "protectionLine.rules[1]",
      nil),
    Fault(
      "\"multiple\": {", "\"published\": [], \"multiple\": {", "protection-line-unclear", 24, 16,
      "protectionLine.rules[0]", nil),
    Fault(
      "\"multiple\": { \"factor\": 1.5, \"source\": \"law\", \"at\": { \"zh\": \"第9条\", \"en\": \"art. 9\" } }",
      "\"published\": []",
      "empty-list",
      24, 51, "protectionLine.rules[0].published", nil),
    Fault(
      "[ { \"year\": 2017, \"yuan\": 2952, \"source\": \"law\", \"at\": { \"zh\": \"第9条\", \"en\": \"art. 9\" } } ]",
      "[]",
      "missing-national-standard", 24, 50, "protectionLine.rules[0].multiple",
      "give the figure for each year in nationalStandard"),
    Fault(
      "[ { \"year\": 2017,",
      "[ { \"year\": 2017, \"yuan\": 1, \"source\": \"law\", \"at\": { \"zh\": \"第9条\", \"en\": \"art. 9\" } }, { \"year\": 2017,",
      "duplicate-year", 25, 122, "protectionLine.nationalStandard[1].year", nil),
    Fault("\"zh\": \"贫困户\"", "\"zh\": \"贫困户 \"", "outer-space", 11, 37, "groups[0].name.zh", nil),
    Fault(
      "\"claims\": [ { \"peril\": \"illness\", \"amount\": 18000.00, \"pays\": 7800.00, \"reason\": \"covered\" } ]",
      "\"claims\": []", "empty-list", 60, 17, "cases[0].claims", nil),
    Fault(
      "\"amount\": 18000.00", "\"amount\": 100000000.01", "amount-too-large", 60, 51,
      "cases[0].claims[0].amount", nil),
    Fault(
      "\"group\": \"poor\" }", "\"group\": \"poor\", \"income\": -100000000.01 }", "amount-too-large", 59, 87,
      "cases[0].household.income", nil),
    Fault(
      "\"from\": \"2017-10-01\"", "\"from\": \"2017/10/1\"", "malformed-day", 7, 26, "effective.from",
      "write it like 2017-10-01"),
    Fault(
      "\"unlimited\": true", "\"unlimited\": false", "wrong-type", 50, 89,
      "administration.approvalLimits[0].upTo.unlimited", nil),
  ]
}
