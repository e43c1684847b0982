package import Tables
package import Units

/// What is wrong with a row that cannot be read. The raw value is the word in the file.
package enum RowProblem: String, CaseIterable, Sendable {
  case tooFewCells = "too-few-cells"
  case tooManyCells = "too-many-cells"
  case badQuoting = "bad-quoting"
  case badJSON = "bad-json"
  case duplicateKey = "duplicate-key"
  case misspeltKey = "misspelt-column"
  case badEncoding = "bad-encoding"
  case missing = "missing"
  case badID = "bad-id"
  case idDamaged = "id-damaged"
  case badAmount = "bad-amount"
  case splitAmount = "split-amount"
  case amountOutOfRange = "amount-out-of-range"
  case incomesDiffer = "incomes-differ"
  case badDate = "bad-date"
  case badCount = "bad-count"
  case membersBelowOne = "members-below-one"
  case unknownWord = "unknown-word"
  case inTheFuture = "in-the-future"
  case residentID = "resident-id"
  // Where households are looked up by resident IDs.
  case badResidentID = "bad-resident-id"
  case unknownResident = "unknown-resident"
  case residentInTwoHouseholds = "resident-in-two-households"
  case householdDiffers = "household-differs"
  case personDiffers = "person-differs"
  // Only an office's lists are read so closely: what stands in a casebook stands there for good.
  case badText = "bad-text"
  case badTelephone = "bad-telephone"
  case badBankAccount = "bad-bank-account"

  /// The problem in words.
  package var name: Wording {
    switch self {
    case .tooFewCells: Wording(zh: "单元格比表头少", en: "fewer cells than the header")
    case .tooManyCells: Wording(zh: "单元格比表头多", en: "more cells than the header")
    case .badQuoting: Wording(zh: "引号用法不对", en: "quotes are not used as CSV uses them")
    case .badJSON:
      Wording(zh: "不是一个 JSON 对象，或其中的值不是文字或数字", en: "not a JSON object whose values are texts or numbers")
    case .misspeltKey:
      Wording(
        zh: "有一个键与决定要看的一列只差一处；若是别的内容，用 --ignore 说明",
        en:
          "a key one slip away from a column on which decisions depend; if it is something else, say --ignore"
      )
    case .duplicateKey: Wording(zh: "同一个键出现两次", en: "a key appears twice")
    case .badEncoding: Wording(zh: "字节不合文件的编码", en: "bytes that are not characters in the file's encoding")
    case .missing: Wording(zh: "必填的单元格是空的", en: "a cell that must be filled is empty")
    case .badID:
      Wording(
        zh: "编号里有不能用的字符，或超过 255 字节",
        en: "an id with characters that cannot stand in one, or over 255 bytes")
    case .idDamaged:
      Wording(
        zh: "编号被电子表格改成了科学记数法，后面的数字已经丢失：请在原表中把这一列设为文本，重新导出",
        en:
          "a spreadsheet has rounded the id to a number: format the column as text in the original, and export it again"
      )
    case .badAmount:
      Wording(
        zh: "不是金额：可写作 1234.50、1,234.50、¥1234.50、1234.50元、1.8万元，元至多两位小数",
        en: "not an amount: write it as 1234.50, 1,234.50 or ¥1,234.50; a yuan has two decimals at most")
    case .splitAmount:
      Wording(
        zh: "金额后面紧跟一个三位数的单元格，像是 18,000.00 没加引号被拆成了两格：请给金额加引号，或去掉其中的逗号",
        en:
          "an amount followed by a cell of three digits, like 18,000.00 torn apart at its comma: put quotes around "
          + "the amount, or take the commas out of it")
    case .amountOutOfRange: Wording(zh: "金额超出允许范围", en: "an amount outside the permitted range")
    case .incomesDiffer:
      Wording(
        zh: "人均纯收入乘以人口，与年收入不符",
        en: "the income by person, times the members, is not the household's income")
    case .badDate:
      Wording(
        zh: "日历上没有这一天，或写法认不出：可写作 2018-03-05、2018/3/5、2018.3.5、2018年3月5日、20180305",
        en: "not a date of the calendar: write it as 2018-03-05, 2018/3/5, 2018.3.5 or 20180305")
    case .badCount:
      Wording(zh: "不是个数：应为 1 至 9 位数字，如 3 或 3.0", en: "not a count: 1 to 9 digits, as 3 or 3.0")
    case .membersBelowOne: Wording(zh: "人口不到 1", en: "fewer than one member")
    case .unknownWord: Wording(zh: "方案里没有这个词", en: "a word the scheme does not have")
    case .residentID:
      Wording(zh: "像居民身份证号码，不能用作编号", en: "looks like a resident ID, which cannot be used as an id")
    case .badResidentID: Wording(zh: "不是居民身份证号码", en: "not a resident ID")
    case .unknownResident:
      Wording(zh: "没有户编号，身份证号也不在成员名单上", en: "no household id, and no such resident on the list of members")
    case .residentInTwoHouseholds:
      Wording(zh: "没有户编号，身份证号在成员名单上不止一户", en: "no household id, and the list has several for the resident")
    case .householdDiffers:
      Wording(zh: "身份证号在成员名单上是另一户", en: "the list of members has the resident in another household")
    case .personDiffers:
      Wording(zh: "身份证号在成员名单上是另一个人员编号", en: "the list of members has the resident under another person's id")
    case .badText: Wording(zh: "有控制字符，或超过 255 字节", en: "has control characters, or is over 255 bytes")
    case .inTheFuture: Wording(zh: "晚于记录日期", en: "later than the date of recording")
    case .badTelephone: Wording(zh: "不是电话号码", en: "not a telephone number")
    case .badBankAccount: Wording(zh: "不是银行账号", en: "not a bank account")
    }
  }

  /// What is wrong with a row that could not be taken apart.
  package init(_ shape: RowShape) {
    switch shape {
    case .none, .whole: preconditionFailure("a row in good shape has no problem")
    case .tooFewCells: self = .tooFewCells
    case .tooManyCells: self = .tooManyCells
    case .badQuoting: self = .badQuoting
    case .badJSON: self = .badJSON
    case .duplicateKey: self = .duplicateKey
    case .misspeltKey: self = .misspeltKey
    }
  }
}
