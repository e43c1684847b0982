import Foundation
import Sealing
import TestKit

/// Bytes and texts that keys are tested with, and the `openssl` command, which knows nothing of our code.
enum KeyText {
  /// A PEM block around some bytes, made without our code.
  static func pem(_ label: String, _ bytes: [UInt8]) -> String {
    let text = Data(bytes).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
    return "-----BEGIN \(label)-----\n\(text)\n-----END \(label)-----\n"
  }

  /// The bytes of a PEM block.
  static func bytes(_ pem: String) -> [UInt8] {
    let lines = pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }
    return Array(Data(base64Encoded: lines.joined()) ?? Data())
  }

  /// The bytes that hexadecimal digits stand for.
  static func hex(_ digits: String) -> [UInt8] {
    let digits = Array(digits)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
  }

  /// Runs `openssl` and gives what it says; throws what it complains of.
  @discardableResult
  static func openssl(_ arguments: [String]) throws -> String {
    let outcome = try FangpinProcess(executable: URL(fileURLWithPath: "/usr/bin/openssl")).run(arguments)
    guard outcome.exitCode == 0 else {
      throw Refusal(talk: outcome.talk + outcome.text)
    }
    return outcome.text
  }

  /// `openssl` ended with an error.
  struct Refusal: Error {
    let talk: String
  }

  /// What `openssl pkeyutl` must be told to sign a message of this kind.
  static func signing(_ kind: KeyKind) -> [String] {
    switch kind {
    case .ed25519: ["-rawin"]
    case .sm2: ["-rawin", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678"]
    }
  }
}
