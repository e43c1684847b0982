import Casebook
import JSONText
package import Journal
package import Sealing
import Units

/// A proof for one family: the entries of its case, each with the way from its leaf to the root of a signed head.
///
/// Whoever holds it shows, without the casebook and without anybody else's data, that these entries stand in the journal
/// which the head seals. The article Slips says what each member is, what is left out, and why.
package struct Slip: Hashable, Sendable {
  /// An entry's own bytes, and what stands beside the way from its leaf to the root, the lowest first.
  package struct Part: Hashable, Sendable {
    /// The ten lines.
    package let text: String
    package let path: [Digest]

    package init(text: String, path: [Digest]) {
      self.text = text
      self.path = path
    }
  }

  /// The casebook's id.
  package let book: String
  package let algorithm: DigestAlgorithm
  /// The number of the case.
  package let number: Int
  /// The head that it proves against.
  package let head: Head
  /// The key whose signature the head bears.
  package let publicKey: PublicKey
  /// In the order of the journal.
  package let parts: [Part]
  /// The texts of the schemes that the steps of the case name, where their words are not those that every slip has had; `nil`
  /// in the first form.
  package let schemes: [String]?

  package init(
    book: String, algorithm: DigestAlgorithm, number: Int, head: Head, publicKey: PublicKey, parts: [Part],
    schemes: [String]? = nil
  ) {
    self.book = book
    self.algorithm = algorithm
    self.number = number
    self.head = head
    self.publicKey = publicKey
    self.parts = parts
    self.schemes = schemes
  }

  /// The words that name the forms; another form gets another word.
  package enum Format: String, CaseIterable {
    /// Perils and groups have the names of the built-in schemes.
    case builtInNames = "fangpin-slip-1"
    /// The slip brings its schemes, and has its names from them.
    case ownNames = "fangpin-slip-2"
  }

  /// The form that it has.
  package var format: Format { schemes == nil ? .builtInNames : .ownNames }

  /// The canonical form: one line of JSON, without a line feed after it.
  package var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("algorithm", algorithm.rawValue)
      writer.member("case", Int64(number))
      writer.member("casebook", book)
      writer.member("entries") { writer in
        writer.array { writer in for part in parts { part.write(to: &writer) } }
      }
      writer.member("format", format.rawValue)
      writer.member("head") { writer in
        writer.object { writer in
          writer.member("actor", head.actor)
          writer.member("key", head.key.hex)
          writer.member("public_key", publicKey.pem)
          writer.member("recorded_at", head.recordedAt)
          writer.member("root", head.root.hex)
          writer.member("signature", Hexadecimal.text(head.signature))
          writer.member("size", Int64(head.size))
        }
      }
      if let schemes {
        writer.member("schemes") { writer in
          writer.array { writer in for text in schemes { writer.string(text) } }
        }
      }
    }
    return writer.text
  }
}

extension Slip.Part {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("entry", text)
      writer.member("path") { writer in
        writer.array { writer in for digest in path { writer.string(digest.hex) } }
      }
    }
  }
}
