/// A small scheme file without a fault, and edits of it.
package enum SmallScheme {
  /// The text; tests speak of its lines and columns.
  package static let text = """
    {
      "format": 1,
      "id": "small",
      "name": { "zh": "小方案", "en": "a small scheme" },
      "county": { "name": { "zh": "某县", "en": "a county" }, "code": "130434", "source": "law", "at": { "zh": "第1条", "en": "art. 1" } },
      "sources": { "law": { "title": { "zh": "办法", "en": "the rule" }, "confidence": "A" } },
      "effective": { "from": "2017-10-01", "until": "2027-12-31", "source": "law", "at": { "zh": "第2条", "en": "art. 2" } },
      "rounding": { "to": "fen", "mode": "half-up", "of": "cumulative-benefit", "source": "law", "at": { "zh": "第3条", "en": "art. 3" } },
      "policyYear": { "startsOn": "01-01", "source": "law", "at": { "zh": "第4条", "en": "art. 4" } },
      "groups": [
        { "id": "poor", "name": { "zh": "贫困户", "en": "poor" }, "protected": true, "source": "law", "at": { "zh": "第5条", "en": "art. 5" } },
        { "id": "rich", "name": { "zh": "一般户", "en": "rich" }, "protected": false, "source": "law", "at": { "zh": "第5条", "en": "art. 5" } }
      ],
      "perils": [
        { "id": "illness", "name": { "zh": "因病", "en": "illness" }, "eventDay": { "zh": "出院", "en": "discharge" },
          "cost": { "zh": "自付", "en": "self-paid" }, "source": "law", "at": { "zh": "第6条", "en": "art. 6" } }
      ],
      "causes": [
        { "id": "accident", "name": { "zh": "事故", "en": "accident" }, "perils": ["illness"],
          "onlyIfUncompensated": true, "source": "law", "at": { "zh": "第7条", "en": "art. 7" } }
      ],
      "assets": { "dwellings": { "atMost": 1, "source": "law", "at": { "zh": "第8条", "en": "art. 8" } } },
      "protectionLine": {
        "rules": [ { "groups": ["poor"], "multiple": { "factor": 1.5, "source": "law", "at": { "zh": "第9条", "en": "art. 9" } } } ],
        "nationalStandard": [ { "year": 2017, "yuan": 2952, "source": "law", "at": { "zh": "第9条", "en": "art. 9" } } ]
      },
      "benefits": [
        {
          "id": "illness-poor",
          "groups": ["poor"],
          "peril": "illness",
          "sumOver": { "of": "household", "source": "law", "at": { "zh": "第10条", "en": "art. 10" } },
          "warningLine": { "yuan": 5000, "source": "law", "at": { "zh": "第10条", "en": "art. 10" } },
          "pays": { "on": "excess", "source": "law", "at": { "zh": "第10条", "en": "art. 10" } },
          "staircase": {
            "reading": "whole", "source": "law", "at": { "zh": "第10条", "en": "art. 10" },
            "bands": [
              { "above": 0, "below": 10000, "percent": 70, "source": "law", "at": { "zh": "第10条", "en": "art. 10" } },
              { "from": 10000, "through": 30000, "percent": 60, "source": "law", "at": { "zh": "第10条", "en": "art. 10" } },
              { "above": 30000, "percent": 50, "source": "law", "at": { "zh": "第10条", "en": "art. 10" } }
            ]
          },
          "cap": { "yuan": 30000, "per": "household", "source": "law", "at": { "zh": "第10条", "en": "art. 10" } }
        }
      ],
      "administration": {
        "disclosureDays": { "days": 7, "source": "law", "at": { "zh": "第11条", "en": "art. 11" } },
        "paymentWorkingDays": { "unpublished": { "zh": "未公布", "en": "not published" } },
        "approvalLimits": [
          { "role": "county", "name": { "zh": "县", "en": "county" }, "upTo": { "unlimited": true, "source": "law", "at": { "zh": "第11条", "en": "art. 11" } } }
        ],
        "premium": { "yuan": 50, "source": "law", "at": { "zh": "第11条", "en": "art. 11" } },
        "cover": { "percent": 10, "source": "law", "at": { "zh": "第11条", "en": "art. 11" } },
        "fund": { "yuan": 4000000, "source": "law", "at": { "zh": "第11条", "en": "art. 11" } },
        "onDeficit": { "then": "pend", "source": "law", "at": { "zh": "第11条", "en": "art. 11" } },
        "support": []
      },
      "cases": [
        { "name": { "zh": "甲", "en": "first" }, "household": { "group": "poor" },
          "claims": [ { "peril": "illness", "amount": 18000.00, "pays": 7800.00, "reason": "covered" } ] }
      ]
    }

    """

  /// The text with the first occurrence of `old` replaced; `nil` where `old` does not occur.
  package static func replacing(_ old: String, with new: String, in text: String = text) -> String? {
    guard let range = text.firstRange(of: old) else { return nil }
    return text.replacingCharacters(in: range, with: new)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
