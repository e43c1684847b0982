package import Rules
package import Units

extension Entry {
  /// What the entry says of its case, in a sentence without full stop; names of perils are the scheme's.
  package func words(under scheme: Scheme) -> Wording {
    words(
      StepNames {
        scheme.name(ofPeril: $0)
      } cause: {
        scheme.name(ofCause: $0)
      })
  }

  /// The same for who has no scheme at hand. Of an entry that is no step of a case, or that makes no sense, the word of its
  /// kind is told.
  package func words(_ names: StepNames) -> Wording {
    let word = Wording(zh: kind.rawValue, en: kind.rawValue)
    guard let step = kind.step else { return word }
    var sentence = word
    do throws(MissingMember) { sentence = try step.init(PayloadReader(payload)).sentence(names) } catch {}
    guard let note else { return sentence }
    return Wording(zh: "\(sentence.zh)：\(note)", en: "\(sentence.en): \(note)")
  }
}

extension Wording {
  func followed(by other: Wording) -> Wording {
    Wording(zh: zh + "，" + other.zh, en: en + ", " + other.en)
  }
}

extension Scheme {
  /// What a peril's word means; the word itself where the scheme has none such.
  package func name(ofPeril word: String) -> Wording {
    perils.first { $0.id == word }?.name ?? Wording(zh: word, en: word)
  }

  /// What a cause's word means.
  package func name(ofCause word: String) -> Wording {
    causes.first { $0.id == word }?.name ?? Wording(zh: word, en: word)
  }

  /// What a group's word means.
  package func name(ofGroup word: String) -> Wording {
    groups.first { $0.id == word }?.name ?? Wording(zh: word, en: word)
  }
}
