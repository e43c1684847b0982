import Casebook
import Units

/// `fangpin casebook`: the county's casebook itself: its making, its keys, its fund, its upkeep.
enum CasebookCommand {
  static let spec = CommandSpec(
    group: "casebook",
    summary: Wording(
      zh: "建立、导入和维护案卷簿", en: "create, fill and maintain a county's casebook"),
    discussion: [
      Wording(
        zh: "案卷簿是县防贫办的一个文件，记下每个案件从申报到赔款到账的每一步；台账只增不改，每次记录都签名。",
        en:
          "A casebook is one file at the county's office that records every case from declaration to the "
          + "money in the account. Its journal is only ever added to, and each addition is signed.")
    ],
    exits: Exit.usual + [Exit(.rowsRejected), Exit(.answerIsNo, CasebookDesk.refused)],
    examples: [
      Example(
        "fangpin casebook create wei.casebook --fund 4000000 --rural-population 608140 --key li.pem --actor Li "
          + "--office county",
        Wording(zh: "建立案卷簿", en: "create a casebook")),
      Example(
        "fangpin casebook status --casebook wei.casebook",
        Wording(zh: "看案卷簿的全貌", en: "see the whole of it")),
    ],
    subcommands: [
      CasebookKeysCommand.spec, CasebookCreateCommand.spec, CasebookEnrolCommand.spec,
      CasebookRevokeCommand.spec, CasebookActorsCommand.spec, CasebookFundCommand.spec,
      CasebookContributeCommand.spec, CasebookForgetCommand.spec, CasebookStatusCommand.spec,
      CasebookImportCommand.spec, CasebookUndoImportCommand.spec, CasebookSendCommand.spec,
      CasebookReceiveCommand.spec,
      CasebookAdjudicateCommand.spec, CasebookReadjudicateCommand.spec,
      CasebookProposalsCommand.spec, CasebookSecondCommand.spec,
      CasebookCloseYearCommand.spec,
      CasebookHeadCommand.spec, CasebookMovesCommand.spec, CasebookDumpCommand.spec,
      CasebookStateCommand.spec, CasebookCopyCommand.spec, CasebookExtractCommand.spec,
      CasebookRebuildCommand.spec,
    ])
}
