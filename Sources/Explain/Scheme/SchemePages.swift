import Rules
import Units

/// The sections of a scheme's document.
struct SchemePages {
  let scheme: Scheme

  func fact(_ key: String, _ label: Wording, _ value: Value, note: Wording? = nil, _ origins: [Origin] = [])
    -> Passage.Part
  {
    .fact(Fact(key, label, value, note: note, from: origins))
  }

  func remark(_ code: String, _ words: Wording, _ origins: [Origin] = []) -> Passage.Part {
    .remark(Remark(code, words, from: origins))
  }

  /// A figure with its marker, or the word that nobody has published it.
  func figure<Figure>(
    _ key: String, _ label: Wording, _ figure: Sourced<Figure>, note: Wording? = nil,
    _ value: (Figure) -> Value
  ) -> Passage.Part {
    let unpublished = Value.words(Wording(zh: "未公布", en: "unpublished"))
    return fact(
      key, label, figure.value.map(value) ?? unpublished, note: figure.value == nil ? nil : note,
      [scheme.origin(figure)])
  }

  /// A name with the word of the files behind it, where that is another.
  private func named(_ name: String, _ id: String) -> String { name == id ? name : "\(name) (\(id))" }

  /// Title, id, digest, days, and the reading in effect.
  var head: Passage {
    let county = scheme.county
    let countyOrigins = scheme.countyProvenance.map { [scheme.origin($0)] } ?? []
    var parts = [
      fact("id", Wording(zh: "方案编号", en: "scheme"), .id(scheme.id)),
      fact("digest", Wording(zh: "文件摘要", en: "digest"), .id("sha256:" + scheme.digest)),
      fact(
        "county", Wording(zh: "县", en: "county"), .words(county),
        note: scheme.countyCode.map { Wording(zh: "GB/T 2260 代码 \($0)", en: "GB/T 2260 code \($0)") },
        countyOrigins),
    ]
    if let insurer = scheme.insurer {
      parts.append(fact("insurer", Wording(zh: "保险人", en: "insurer"), .words(insurer), countyOrigins))
    }
    parts += [
      figure("effective_from", Wording(zh: "生效", en: "covers events from"), scheme.effectiveFrom) {
        .day($0)
      },
      fact(
        "effective_until", Wording(zh: "截止", en: "until"),
        scheme.effectiveUntil.map { .day($0) } ?? .words(Wording(zh: "未定", en: "no end date"))),
    ]
    for reading in Staircase.Reading.allCases {
      let stairs = scheme.benefits.compactMap(\.staircase.value).filter { $0.reading == reading }
      guard !stairs.isEmpty else { continue }
      let origins = stairs.map { scheme.origin($0.readingProvenance) }
      parts.append(
        fact(
          "reading", Wording(zh: "现行算法", en: "reading in effect"), .word(reading.rawValue, reading.name),
          Array(origins.prefix(1)) + origins.dropFirst().filter { $0 != origins[0] }))
    }
    return Passage("head", scheme.name, parts)
  }

  /// Who is protected, and who is known but not.
  var groups: Passage {
    let parts = scheme.groups.map { group in
      fact(
        group.id, Wording(zh: group.name.zh, en: group.id),
        .words(
          group.isProtected
            ? Wording(zh: "受保障", en: "protected") : Wording(zh: "不受保障", en: "not protected")),
        note: Wording(zh: group.id, en: group.name.en), [scheme.origin(group.provenance)])
    }
    return Passage("groups", Wording(zh: "人群", en: "Groups"), parts)
  }

  /// What is covered, on which day it happens, and which cost counts.
  var perils: Passage {
    let rows = scheme.perils.map { peril in
      remark(
        peril.id,
        Wording(
          zh: "\(peril.name.zh)（\(peril.id)）：发生日期为\(peril.eventDay.zh)；计入\(peril.cost.zh)",
          en: "\(named(peril.name.en, peril.id)): the event is the \(peril.eventDay.en); "
            + "what counts: \(peril.cost.en)"), [scheme.origin(peril.provenance)])
    }
    return Passage("perils", Wording(zh: "险别", en: "Perils"), rows)
  }

  /// Which cause leads where, and on what condition.
  var causes: Passage {
    let rows = scheme.causes.map { cause in
      let leads = cause.perils.map { scheme.perils[$0].name }.listed
      let condition =
        cause.onlyIfUncompensated
        ? Wording(zh: "；仅限他人未予赔偿的", en: "; only if nobody else has paid compensation")
        : Wording(zh: "", en: "")
      return remark(
        cause.id,
        Wording(
          zh: "\(cause.name.zh)（\(cause.id)）：可申报\(leads.zh)\(condition.zh)",
          en: "\(named(cause.name.en, cause.id)): can be claimed as \(leads.en)\(condition.en)"),
        [scheme.origin(cause.provenance)])
    }
    let empty = remark(
      "none", Wording(zh: "未填原因的，可申报任一险别", en: "a claim that names no cause may be for any peril"))
    return Passage("causes", Wording(zh: "原因", en: "Causes"), rows + [empty])
  }
}
