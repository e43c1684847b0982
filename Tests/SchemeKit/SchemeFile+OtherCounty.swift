import Rules
import Testing

extension SchemeFile {
  /// A scheme of a county that has words of the built-in schemes for other things, and a peril that they do not have: in the
  /// words of a slip of the first form its names would be false.
  package static func ofAnotherCounty(reading: String = "whole") throws -> SchemeFile {
    let edits = [
      ("\"id\": \"small\"", "\"id\": \"nanshan-2018\""),
      (
        "\"zh\": \"小方案\", \"en\": \"a small scheme\"",
        "\"zh\": \"南山防贫保障\", \"en\": \"Nanshan protection plan\""
      ),
      ("\"zh\": \"某县\", \"en\": \"a county\"", "\"zh\": \"南山县\", \"en\": \"Nanshan County\""),
      ("\"zh\": \"贫困户\", \"en\": \"poor\"", "\"zh\": \"监测户\", \"en\": \"watched household\""),
      ("\"poor\"", "\"out-of-poverty\""),
      ("\"zh\": \"因病\", \"en\": \"illness\"", "\"zh\": \"大病\", \"en\": \"hospital bills\""),
      (
        "\"accident\", \"name\": { \"zh\": \"事故\", \"en\": \"accident\"",
        "\"inpatient\", \"name\": { \"zh\": \"转诊\", \"en\": \"referral\""
      ),
      ("\"reading\": \"whole\"", "\"reading\": \"\(reading)\""),
      (
        "\"perils\": [\n",
        """
        "perils": [
            { "id": "drowning", "name": { "zh": "溺水", "en": "drowning" }, "eventDay": { "zh": "当天", "en": "the day" },
              "cost": { "zh": "自付", "en": "self-paid" }, "source": "law", "at": { "zh": "第6条", "en": "art. 6" } },

        """
      ),
    ]
    var text = SmallScheme.text
    for (old, new) in edits {
      try #require(text.contains(old), "the small scheme has \(old)")
      text = text.replacing(old, with: new)
    }
    return try SchemeFile(bytes: Array(text.utf8))
  }
}
