import Casebook
import Journal
import Units

/// The options that hold personal data: each is checked as it is given, and no message repeats it.
enum PersonalFields {
  static let name = Option<String?>.optional(
    "name", "NAME", Wording(zh: "户主或收款人姓名", en: "the account holder's name"), offers: .nothing)
  static let bankAccount = Option<String?>.optional(
    "bank-account", "N", Wording(zh: "收款银行账号", en: "the number of the bank account"), offers: .nothing)
  static let residentID = Option<String?>.optional(
    "resident-id", "ID", Wording(zh: "居民身份证号码", en: "the resident ID"), offers: .nothing)
  static let telephone = Option<String?>.optional(
    "telephone", "N", Wording(zh: "联系电话", en: "a telephone number"), offers: .nothing)

  /// What is wrong with a value.
  struct Fault: Error {
    let what: Wording
  }

  /// Reads the options that the command declares; `nil` where none of them is given.
  static func read(
    _ arguments: ParsedArguments, name: Option<String?>, account: Option<String?>? = nil,
    residentID: Option<String?>? = nil, telephone: Option<String?>? = nil
  ) -> Result<PersonalData?, Fault> {
    var data = PersonalData(name: arguments[name])
    if let text = account.flatMap({ arguments[$0] }) {
      do { data.bankAccount = try BankAccount(checking: text).digits } catch {
        return .failure(Fault(what: error.what))
      }
    }
    if let text = residentID.flatMap({ arguments[$0] }) {
      do { data.residentID = try ResidentID(checking: text).text } catch {
        return .failure(Fault(what: error.what))
      }
    }
    if let text = telephone.flatMap({ arguments[$0] }) {
      do { data.telephone = try Telephone(checking: text).digits } catch {
        return .failure(Fault(what: error.what))
      }
    }
    return .success(data == PersonalData() ? nil : data)
  }
}
