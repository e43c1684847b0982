import Casebook
import Rules
import Sealing
import Units

/// `fangpin casebook create`: makes a casebook and enrols the county's first key.
enum CasebookCreateCommand {
  static let file = Operand<String>.required(
    "FILE", Wording(zh: "新案卷簿的文件，不能已经存在", en: "the file for the new casebook; it must not exist yet"),
    offers: .files)
  static let fund = Option<String>.required(
    "fund", "YUAN", Wording(zh: "县里第一年拨入的资金", en: "what the county pays in for the first year"),
    offers: .nothing)
  static let population = Option<Int>.required(
    "rural-population", "N", in: 1...100_000_000, Wording(zh: "农村人口", en: "the rural population"))
  static let actor = Option<String>.required(
    "actor", "NAME", Wording(zh: "第一位经办人的姓名", en: "the name of the first actor"), offers: .nothing)
  static let office = Option<String>.required(
    "office", "NAME", Wording(zh: "经办人的单位：县防贫办", en: "the actor's office, at the county"), offers: .nothing)
  static let digest = Option<DigestChoice>.choice(
    "digest", default: .sha256, Wording(zh: "存证码的算法", en: "the algorithm of the heads"))

  static let spec = CommandSpec(
    "create",
    summary: Wording(zh: "建立案卷簿，登记县里的第一把密钥", en: "create a casebook and enrol the county's first key"),
    discussion: [
      Wording(
        zh: "资金、保费和参保人数对不上时只提醒，不拒绝。第一位经办人可以单独登记县防贫办的第二人，此后登记和注销都要两人。",
        en:
          "If fund, premium and population do not match, it warns and goes on. The first actor can enrol "
          + "the second actor of the county's office alone; from then on every enrolment and revocation takes two."
      )
    ],
    operands: [file],
    options: [
      InputOptions.rules, fund, population, CasebookOptions.key, actor, office, digest, CasebookOptions.on,
    ],
    exits: CasebookDesk.recordingExits,
    examples: [
      Example(
        "fangpin casebook create wei.casebook --fund 4000000 --rural-population 608140 --key li.pem --actor Li "
          + "--office county",
        Wording(zh: "按魏县方案建立", en: "a casebook under Wei County's scheme")),
      Example(
        "fangpin casebook create wei.casebook --rules my-county.json --fund 1000000 --rural-population 200000 "
          + "--key li.pem --actor Li --office county --digest sm3",
        Wording(zh: "用自己的方案和国密算法", en: "with your own scheme file and SM3")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let desk = CasebookDesk(arguments: arguments, context: context)
    guard let keyPath = desk.value(CasebookOptions.key, "FANGPIN_KEY") else {
      return context.refuse(CasebookDesk.missing(CasebookOptions.key, "FANGPIN_KEY"))
    }
    guard let fund = TypedValue.amount(arguments[fund]), fund > .zero else {
      return context.refuse(TypedAmount.unfit(arguments[self.fund]))
    }
    var day: Day?
    if let text = arguments[CasebookOptions.on] {
      guard let parsed = TypedValue.day(text) else { return context.refuse(CasebookDesk.badDay(text)) }
      day = parsed
    }
    let loaded: (scheme: Scheme, bytes: [UInt8])
    switch scheme(arguments[InputOptions.rules], context) {
    case .failure(let stop): return stop.code
    case .success(let found): loaded = found
    }
    let founding = Founding(
      schemeBytes: loaded.bytes, scheme: loaded.scheme, algorithm: arguments[digest].algorithm, fund: fund,
      ruralPopulation: arguments[population], actor: arguments[actor], office: arguments[office])
    do throws(CasebookError) {
      let key = try CasebookDesk.key(keyPath)
      let book = try Casebook.create(arguments[file], founding, key: key, on: day, clock: .now)
      warn(loaded.scheme, fund, arguments[population], context)
      let state = try book.currentState()
      context.say(
        Wording(
          zh: "已建立 \(book.path)：案卷簿 \(state.id)，方案 \(book.scheme.id)（\(SchemeText(book.scheme).digest)），"
            + "\(state.entries) 条台账",
          en:
            "created \(book.path): casebook \(state.id), scheme \(book.scheme.id) "
            + "(\(SchemeText(book.scheme).digest)), \(state.entries.counted("entry", "entries"))"))
      return .done
    } catch { return desk.fail(error) }
  }

  /// The scheme with the bytes it was read from.
  private static func scheme(
    _ name: String, _ context: CommandContext
  ) -> Result<(scheme: Scheme, bytes: [UInt8]), SchemeChoice.Stop> {
    switch SchemeChoice.loading(name, context) {
    case .failure(let stop): return .failure(stop)
    case .success(let loading):
      for diagnostic in loading.diagnostics { context.report(diagnostic) }
      guard let scheme = loading.scheme else {
        return .failure(
          SchemeChoice.Stop(
            context.fail(
              Wording(zh: "方案 \(name) 有错误，不能使用", en: "the scheme \(name) has errors and cannot be used"))))
      }
      return .success((scheme, loading.bytes))
    }
  }

  private static func warn(_ scheme: Scheme, _ fund: Yuan, _ population: Int, _ context: CommandContext) {
    guard let gap = FundingGap.find(in: scheme.administration, fund: fund, population: population) else {
      return
    }
    context.warn(gap.what)
  }
}

/// What `--digest` can be set to.
enum DigestChoice: String, OptionChoice {
  case sha256, sm3

  var algorithm: DigestAlgorithm {
    switch self {
    case .sha256: .sha256
    case .sm3: .sm3
    }
  }
}
