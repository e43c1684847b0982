import JSONText
import Units

extension Entry {
  /// The entry as one line of NDJSON.
  package var line: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("number", Int64(number))
      writer.member("recorded_at", recordedAt)
      writer.member("happened_on", happenedOn.description)
      writer.member("actor", actor)
      writer.member("role", role)
      writer.member("kind", kind.rawValue)
      writer.member("payload") { payload.write(to: &$0) }
      writer.member("engine", engine)
      writer.member("scheme", scheme)
    }
    return writer.text
  }

  /// The entry without what differs between two runs of the same work.
  package func bareLine(_ numbers: BareNumbers) -> String {
    var said = payload
    if kind == .create { said["book"] = nil }
    said[Enrolment.publicKeyKey] = nil
    if var personal = said[PersonalReference.key]?.record {
      personal["digest"] = nil
      said.say(PersonalReference.key, personal)
    }
    if let number = said["entry"]?.number { said.say("entry", Int(numbers[Int64(number)])) }
    if var known = said["known"]?.record {
      let entries = known["entries"]?.texts ?? []
      known.say("entries", entries.map { text in Int64(text).map { "\(numbers[$0])" } ?? text })
      said.say("known", known)
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("number", numbers[Int64(number)])
      writer.member("happened_on", happenedOn.description)
      writer.member("actor", actor)
      writer.member("role", role)
      writer.member("kind", kind.rawValue)
      writer.member("payload") { said.write(to: &$0) }
      writer.member("scheme", scheme)
    }
    return writer.text
  }
}
