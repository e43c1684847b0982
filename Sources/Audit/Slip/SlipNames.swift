import Casebook
import Journal
import Rules
import Units

/// What the words of the entries of a slip mean to people.
enum SlipNames {
  /// A slip of the first form has those of the built-in schemes.
  case builtIn
  /// One of the second has those of the schemes that it brings, by their digests.
  case brought([String: Scheme])

  /// What a peril's word means in an entry.
  func peril(_ word: String, in entry: Entry) -> Wording {
    switch self {
    case .builtIn: SlipTerm.peril(word)
    case .brought(let schemes): schemes[entry.scheme]?.name(ofPeril: word) ?? Wording(zh: word, en: word)
    }
  }

  /// What a cause's word means in an entry.
  func cause(_ word: String, in entry: Entry) -> Wording {
    switch self {
    case .builtIn: SlipTerm.cause(word)
    case .brought(let schemes): schemes[entry.scheme]?.name(ofCause: word) ?? Wording(zh: word, en: word)
    }
  }

  /// What a group's word means in an entry.
  func group(_ word: String, in entry: Entry) -> Wording {
    switch self {
    case .builtIn: SlipTerm.group(word)
    case .brought(let schemes): schemes[entry.scheme]?.name(ofGroup: word) ?? Wording(zh: word, en: word)
    }
  }
}
