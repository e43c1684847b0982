extension Fault {
  /// Faults of words, references, provenance and the rest.
  static let ofWords = [
    Fault(
      "\"at\": { \"zh\": \"第4条\", \"en\": \"art. 4\" }", "\"at\": \"art. 4\"",
      "wrong-type", 9, 63, "policyYear.at", "write { \"zh\": \"…\", \"en\": \"…\" }"),
    Fault(
      "\"at\": { \"zh\": \"第4条\", \"en\": \"art. 4\" }", "\"at\": { \"en\": \"art. 4\" }",
      "missing-key", 9, 63, "policyYear.at.zh", "add \"zh\" to this object"),
    Fault(
      "\"source\": \"law\", \"at\": { \"zh\": \"第4条\", \"en\": \"art. 4\" }", "\"source\": \"law\"",
      "missing-key", 9, 17, "policyYear.at", "add \"at\" to this object"),
    Fault(
      "\"source\": \"law\", \"at\": { \"zh\": \"第4条\", \"en\": \"art. 4\" }",
      "\"at\": { \"zh\": \"第4条\", \"en\": \"art. 4\" }",
      "missing-key", 9, 17, "policyYear.source", "add \"source\" to this object"),
    Fault(
      "\"source\": \"law\", \"at\": { \"zh\": \"第4条\", \"en\": \"art. 4\" }",
      "\"source\": \"law\", \"at\": { \"zh\": \"第4条\", \"en\": \"art. 4\" }, \"assumption\": { \"zh\": \"假设\", \"en\": \"so\" }",
      "two-provenances", 9, 50, "policyYear.source", "keep one of them"),
    Fault(
      "\"startsOn\": \"01-01\"", "\"startsOn\": \"02-29\"",
      "malformed-day", 9, 31, "policyYear.startsOn", "write it as month and day, such as 01-01"),
    Fault(
      "\"2017-10-01\"", "\"2017-10-32\"",
      "malformed-day", 7, 26, "effective.from", "write it like 2017-10-01"),
    Fault(
      "\"2027-12-31\"", "\"2017-09-30\"",
      "until-before-from", 7, 49, "effective.until", nil),
    Fault(
      "\"id\": \"rich\"", "\"id\": \"poor\"",
      "duplicate-word", 12, 13, "groups[1].id", "choose another: data files tell them apart by it"),
    Fault(
      "\"一般户\"", "\"贫困户\"",
      "duplicate-word", 12, 37, "groups[1].name.zh", "choose another: data files tell them apart by it"),
    Fault(
      "\"一般户\"", "\"poor\"",
      "duplicate-word", 12, 37, "groups[1].name.zh", "choose another: data files tell them apart by it"),
    Fault(
      "\"id\": \"rich\"", "\"id\": \"Rich\"",
      "malformed-id", 12, 13, "groups[1].id", "use lower-case letters, digits and hyphens only"),
    Fault(
      "\"half-up\"", "\"half-down\"",
      "unknown-word", 8, 38, "rounding.mode", "use one of: half-up"),
    Fault(
      "\"reading\": \"whole\"", "\"reading\": \"byband\"",
      "unknown-word", 36, 20, "benefits[0].staircase.reading", "did you mean 'by-band'?"),
    Fault(
      "\"per\": \"household\"", "\"per\": \"person\"",
      "cap-per-person", 43, 38, "benefits[0].cap.per", "sum over the person, or cap the household"),
    Fault(
      "\"yuan\": 30000, \"per\": \"household\"", "\"none\": false",
      "wrong-type", 43, 24, "benefits[0].cap.none", "where there is a cap, write \"yuan\" and \"per\""),
    Fault(
      "\"en\": \"a county\"", "\"en\": \" \"",
      "empty-string", 5, 43, "county.name.en", nil),
    Fault(
      "\"zh\": \"某县\", ", "",
      "missing-key", 5, 23, "county.name.zh", "add \"zh\" to this object"),
    Fault(
      "\"protected\": true", "\"protected\": \"yes\"",
      "wrong-type", 11, 73, "groups[0].protected", nil),
    Fault(
      "\"year\": 2017", "\"year\": 2017.5",
      "too-many-decimals", 25, 37, "protectionLine.nationalStandard[0].year", nil),
    Fault(
      "\"atMost\": 1", "\"atMost\": -1",
      "number-out-of-range", 22, 40, "assets.dwellings.atMost", nil),
    Fault(
      "\"130434\"", "\"13043\"",
      "malformed-county-code", 5, 65, "county.code", nil),
    Fault(
      "[\"poor\"], \"multiple\"", "[\"rich\"], \"multiple\"",
      "missing-protection-line", 24, 14, "protectionLine.rules",
      "add a rule; if none is published, make its multiple \"unpublished\""),
    Fault(
      "\"factor\": 1.5", "\"factor\": 0",
      "number-out-of-range", 24, 62, "protectionLine.rules[0].multiple.factor", nil),
    Fault(
      "\"reason\": \"covered\"", "\"reason\": \"coverd\"",
      "unknown-reason", 60, 88, "cases[0].claims[0].reason", "did you mean 'covered'?"),
    Fault(
      "\"amount\": 18000.00", "\"amount\": 0",
      "number-out-of-range", 60, 51, "cases[0].claims[0].amount", nil),
    Fault(
      "\"group\": \"poor\"", "\"group\": \"pour\"",
      "unknown-group", 59, 69, "cases[0].household.group", "did you mean 'poor'?"),
    Fault(
      "\"support\": []", "\"support\": {}",
      "wrong-type", 56, 16, "administration.support", nil),
    Fault(
      "\"bands\": [", "\"bands\": [ 5,",
      "wrong-type", 37, 20, "benefits[0].staircase.bands[0]", nil),
    Fault(
      "\"zh\": \"小方案\"", "\"zh\": \"小\\u001b方案\"",
      "control-character", 4, 19, "name.zh", nil),
    Fault(
      "\"name\": { \"zh\": \"小方案\"", "\"note\": 1, \"name\": { \"zh\": \"小方案\"",
      "unknown-key", 4, 3, "note",
      "use one of: format, id, name, county, sources, effective, rounding, policyYear, groups, perils, causes, assets, protectionLine, benefits, administration, cases, $schema"
    ),
  ]
}
