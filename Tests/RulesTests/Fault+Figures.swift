extension Fault {
  /// Faults of keys, figures and bands.
  static let ofFigures = [
    Fault(
      "\"groups\": [\"poor\"],\n      \"peril\"", "\"group\": [\"poor\"],\n      \"peril\"",
      "unknown-key", 30, 7, "benefits[0].group", "did you mean 'groups'?"),
    Fault(
      "\"warningLine\"", "\"warningline\"",
      "unknown-key", 33, 7, "benefits[0].warningline", "did you mean 'warningLine'?"),
    Fault(
      "\"id\": \"small\",", "\"id\": \"small\", \"id\": \"small\",",
      "duplicate-key", 3, 18, "id", "keep one of them"),
    Fault(
      "\"rounding\": { \"to\": \"fen\", \"mode\": \"half-up\", \"of\": \"cumulative-benefit\", \"source\": \"law\", \"at\": { \"zh\": \"第3条\", \"en\": \"art. 3\" } },",
      "",
      "missing-key", 1, 1, "rounding", "add \"rounding\" to this object"),
    Fault(
      "\"format\": 1", "\"format\": 2",
      "unknown-format", 2, 13, "format", "this program reads format 1"),
    Fault(
      "\"yuan\": 5000,", "\"yuan\": \"5000\",",
      "wrong-type", 33, 32, "benefits[0].warningLine.yuan",
      "write it without quotes and without thousands commas"),
    Fault(
      "\"yuan\": 5000,", "\"yuan\": -1,",
      "negative-number", 33, 32, "benefits[0].warningLine.yuan", nil),
    Fault(
      "\"yuan\": 5000,", "\"yuan\": 5000.125,",
      "too-many-decimals", 33, 32, "benefits[0].warningLine.yuan", nil),
    Fault(
      "\"yuan\": 5000,", "\"yuan\": 5e3,",
      "exponent", 33, 32, "benefits[0].warningLine.yuan", "write the number out: 10000"),
    Fault(
      "\"yuan\": 5000,", "\"yuan\": 10000000000.01,",
      "amount-too-large", 33, 32, "benefits[0].warningLine.yuan", nil),
    Fault(
      "\"yuan\": 5000,", "\"yuan\": 99999999999999999999,",
      "number-too-large", 33, 32, "benefits[0].warningLine.yuan", nil),
    Fault(
      "\"percent\": 70", "\"percent\": 100.01",
      "rate-above-100", 38, 52, "benefits[0].staircase.bands[0].percent", nil),
    Fault(
      "\"percent\": 70", "\"percent\": -1",
      "negative-number", 38, 52, "benefits[0].staircase.bands[0].percent", nil),
    Fault(
      "\"percent\": 70", "\"percent\": 33.33333",
      "too-many-decimals", 38, 52, "benefits[0].staircase.bands[0].percent", nil),
    Fault(
      "\"below\": 10000", "\"below\": 9999.99",
      "band-gap", 39, 11, "benefits[0].staircase.bands[1]", "let the bands meet"),
    Fault(
      "\"below\": 10000", "\"below\": 10000.01",
      "band-overlap", 39, 11, "benefits[0].staircase.bands[1]", "let the bands meet"),
    Fault(
      "\"below\": 10000", "\"through\": 10000",
      "edge-in-two-bands", 39, 11, "benefits[0].staircase.bands[1]",
      "write \"below\" before it, or \"above\" here"),
    Fault(
      "\"from\": 10000", "\"above\": 10000",
      "edge-in-no-band", 39, 11, "benefits[0].staircase.bands[1]",
      "write \"through\" before it, or \"from\" here"),
    Fault(
      "\"above\": 0, ", "\"above\": 1, ",
      "bands-not-from-zero", 38, 11, "benefits[0].staircase.bands[0]",
      "begin at 0, with a rate of 0 % if nothing is paid there"),
    Fault(
      "\"above\": 0, ", "",
      "band-without-lower-edge", 38, 11, "benefits[0].staircase.bands[0]",
      "add \"above\" (excluded) or \"from\" (included)"),
    Fault(
      "\"above\": 0, ", "\"above\": 0, \"from\": 0, ",
      "band-edge-twice", 38, 33, "benefits[0].staircase.bands[0].from",
      "'above' excludes the amount, 'from' includes it: keep one"),
    Fault(
      "\"above\": 30000, ", "\"above\": 30000, \"below\": 50000, ",
      "last-band-ends", 40, 11, "benefits[0].staircase.bands[2]",
      "delete its upper edge; a limit belongs in \"cap\""),
    Fault(
      "\"below\": 10000, ", "",
      "band-never-ends", 39, 11, "benefits[0].staircase.bands[1]",
      "give it \"below\" or \"through\" 10,000.00"),
    Fault(
      "\"from\": 10000, \"through\": 30000", "\"from\": 10000, \"through\": 9000",
      "band-upside-down", 39, 11, "benefits[0].staircase.bands[1]", nil),
    Fault(
      "[\"poor\"],\n      \"peril\"", "[\"por\"],\n      \"peril\"",
      "unknown-group", 30, 18, "benefits[0].groups[0]", "did you mean 'poor'?"),
    Fault(
      "\"peril\": \"illness\",\n", "\"peril\": \"ilness\",\n",
      "unknown-peril", 31, 16, "benefits[0].peril", "did you mean 'illness'?"),
    Fault(
      "\"source\": \"law\", \"at\": { \"zh\": \"第4条\", \"en\": \"art. 4\" }",
      "\"source\": \"lav\", \"at\": { \"zh\": \"第4条\", \"en\": \"art. 4\" }",
      "unknown-source", 9, 50, "policyYear.source", "did you mean 'law'?"),
    Fault(
      "\"perils\": [\"illness\"]", "\"perils\": [\"flood\"]",
      "unknown-peril", 19, 78, "causes[0].perils[0]", "use one of: illness"),
    Fault(
      "\"startsOn\": \"01-01\", \"source\": \"law\", \"at\": { \"zh\": \"第4条\", \"en\": \"art. 4\" }",
      "\"startsOn\": \"01-01\"",
      "missing-provenance", 9, 17, "policyYear",
      "add \"source\" and \"at\", or an \"assumption\" with its reason"),
  ]
}
