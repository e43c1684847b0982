/// The folders of a folder, left to right: a file uses no type of a folder to its right.
enum FolderLine {
  /// What stands for the files that lie in the folder beside its own folders.
  static let besides = "."

  /// Every folder below `Sources` that has folders.
  static let orders: [String: [String]] = [
    "Tables": ["Memory", "Workbook", besides, "Writing"],
    "Rules": [besides, "Loading", "Checking"],
    "Claims": ["Accounts", besides],
    "Explain": ["Values", "Passages", "Writing", "Scheme", "Derivation", "Explanation", "Trials"],
    "Explain/Derivation": [besides, "Changes", "Reasons", "Passages"],
    "Files": ["Declaring", "Rejects", "Dress", "Reading", "Kinds", "Writing", "Tidying"],
    "Journal": ["Payloads", "Steps", "Entries", "Statements", "Kinds", "Seals"],
    "Casebook": [
      besides, "Records", "SQL", "Opening", "Journal", "Files", "Deriving", "Recording", "Actors", "Register",
      "Cases", "Money", "Claims", "Steps", "Screening", "Years", "Exchange", "Upkeep",
    ],
    "Audit": ["Reading", "Heads", "Retaking", "Verifying", "Slip", "Comparing", "Sampling", "Anomalies"],
    "Audit/Anomalies": ["Statistics", besides, "Checks", "Searching"],
    "Reports": ["Letter", "Notice", "Period"],
    "Reports/Period": [besides, "Charts", "Page"],
    "fangpin": ["CommandLine", "Desk", "Commands", besides],
    "fangpin/Commands": [
      "Rules", "Claims", "Files", "Case", "Casebook", "Declare", "Audit", "Papers", besides,
    ],
    "fangpin/Commands/Case": ["Steps", "Looking", "Screening", besides],
    "fangpin/Commands/Casebook": [
      "Actors", "Register", "Money", "Deciding", "Exchange", "Upkeep", besides,
    ],
  ]
}
