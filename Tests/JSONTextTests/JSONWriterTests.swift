import JSONText
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
  private func example(_ layout: JSONWriter.Layout) -> String {
    var writer = JSONWriter(layout: layout)
    writer.object {
      $0.member("claim_id", "C\"1\"")
      $0.member("note", nil)
      $0.member("count", 3)
      $0.member("counted", true)
      $0.member("empty") { $0.array { _ in } }
      $0.member("list") { list in
        list.array {
          $0.string("魏县\n\u{1}")
          $0.object { $0.member("a", -1) }
        }
      }
    }
    return writer.text
  }

  @Test("writes one line")
  func line() {
    #expect(
      example(.line)
        == #"{"claim_id":"C\"1\"","note":null,"count":3,"counted":true,"empty":[],"list":["魏县\n\u0001",{"a":-1}]}"#
    )
  }

  @Test("writes with indentation")
  func indented() {
    #expect(
      example(.indented) == #"""
        {
          "claim_id": "C\"1\"",
          "note": null,
          "count": 3,
          "counted": true,
          "empty": [],
          "list": [
            "魏县\n\u0001",
            {
              "a": -1
            }
          ]
        }
        """#)
  }

  @Test("begins anew after it has forgotten a line")
  func lines() {
    var writer = JSONWriter()
    writer.object { $0.member("a", 1) }
    writer.raw(UInt8(ascii: "\n"))
    #expect(writer.text == "{\"a\":1}\n")
    writer.removeAll()
    writer.array { $0.null() }
    #expect(writer.text == "[null]")
  }
}
