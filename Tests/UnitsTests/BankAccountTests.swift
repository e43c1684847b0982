import TestKit
import Testing
import Units

@Suite("Bank account")
struct BankAccountTests {
  private static func fault(_ text: String) -> BankAccountFault? {
    do throws(BankAccountFault) {
      _ = try BankAccount(checking: text)
      return nil
    } catch {
      return error
    }
  }

  /// The card numbers are the payment networks' published test numbers.
  @Test(
    "takes account and card numbers as people write them",
    arguments: [
      ("12345678", "12345678"), ("1234-5678-9012-345", "123456789012345"),
      ("4111 1111 1111 1111", "4111111111111111"),
      ("6200000000000005", "6200000000000005"), ("6205500000000000004", "6205500000000000004"),
      ("5555-5555-5555-4444", "5555555555554444"),
    ])
  func takes(text: String, digits: String) throws {
    let account = try BankAccount(checking: text)
    #expect(account.digits == digits)
    #expect(account.masked == "****" + digits.suffix(4))
    #expect("\(account)" == account.masked)
  }

  @Test(
    "says which rule a number breaks",
    arguments: [
      ("", .length), ("1234567", .length), ("- -", .length), ("62055000000000000041", .length),
      ("1234567a", .notDigits), ("１２３４５６７８", .notDigits), ("12345678\t", .notDigits),
      ("4111111111111112", .checkDigit), ("6205500000000000005", .checkDigit),
    ] as [(String, BankAccountFault)])
  func faults(text: String, expected: BankAccountFault) {
    #expect(Self.fault(text) == expected)
  }

  @Test(
    "refuses every change of one digit of a card", arguments: ["4111111111111111", "6205500000000000004"])
  func slips(text: String) {
    let sound = Array(text)
    #expect(Self.fault(text) == nil)
    for place in sound.indices {
      for digit in "0123456789" where digit != sound[place] {
        var changed = sound
        changed[place] = digit
        #expect(Self.fault(String(changed)) == .checkDigit)
      }
    }
  }
}

@Suite("Telephone")
struct TelephoneTests {
  private static func fault(_ text: String) -> TelephoneFault? {
    do throws(TelephoneFault) {
      _ = try Telephone(checking: text)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "takes mobile numbers and landlines",
    arguments: [
      ("13800138000", "13800138000"), ("138 0013 8000", "13800138000"), ("0310-3521234", "03103521234"),
      ("0310-35212345", "031035212345"), ("010-12345678", "01012345678"), ("021 6234567", "0216234567"),
    ])
  func takes(text: String, digits: String) throws {
    let telephone = try Telephone(checking: text)
    #expect(telephone.digits == digits)
    #expect("\(telephone)" == "****" + digits.suffix(4))
  }

  @Test(
    "says which rule a number breaks",
    arguments: [
      ("", .beginning), ("23800138000", .beginning), ("+8613800138000", .notDigits), ("1380013800", .mobile),
      ("138001380000", .mobile), ("0310-352123", .landline), ("0310-352123456", .landline),
      ("00310352123", .landline),
      ("010-123456789", .landline), ("0", .landline), ("03", .landline), ("1380013800x", .notDigits),
    ] as [(String, TelephoneFault)])
  func faults(text: String, expected: TelephoneFault) {
    #expect(Self.fault(text) == expected)
    #expect(TelephoneFault.allCases.allSatisfy { !$0.what.zh.isEmpty && !$0.what.en.isEmpty })
    #expect(BankAccountFault.allCases.allSatisfy { !$0.what.zh.isEmpty && !$0.what.en.isEmpty })
  }
}
