import Audit
import Casebook
import Rules
import Sealing
import Units

/// `fangpin casebook create`: makes a casebook and enrols the county's first key.
enum CasebookCreateCommand {
  static let file = Operand<String>.required(
    "FILE", Wording(zh: "新案卷簿的文件，不能已经存在", en: "the file for the new casebook; it must not exist yet"),
    offers: .files)
  static let rules = Option<String?>.optional(
    "rules", "ID|FILE", InputOptions.rules.spec.summary,
    defaultNote: Wording(
      zh: "\(BuiltInSchemes.standard)；用 --after 时是前一本的方案",
      en: "\(BuiltInSchemes.standard); with --after the scheme of the casebook before"),
    offers: .wordsOrFiles(BuiltInSchemes.ids))
  static let after = Option<String?>.optional(
    "after", "CASEBOOK",
    Wording(
      zh: "接着办理的前一本案卷簿：结转名册、资金和各账户的累计额、已赔额",
      en:
        "the casebook that it goes on from: its register, its fund, and what counts and was paid in each account"
    ),
    offers: .files)
  static let fund = Option<String?>.optional(
    "fund", "YUAN", Wording(zh: "县里第一年拨入的资金", en: "what the county pays in for the first year"),
    defaultNote: Wording(
      zh: "不用 --after 时必须写明", en: "needed without --after"),
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
      ),
      Wording(
        zh:
          "--after 先核对前一本（audit verify），再从它的台账结转，记明它最后的存证码；前一本不改一字。没有付过款的案件不结转：列出来，要重新申报。经办人和待筛查的单据要重新登记、导入。",
        en:
          "--after first checks the casebook before (audit verify), then takes over from its journal and names its last "
          + "head; not a byte of it is changed. Cases of which nothing is paid are not taken over: they are listed, and "
          + "have to be declared again. Actors are enrolled, and bills that wait for screening are imported, anew."
      ),
    ],
    operands: [file],
    options: [
      after, rules, fund, population, CasebookOptions.key, actor, office, digest, CasebookOptions.on,
    ],
    exits: Exit.usual + [
      Exit(
        .rowsRejected,
        Wording(
          zh: "已建立，前一本还有未办完的案件或未附议的提议",
          en: "created, and the casebook before has cases or proposals that are open still")),
      Exit(.answerIsNo, CasebookDesk.refused),
    ],
    examples: [
      Example(
        "fangpin casebook create wei.casebook --fund 4000000 --rural-population 608140 --key li.pem --actor Li "
          + "--office county",
        Wording(zh: "按魏县方案建立", en: "a casebook under Wei County's scheme")),
      Example(
        "fangpin casebook create wei.casebook --rules my-county.json --fund 1000000 --rural-population 200000 "
          + "--key li.pem --actor Li --office county --digest sm3",
        Wording(zh: "用自己的方案和国密算法", en: "with your own scheme file and SM3")),
      Example(
        "fangpin casebook create wei-2027.casebook --after wei.casebook --rural-population 608140 --key li.pem "
          + "--actor Li --office county",
        Wording(zh: "接着前一本案卷簿办理", en: "goes on from the casebook before")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let desk = CasebookDesk(arguments: arguments, context: context)
    guard let keyPath = desk.value(CasebookOptions.key, "FANGPIN_KEY") else {
      return context.refuse(CasebookDesk.missing(CasebookOptions.key, "FANGPIN_KEY"))
    }
    guard arguments[fund] != nil || arguments[after] != nil else {
      return context.refuse(
        Wording(
          zh: "要写明 --fund 县里第一年拨入的资金，或用 --after 接着前一本案卷簿",
          en:
            "give --fund, what the county pays in for the first year, or --after, the casebook that it goes on from"
        ))
    }
    var fund: Yuan?
    if let text = arguments[self.fund] {
      fund = TypedValue.amount(text)
      guard let fund, fund > .zero else { return context.refuse(TypedAmount.unfit(text)) }
    }
    var day: Day?
    if let text = arguments[CasebookOptions.on] {
      guard let parsed = TypedValue.day(text) else { return context.refuse(CasebookDesk.badDay(text)) }
      day = parsed
    }
    do throws(CasebookError) {
      let key = try CasebookDesk.key(keyPath)
      var handover: Handover?
      if let path = arguments[after] {
        guard try checked(path, context) else { return .answerIsNo }
        handover = try Handover.read(path)
      }
      let loaded: (scheme: Scheme, bytes: [UInt8])
      switch scheme(arguments[rules], handover, context) {
      case .failure(let stop): return stop.code
      case .success(let found): loaded = found
      }
      var founding = Founding(
        schemeBytes: loaded.bytes, scheme: loaded.scheme, algorithm: arguments[digest].algorithm, fund: fund,
        ruralPopulation: arguments[population], actor: arguments[actor], office: arguments[office])
      founding.handover = handover
      let book = try Casebook.create(arguments[file], founding, key: key, on: day, clock: .now)
      let state = try book.currentState()
      warn(loaded.scheme, state.contributed, arguments[population], context)
      context.say(
        Wording(
          zh: "已建立 \(book.path)：案卷簿 \(state.id)，方案 \(book.scheme.id)（\(SchemeText(book.scheme).digest)），"
            + "\(state.entries) 条台账",
          en:
            "created \(book.path): casebook \(state.id), scheme \(book.scheme.id) "
            + "(\(SchemeText(book.scheme).digest)), \(state.entries.counted("entry", "entries"))"))
      guard let handover else { return .done }
      return tell(handover, context)
    } catch { return desk.fail(error) }
  }

  /// Whether the casebook before holds what its heads say.
  private static func checked(_ path: String, _ context: CommandContext) throws(CasebookError) -> Bool {
    if try Verifier.verify(path, threads: Processors.count).isClean { return true }
    _ = context.fail(
      Wording(
        zh: "\(path) 核对不符，不能结转：用 audit verify --casebook \(path) 查明",
        en:
          "\(path) does not verify, and nothing is taken over from it: audit verify --casebook \(path) shows why"
      ))
    return false
  }

  /// Says what was taken over, and lists the cases that do not go on of themselves.
  private static func tell(_ handover: Handover, _ context: CommandContext) -> ExitCode {
    let text = HandoverText(handover: handover)
    context.say(text.summary)
    if let closed = text.closed { context.say(closed) }
    if let proposed = text.proposed { context.say(proposed) }
    guard !handover.open.isEmpty else { return handover.proposals.isEmpty ? .done : .rowsRejected }
    let ending = context.deliver(text.openCases(in: context.language))
    return ending == .done ? .rowsRejected : ending
  }

  /// The scheme with the bytes it was read from.
  private static func scheme(
    _ given: String?, _ handover: Handover?, _ context: CommandContext
  ) -> Result<(scheme: Scheme, bytes: [UInt8]), SchemeChoice.Stop> {
    if given == nil, let handover { return .success((handover.scheme, handover.schemeBytes)) }
    let name = given ?? BuiltInSchemes.standard
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
