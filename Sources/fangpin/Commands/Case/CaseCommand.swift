import Units

/// `fangpin case`: the steps of a case, and looking at it.
enum CaseCommand {
  static let spec = CommandSpec(
    group: "case",
    summary: Wording(zh: "逐步办理和查看案件", en: "take the steps of a case, and look at cases"),
    exits: Exit.usual + [Exit(.rowsRejected), Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case visit 17 --casebook wei.casebook --key adjuster.pem",
        Wording(zh: "记录案件 17 已入户", en: "case 17 has been visited")),
      Example(
        "fangpin case inbox --role township --casebook wei.casebook",
        Wording(zh: "等乡镇办理的事项", en: "what is waiting for the township")),
      Example(
        "fangpin case show 17 --casebook wei.casebook",
        Wording(zh: "查看案件 17 的全貌", en: "show the whole of case 17")),
    ],
    subcommands: [
      CaseVerifyCommand.spec, CaseVisitCommand.spec, CaseAppraiseCommand.spec, CaseDiscloseCommand.spec,
      CaseObjectCommand.spec, CaseResolveCommand.spec, CaseConfirmCommand.spec, CaseApproveCommand.spec,
      CaseSettleCommand.spec, CaseReconcileCommand.spec, CaseAccountCommand.spec, CasePendCommand.spec,
      CaseAmendCommand.spec, CaseReleaseCommand.spec, CaseWithdrawCommand.spec, CaseReverseCommand.spec,
      CaseRepaidCommand.spec, CaseRedecideCommand.spec,
      CaseListCommand.spec, CaseShowCommand.spec, CaseInboxCommand.spec, CaseExplainCommand.spec,
      CaseScreenCommand.spec,
    ])
}
