import Casebook
import Files
import Journal
import Tables
import Units

/// A row of a payout file that is not what the journal says.
struct PayoutFault: Hashable, Sendable {
  let entry: Int?
  let what: Wording
  let should: Wording?
}

extension RetakenBook {
  /// Holds a payout file against the settlements it names, row by row; what of a payee was forgotten is let pass.
  func compare(payouts sheet: Sheet) throws(CasebookError) -> (rows: Int, faults: [PayoutFault]) {
    precondition(sheet.kind == .payouts, "a payout file is read with its own columns")
    var faults = sheet.faults.map { fault in
      PayoutFault(
        entry: nil,
        what: Wording(
          zh: "付款清单\(fault.at.wording.zh)：\(fault.what.zh)",
          en: "payout file, \(fault.at.wording.en): \(fault.what.en)"),
        should: nil)
    }
    var missing: [Int: [Int: Payment]] = [:]
    for row in sheet.rows(of: PayoutsFile.self) {
      guard let (settlement, number) = row.payment else {
        faults.append(
          PayoutFault(
            entry: nil,
            what: Wording(
              zh: "付款清单\(row.line.wording.zh)没有批次或付款编号",
              en: "payout file, \(row.line.wording.en): no settlement or payment number"), should: nil))
        continue
      }
      if missing[settlement] == nil {
        missing[settlement] = Dictionary(
          try book.payments(settlement: settlement).map { ($0.number, $0) }, uniquingKeysWith: { a, _ in a })
      }
      guard let payment = missing[settlement]?.removeValue(forKey: number) else {
        faults.append(
          PayoutFault(
            entry: nil,
            what: Wording(
              zh: "付款清单\(row.line.wording.zh)：批次 \(settlement) 没有付款 \(number)，或已列过",
              en:
                "payout file, \(row.line.wording.en): settlement \(settlement) has no payment \(number), or it is listed twice"
            ),
            should: nil))
        continue
      }
      faults += try differences(row, payment)
    }
    for (settlement, payments) in missing.sorted(by: { $0.key < $1.key }) {
      for number in payments.keys.sorted() {
        faults.append(
          PayoutFault(
            entry: try entry(ofPayment: number),
            what: Wording(
              zh: "付款清单里缺批次 \(settlement) 的付款 \(number)",
              en: "payment \(number) of settlement \(settlement) is missing from the payout file"),
            should: nil))
      }
    }
    return (sheet.count, faults)
  }

  private func differences(
    _ row: FileRow<PayoutsFile>, _ payment: Payment
  ) throws(CasebookError) -> [PayoutFault] {
    var faults: [PayoutFault] = []
    for difference in row.differences(from: PayoutsFile.Payment(payment)) {
      // What is personal is named, never shown.
      let (name, isPersonal) = (PayoutsFile.field(difference.role).name, difference.role.isPersonal)
      let (was, should) = (difference.found ?? "", difference.expected ?? "")
      faults.append(
        PayoutFault(
          entry: try entry(ofPayment: payment.number),
          what: Wording(
            zh: "付款清单\(row.line.wording.zh)：\(name) " + (isPersonal ? "与案卷簿不同" : "是“\(was)”"),
            en: "payout file, \(row.line.wording.en): \(name) "
              + (isPersonal ? "is not what the casebook has" : "is '\(was)'")),
          should: isPersonal ? nil : Wording(zh: "应是“\(should)”", en: "should be '\(should)'")))
    }
    return faults
  }

  /// The entry that sent a payment to the bank: the case's last settlement before the payment was answered.
  private func entry(ofPayment number: Int) throws(CasebookError) -> Int? {
    guard let payment = try book.payment(number), let file = try book.casefile(payment.casefile) else {
      return nil
    }
    for entry in try book.entries(of: file) where entry.kind == .settle {
      if try entry.read(SettleStatement.self).payment == number { return entry.number }
    }
    return nil
  }
}
