import Foundation
import TestKit
import Testing
import Units

/// Samples/Tidy: a list as an office keeps it, its own headings, and what tidy makes of them.
@Suite("fangpin tidy")
struct TidyTests {
  private static let folder = Repository.samples.appending(path: "Tidy")
  /// Every way in which it writes a list.
  private static let forms = [
    ["--out", "t.csv"], ["--out", "t.csv", "--labels", "zh"], ["--out", "t.csv", "--for-excel"],
    ["--out", "t.xlsx", "--labels", "zh"], ["--out", "t.ndjson", "--format", "ndjson"],
  ]

  private func write(_ text: String, to name: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  @Test("makes of the sample what is kept beside it", arguments: Language.allCases)
  func sample(language: Language) throws {
    try withScratchFolder { folder in
      for name in ["claims.csv", "headings.csv"] {
        try FileManager.default.copyItem(
          at: Self.folder.appending(path: name), to: folder.appending(path: name))
      }
      let run = try CommandRun(
        ["tidy", "claims.csv", "--as", "claims", "--map", "headings.csv"], in: folder, language)
      #expect(run.exitCode == 3)
      try Golden.expect(run.output, in: Self.folder.appending(path: "tidy.csv"))
      try Golden.expect(Data(run.talk.utf8), in: Self.folder.appending(path: "tidy.\(language.rawValue).txt"))
    }
  }

  private static let claims = """
    制表：某办\t\t\t\t\t\t\t\t
    申请编号\t户编号\t险 别\t发生日期\t金额\t人员编号\t原因\t是否已获赔偿\t备注
    "=\"\"0001\"\"\"\tＨ1\t因病\t2018年3月5日\t1.8万\t''P1\t住院\t无\t甲
    C2\u{200B}\tH2\tillness\t2018.3.6\t¥18000.5\t1.30434E+11\tNA\t√\t乙
    C3\tH3\t疾病\t2018-03-05\t20000\t\t\t\t
    '='C4\tH4\t因病\t20180307\t9000元\t\t\t无\t
    C5\tH5\t因灾\t2018/3/8\t30000\t=P\t交通事故\t×\t"两
    行"
    C6\tH6\t因病\t2018-03-05\t0\t\t\t\t
    \t\t\t\t\t\t\t\t
    C7\tH7\t因病\t2018-03-05\t25000\t\t\t\t
    C8\tH8\t因病\t2018-03-05\t25000\t\t\t\t
    C9\tH9\t因病\t2018-03-05\t25000\t\t\t\t

    """
  private static let register = """
    村名,车辆数,户编号,人群,人口,年收入（万元）,住房数,经营主体数
    金村,无,H1,非高标准脱贫户,4.0,1.2,1,0
    '='x,0,Ｈ2,out-of-poverty,3,-0.9,1,0
    /,0,H3,非贫低收入户,2,0.8,1,0
    村,没有,H4,out-of-poverty,5,1.1万,1,
    村,0,H5,out-of-poverty,5,1.2,1,0
    村,0,H7,out-of-poverty,五,1.2,1,0
    村,0,H8,脱贫户,5,1.2,1,0
    村,0,,out-of-poverty,5,1.2,1,0
    村,0,H9,,5,NaN,1,0

    """

  @Test(
    "writes what other commands decide as they decide the original, and tidies it to the same again",
    .enabled(if: !Golden.isRenewing), arguments: forms)
  func sameResult(form: [String]) throws {
    try withScratchFolder { folder in
      try write(Self.claims, to: "c.tsv", in: folder)
      try write(Self.register, to: "h.csv", in: folder)
      func tidied(_ file: String, _ kind: String, _ mark: String) throws -> String {
        let words = form.map { $0.hasPrefix("t.") ? "\(kind)-\(mark).\($0.dropFirst(2))" : $0 }
        let run = try CommandRun(["tidy", file, "--as", kind] + words, in: folder, .en)
        #expect(run.exitCode == (kind == "households" || mark == "one" ? 3 : 0), "\(run.talk)")
        return words[1]
      }
      func decided(_ claims: String, _ households: String) throws -> String {
        let run = try CommandRun(
          ["adjudicate", "--claims", claims, "--households", households, "--quiet", "--detail"], in: folder,
          .en)
        #expect(run.exitCode == 3)
        return run.text
      }
      let (claims, households) = (
        try tidied("c.tsv", "claims", "one"), try tidied("h.csv", "households", "one")
      )
      let original = try decided("c.tsv", "h.csv")
      #expect(original.split(separator: "\n").count == 8)
      // A unit in a cell under a heading that states one cannot be read; without that heading it could.
      #expect(["C4", "C7", "C8", "C9"].allSatisfy { original.contains("\($0),pended,household-unclear") })
      #expect(try decided(claims, "h.csv") == original)
      #expect(try decided("c.tsv", households) == original)
      #expect(try decided(claims, households) == original)
      for (file, kind) in [(claims, "claims"), (households, "households")] {
        let again = try tidied(file, kind, "two")
        let bytes = try [file, again].map { try Data(contentsOf: folder.appending(path: $0)) }
        #expect(bytes[0] == bytes[1], "\(kind)")
      }
    }
  }

  @Test(
    "tidies every kind to a list that it tidies to the same", .enabled(if: !Golden.isRenewing),
    arguments: [
      (
        "members", "姓名,家庭编号,人员编号,身份证号码\n''某甲,H1,P1,\"=\"\"11010519491231002X\"\"\"\n/,/,/,/\n", 1,
        "person_id,household_id,name,resident_id\nP1,H1,''某甲,11010519491231002X\n"
      ),
      ("property", "住房套数;户编号\n1.0;H1\n无;H2\n二;H3\n", 1, "household_id,dwellings\nH1,1\nH2,0\n"),
      (
        "medical",
        "单据号,户编号,出院时间,医疗总费用,统筹支付,大病保险,医疗救助,其他补偿\n1,H1,2018年1月5日,1万,5000元,0,0,/\n", 0,
        "record_id,household_id,incurred_on,total,basic_insurance,critical_illness_insurance,medical_assistance,other\n"
          + "1,H1,2018-01-05,10000.00,5000.00,0.00,0.00,\n"
      ),
      (
        "bank-answer", "付款号,金额,结果,日期,原因\n1,300,已到账,2018.4.1,\n2,1.5,退回,,户名　不符\n3,1,在途,,\n", 1,
        "payment,amount,result,happened_on,reason\n1,300.00,paid,2018-04-01,\n2,1.50,returned,,户名　不符\n"
      ),
      (
        "sample",
        "case,claim_id,household_id,township,stratum,payout,chance,out_of,audited_payout\n"
          + "1,C1,H1,,certain,5,12345678901,99999999999,１.5\n", 0,
        "case,claim_id,household_id,township,stratum,payout,chance,out_of,audited_payout\n"
          + "1,C1,H1,,certain,5.00,12345678901,99999999999,1.50\n"
      ),
    ])
  func kinds(kind: String, text: String, rejected: Int, expected: String) throws {
    try withScratchFolder { folder in
      try write(text, to: "f.csv", in: folder)
      let run = try CommandRun(["tidy", "f.csv", "--as", kind], in: folder, .zh)
      #expect(run.exitCode == (rejected > 0 ? 3 : 0) && run.text == expected, "\(run.talk)")
      #expect(run.talk.contains("剔除 \(rejected) 行") == (rejected > 0))
      let again = try CommandRun(["tidy", "-", "--as", kind], in: folder, .en, input: run.output)
      #expect(again.exitCode == 0 && again.output == run.output)
    }
  }

  @Test("of NDJSON writes the columns that it has", .enabled(if: !Golden.isRenewing))
  func ndjson() throws {
    try withScratchFolder { folder in
      let lines = #"""
        [{"申请编号": "1", "户编号": "H1", "peril": "因病", "发生日期": "2018/1/5", "amount": 5},
        {"申请编号": "2", "户编号": "H1", "peril": "因病", "发生日期": "2018/1/5", "amount": "1万", "cause": "住院"}]
        """#
      let run = try CommandRun(
        ["tidy", "-", "--as", "claims", "--labels", "zh"], in: folder, .en, input: Data(lines.utf8))
      #expect(run.exitCode == 0)
      #expect(
        run.text == "申请编号,户编号,险别,发生日期,金额,原因\n1,H1,illness,2018-01-05,5.00,\n"
          + "2,H1,illness,2018-01-05,10000.00,inpatient\n")
    }
  }

  @Test("a workbook as an office hands it in is decided as before", .enabled(if: !Golden.isRenewing))
  func workbook() throws {
    try CountySample.withInputs { folder in
      let run = try CommandRun(
        ["tidy", OfficeList.file.path, "--as", "claims", "--out", "t.csv", "--rejects", "r.csv"], in: folder,
        .en)
      #expect(run.talk.contains("header, sheet '理赔申请', row 2") && run.talk.contains("'填表说明'"))
      let scheme = CountySample.schemes[0]
      let words = CountySample.january(scheme).map { $0 == "claims-2018-01.csv" ? "t.csv" : $0 }
      #expect(try CommandRun(words, in: folder, .en).exitCode == 0)
      let kept = CountySample.folder.appending(path: "\(scheme)/january.csv")
      #expect(try Data(contentsOf: folder.appending(path: "january.csv")) == Data(contentsOf: kept))
    }
  }

  @Test("writes no file where the list cannot be read", .enabled(if: !Golden.isRenewing))
  func refused() throws {
    try withScratchFolder { folder in
      try write("a,b\n1,2\n", to: "f.csv", in: folder)
      let run = try CommandRun(["tidy", "f.csv", "--as", "claims", "--out", "o.csv"], in: folder, .en)
      #expect(run.exitCode == 1 && run.talk.contains("missing-column"))
      #expect(
        try CommandRun(["tidy", "f.csv", "--as", "claims", "--out", "f.csv"], in: folder, .en).exitCode == 2)
      #expect(try CommandRun(["tidy", "f.csv", "--as", "decisions"], in: folder, .en).exitCode == 2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["f.csv"])
    }
  }
}

@Suite("Headings of a county's own (--map)", .enabled(if: !Golden.isRenewing))
struct OwnHeadingsTests {
  @Test("mean what the file says, over the program's synonyms, in every table that has the column")
  func map() throws {
    try withScratchFolder { folder in
      func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      // 申请金额 is a synonym of the amount.
      try write("申请编号,户,险别,结算 日期,自负,申请金额\nC1,H1,因病,2018-03-05,25000,P1\n", "c.csv")
      try write("户,人群,人口,年收入,住房数,经营主体数,车辆数\nH1,out-of-poverty,4,12000,1,0,0\n", "h.csv")
      try write("heading,column\n户,户编号\n结算日期,incurred_on\n申请金额,人员编号\n自负,金额\n住房,dwellings\n", "m.csv")
      let words = ["adjudicate", "--claims", "c.csv", "--households", "h.csv", "--quiet", "--detail"]
      #expect(try CommandRun(words, in: folder, .en).exitCode == 1)
      let run = try CommandRun(words + ["--map", "m.csv"], in: folder, .en)
      #expect(run.exitCode == 0 && run.text.contains(",H1,illness,2018-03-05,25000.00,"), "\(run.talk)")
      let object = #"{"申请编号":"C1","户":"H1","险别":"因病","结算日期":"2018-03-05","自负":25000}"#
      try write(object + "\n", "c.csv")
      #expect(try CommandRun(words + ["--map", "m.csv"], in: folder, .en).output == run.output)
      try write("列,表头\n原因,为何\n", "m.csv")
      try write("付款号,金额,结果,为何\n1,2,退回,账号不符\n", "b.csv")
      let bank = try CommandRun(["tidy", "b.csv", "--as", "bank-answer", "--map", "m.csv"], in: folder, .en)
      #expect(bank.text == "payment,amount,result,reason\n1,2.00,returned,账号不符\n")
      #expect(try CommandRun(words + ["--map", "none.csv"], in: folder, .en).exitCode == 1)
    }
  }
}
