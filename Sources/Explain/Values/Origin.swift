public import Rules
public import Units

/// Where a number comes from, with all that is needed to look it up.
public enum Origin: Hashable, Sendable {
  /// Published: the publication and the place in it.
  case source(Source, locator: Wording)
  /// Not published; taken for the stated reason.
  case assumption(Wording)
  /// Nobody has published it; the wording says what is known of it.
  case unpublished(Wording)
}

extension Scheme {
  /// The provenance with the publication it names.
  func origin(_ provenance: Provenance) -> Origin {
    switch provenance {
    case .assumption(let reason): .assumption(reason)
    case .source(let key, let locator):
      .source(
        sources.first { $0.id == key } ?? Source(id: key, title: Wording(zh: key, en: key), confidence: .c),
        locator: locator)
    }
  }

  /// Where a figure comes from, or that nobody has published it.
  func origin<Figure>(_ figure: Sourced<Figure>) -> Origin {
    switch figure {
    case .known(_, let provenance): origin(provenance)
    case .unpublished(let known): .unpublished(known)
    }
  }

  /// Where the cap comes from.
  func origin(_ cap: Benefit.Cap) -> Origin {
    switch cap {
    case .none(let provenance): origin(provenance)
    case .amount(let figure, _): origin(figure)
    }
  }

  /// Where the bands of a staircase come from, each once.
  func origins(_ staircase: Staircase) -> [Origin] {
    staircase.bands.reduce(into: []) { found, band in
      let origin = origin(band.provenance)
      if !found.contains(origin) { found.append(origin) }
    }
  }
}

extension Source.Confidence {
  /// What the letter means.
  var name: Wording {
    switch self {
    case .a: Wording(zh: "可信度甲：原文所载", en: "confidence A: in the text itself")
    case .b: Wording(zh: "可信度乙：其他公开文本", en: "confidence B: another published text")
    case .c: Wording(zh: "可信度丙：我们的理解", en: "confidence C: our reading")
    }
  }
}
