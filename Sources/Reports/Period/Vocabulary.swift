/// Words that come again and again, each with a small number.
struct Vocabulary {
  /// The word that stands for what is not known.
  static let unknown = "?"

  private static let few = 12

  /// In the order in which they came.
  private(set) var words: [String] = []
  private var codes: [String: Int] = [:]
  private var last: (word: String, code: Int) = ("", -1)

  /// Begins with words; their numbers are their places.
  init(_ words: [String] = []) { for word in words { _ = code(word) } }

  /// The number of a word; a new one gets the next.
  mutating func code(_ word: String) -> Int {
    if last.code >= 0, last.word == word { return last.code }
    // A few words are sooner compared than hashed.
    let known = words.count <= Vocabulary.few ? words.firstIndex(of: word) : codes[word]
    let code = known ?? words.count
    if code == words.count {
      words.append(word)
      codes[word] = code
    }
    last = (word, code)
    return code
  }

  /// The number of a word, or of what is not known.
  mutating func code(_ word: String?) -> Int { code(word ?? Vocabulary.unknown) }
}

/// A sum for each small number.
struct Tally {
  private var sums: [Int64] = []

  mutating func add(_ code: Int, _ amount: Int64 = 1) {
    while sums.count <= code { sums.append(0) }
    sums[code] += amount
  }

  subscript(code: Int) -> Int64 { sums.indices.contains(code) ? sums[code] : 0 }
  var total: Int64 { sums.reduce(0, +) }
}
