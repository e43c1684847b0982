public import Rules
public import Units

/// A scheme as a document that a county officer can hold against the published plan.
///
/// Every number carries a marker: a publication and the place in it, an assumption, or the statement that
/// nobody has published it. All three are listed at the end, whole.
public struct SchemeDocument: Hashable, Sendable {
  /// The scheme.
  public let scheme: Scheme
  /// The head and the sections in order.
  public let sections: [Passage]

  /// Writes a scheme down.
  public init(_ scheme: Scheme) {
    self.scheme = scheme
    let pages = SchemePages(scheme: scheme)
    sections =
      [pages.head, pages.groups, pages.perils, pages.causes] + pages.benefits
      + [
        pages.year, pages.protectionLine, pages.assets, pages.procedure, pages.workingDays, pages.money,
        pages.support,
      ]
      .compactMap { $0 }
  }

  /// The document for a terminal, at most 100 columns wide but for drawings; there is a newline at the end.
  public func text(in language: Language) -> String {
    var writer = PassageText(language: language)
    for (index, section) in sections.enumerated() {
      writer.write(section, number: index == 0 ? nil : "\(index)")
    }
    writer.footnotes(all: scheme.sources, always: true)
    return String(writer.text.drop { $0 == "\n" })
  }
}
