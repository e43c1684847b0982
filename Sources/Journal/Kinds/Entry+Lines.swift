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
    var bare = payload
    if kind == .create { bare["book"] = nil }
    bare[Enrolment.publicKeyKey] = nil
    if var personal = bare[PersonalReference.key]?.record {
      personal["digest"] = nil
      bare.set(PersonalReference.key, personal)
    }
    if let number = bare["entry"]?.number { bare.set("entry", Int(numbers[Int64(number)])) }
    bare.renumberKnown(numbers)
    for member in bare.members where member.key.hasPrefix(DecidedBill.prefix) {
      guard var bill = member.value.record else { continue }
      bill.renumberKnown(numbers)
      bare.set(Payload.Key(member.key), bill)
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("number", numbers[Int64(number)])
      writer.member("happened_on", happenedOn.description)
      writer.member("actor", actor)
      writer.member("role", role)
      writer.member("kind", kind.rawValue)
      writer.member("payload") { bare.write(to: &$0) }
      writer.member("scheme", scheme)
    }
    return writer.text
  }
}

extension Payload {
  /// Names the entries that state what was known by their numbers of another count.
  fileprivate mutating func renumberKnown(_ numbers: BareNumbers) {
    guard var known = self["known"]?.record else { return }
    let entries = known["entries"]?.texts ?? []
    known.set("entries", entries.map { text in Int64(text).map { "\(numbers[$0])" } ?? text })
    set("known", known)
  }
}
