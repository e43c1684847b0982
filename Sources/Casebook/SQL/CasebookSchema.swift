import Store

/// The tables of a casebook: what is true, what is personal, and what is derived.
///
/// True are the journal, its heads and the scheme files: triggers refuse to change or delete a row of them. Personal data
/// stands apart, so that it can be forgotten. Everything else is derived from the journal, written in the same
/// transaction, and can be thrown away: ``derivedTables`` lists it, and `rebuild` makes it anew.
enum CasebookSchema {
  /// The mark of a casebook in its file's header: "FPCB".
  static let applicationID = 0x4650_4342
  /// The mark of an extract in its file's header: "FPCX". It has a casebook's tables but no personal data, and nothing is
  /// recorded in it.
  static let extractID = 0x4650_4358

  /// The version of what is derived. No file of an earlier one is brought to it but by `rebuild`, which derives it anew: what
  /// is true and what is personal has been as it is since version 1.
  static let version = 4
  /// How a new file is made.
  static let migrations = [
    Migration(
      version: version,
      why:
        "the journal, personal data, and what is derived; persons move, costs have numbers, and cases are decided again",
      sql: truth + personal + newTables)
  ]
  /// What is derived, empty.
  static let newTables = derived + casefileIndexes.map(\.sql).joined()
  /// The tables of what is true and personal, without what is derived.
  static let lasting = truth + personal

  /// The derived tables of a casebook whose steps are taken again: they stand before those of the same names in the file.
  static let retaking =
    derived.replacing("CREATE TABLE ", with: "CREATE TEMP TABLE ")
    .replacing("CREATE INDEX ", with: "CREATE INDEX temp.")

  /// The indexes of cases there.
  static let retakingIndexes = casefileIndexes.map(\.sql).joined()
    .replacing("CREATE INDEX ", with: "CREATE INDEX temp.")

  private static let truth = """
    CREATE TABLE journal(
      number INTEGER PRIMARY KEY, recorded_at TEXT NOT NULL, happened_on TEXT NOT NULL, actor TEXT NOT NULL,
      role TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL, engine TEXT NOT NULL, scheme TEXT NOT NULL) STRICT;
    CREATE TABLE head(
      size INTEGER PRIMARY KEY, root TEXT NOT NULL, recorded_at TEXT NOT NULL, actor TEXT NOT NULL, key TEXT NOT NULL,
      signature BLOB NOT NULL) STRICT;
    CREATE TABLE scheme_file(digest TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
    CREATE TRIGGER journal_stays BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
    CREATE TRIGGER journal_keeps BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;
    CREATE TRIGGER head_stays BEFORE UPDATE ON head BEGIN SELECT RAISE(ABORT, 'a head is never changed'); END;
    CREATE TRIGGER head_keeps BEFORE DELETE ON head BEGIN SELECT RAISE(ABORT, 'a head is never deleted'); END;
    CREATE TRIGGER scheme_stays BEFORE UPDATE ON scheme_file BEGIN SELECT RAISE(ABORT, 'a scheme file is never changed'); END;
    CREATE TRIGGER scheme_keeps BEFORE DELETE ON scheme_file BEGIN SELECT RAISE(ABORT, 'a scheme file is never deleted'); END;

    """

  private static let personal = """
    CREATE TABLE personal(
      number INTEGER PRIMARY KEY, household TEXT NOT NULL, name TEXT, resident_id TEXT, bank_account TEXT, telephone TEXT,
      proxy TEXT, salt BLOB NOT NULL) STRICT;
    CREATE INDEX personal_household ON personal(household);
    CREATE TRIGGER personal_stays BEFORE UPDATE ON personal
      BEGIN SELECT RAISE(ABORT, 'personal data is added or forgotten, never changed'); END;

    """

  /// The derived tables, in an order in which they can be emptied.
  static let derivedTables = [
    "book", "actor", "actor_household", "household_fact", "member", "membership", "bill", "casefile",
    "case_bill",
    "case_entry",
    "case_signature",
    "case_answer", "objection", "payment", "imported_file", "office_file", "recorded_personal",
    "waiting", "reversal", "carried", "undone_import", "invoice", "proposal", "closed_year",
  ]

  /// The tables of an extract: all but the personal data, in an order in which they can be filled.
  static let extractedTables = ["scheme_file", "journal", "head"] + derivedTables

  /// The indexes of cases: a large batch makes them once, behind itself, instead of entering each case in each.
  static let casefileIndexes: [(name: String, sql: String)] = [
    ("casefile_household", "CREATE INDEX casefile_household ON casefile(household);\n"),
    ("casefile_person", "CREATE INDEX casefile_person ON casefile(person) WHERE person IS NOT NULL;\n"),
    ("casefile_claim", "CREATE INDEX casefile_claim ON casefile(claim_id);\n"),
    (
      "casefile_waiting",
      """
      CREATE INDEX casefile_waiting ON casefile(state, since)
        WHERE state NOT IN ('paid', 'denied', 'withdrawn', 'reversed', 'approved');

      """
    ),
  ]

  private static let derived = """
    CREATE TABLE book(
      one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL, algorithm TEXT NOT NULL, scheme TEXT NOT NULL,
      rural_population INTEGER, frontier BLOB NOT NULL, last_recorded_at TEXT NOT NULL, cases INTEGER NOT NULL,
      objections INTEGER NOT NULL, payments INTEGER NOT NULL, settlements INTEGER NOT NULL,
      personal INTEGER NOT NULL, contributed INTEGER NOT NULL, called INTEGER NOT NULL, committed INTEGER NOT NULL,
      paid INTEGER NOT NULL) STRICT;
    CREATE TABLE actor(
      name TEXT PRIMARY KEY, office TEXT NOT NULL, role TEXT NOT NULL, person TEXT, key TEXT NOT NULL UNIQUE,
      public_key TEXT NOT NULL, state TEXT NOT NULL, proposed_by TEXT, entry INTEGER NOT NULL) STRICT;
    CREATE TABLE actor_household(actor TEXT NOT NULL, household TEXT NOT NULL, PRIMARY KEY(actor, household)) STRICT, WITHOUT ROWID;
    CREATE TABLE household_fact(
      household TEXT NOT NULL, known_on TEXT NOT NULL, entry INTEGER NOT NULL, grp TEXT, members INTEGER, income INTEGER,
      income_year INTEGER, dwellings INTEGER, businesses INTEGER, vehicles INTEGER, township TEXT, village TEXT,
      PRIMARY KEY(household, known_on, entry)) STRICT, WITHOUT ROWID;
    CREATE TABLE member(
      person TEXT PRIMARY KEY, household TEXT NOT NULL, relation TEXT, personal INTEGER, entry INTEGER NOT NULL) STRICT;
    CREATE INDEX member_household ON member(household);
    CREATE TABLE membership(
      person TEXT NOT NULL, known_on TEXT NOT NULL, entry INTEGER NOT NULL, household TEXT NOT NULL,
      PRIMARY KEY(person, known_on, entry)) STRICT, WITHOUT ROWID;
    CREATE TABLE bill(
      peril TEXT NOT NULL, record TEXT NOT NULL, household TEXT NOT NULL, person TEXT, happened_on TEXT NOT NULL,
      amount INTEGER NOT NULL, casefile INTEGER, entry INTEGER NOT NULL, core TEXT, PRIMARY KEY(peril, record)) STRICT, WITHOUT ROWID;
    CREATE INDEX bill_household ON bill(household, peril);
    CREATE INDEX bill_core ON bill(core);
    CREATE INDEX bill_case ON bill(casefile) WHERE casefile IS NOT NULL;
    CREATE TABLE casefile(
      number INTEGER PRIMARY KEY, claim_id TEXT, household TEXT NOT NULL, person TEXT, peril TEXT NOT NULL, cause TEXT,
      incurred_on TEXT NOT NULL, amount INTEGER NOT NULL, compensated INTEGER, way TEXT NOT NULL, personal INTEGER,
      state TEXT NOT NULL, since TEXT NOT NULL, until TEXT, resume TEXT, reason TEXT, counted INTEGER NOT NULL,
      benefit TEXT, policy_year INTEGER, accumulator INTEGER, payout INTEGER NOT NULL, payment INTEGER,
      opened_entry INTEGER NOT NULL, decided_entry INTEGER, approved_as TEXT,
      facts_entry INTEGER) STRICT;
    CREATE TABLE case_bill(
      casefile INTEGER NOT NULL, place INTEGER NOT NULL, record TEXT NOT NULL, person TEXT, incurred_on TEXT NOT NULL,
      amount INTEGER NOT NULL, counted INTEGER NOT NULL, benefit TEXT, policy_year INTEGER, accumulator INTEGER,
      payout INTEGER NOT NULL, PRIMARY KEY(casefile, place)) STRICT, WITHOUT ROWID;
    CREATE INDEX case_bill_person ON case_bill(person) WHERE person IS NOT NULL;
    CREATE TABLE case_entry(casefile INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(casefile, entry)) STRICT, WITHOUT ROWID;
    CREATE TABLE case_signature(
      casefile INTEGER NOT NULL, level TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY(casefile, level, actor)) STRICT, WITHOUT ROWID;
    CREATE TABLE case_answer(
      casefile INTEGER NOT NULL, asset TEXT NOT NULL, answered INTEGER NOT NULL, happened_on TEXT NOT NULL,
      PRIMARY KEY(casefile, asset)) STRICT, WITHOUT ROWID;
    CREATE TABLE objection(
      number INTEGER PRIMARY KEY, casefile INTEGER NOT NULL, raised_on TEXT NOT NULL, is_open INTEGER NOT NULL) STRICT;
    CREATE INDEX objection_case ON objection(casefile);
    CREATE TABLE payment(
      number INTEGER PRIMARY KEY, casefile INTEGER NOT NULL, household TEXT NOT NULL, amount INTEGER NOT NULL,
      settlement INTEGER NOT NULL, state TEXT NOT NULL, personal INTEGER) STRICT;
    CREATE INDEX payment_settlement ON payment(settlement);
    CREATE TABLE imported_file(digest TEXT NOT NULL, kind TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(digest, kind)) STRICT, WITHOUT ROWID;
    CREATE TABLE undone_import(entry INTEGER PRIMARY KEY, file INTEGER NOT NULL, first_row INTEGER NOT NULL) STRICT;
    CREATE TABLE office_file(
      digest TEXT NOT NULL, way TEXT NOT NULL, office TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(digest, way)) STRICT, WITHOUT ROWID;
    CREATE TABLE recorded_personal(
      number INTEGER PRIMARY KEY, household TEXT NOT NULL, digest TEXT NOT NULL, entry INTEGER NOT NULL,
      forgotten INTEGER) STRICT;
    CREATE INDEX recorded_personal_household ON recorded_personal(household);
    CREATE TABLE waiting(entry INTEGER PRIMARY KEY, casefile INTEGER NOT NULL, amount INTEGER NOT NULL) STRICT;
    CREATE INDEX waiting_case ON waiting(casefile);
    CREATE TABLE carried(
      entry INTEGER PRIMARY KEY, after TEXT NOT NULL, case_before INTEGER NOT NULL, claim_id TEXT, household TEXT NOT NULL, person TEXT,
      peril TEXT NOT NULL, incurred_on TEXT NOT NULL, amount INTEGER NOT NULL, payout INTEGER NOT NULL, total INTEGER,
      invoice TEXT, core TEXT) STRICT;
    CREATE INDEX carried_household ON carried(household);
    CREATE INDEX carried_person ON carried(person) WHERE person IS NOT NULL;
    CREATE INDEX carried_claim ON carried(claim_id) WHERE claim_id IS NOT NULL;
    CREATE INDEX carried_core ON carried(core) WHERE core IS NOT NULL;
    CREATE TABLE proposal(casefile INTEGER PRIMARY KEY, entry INTEGER NOT NULL) STRICT;
    CREATE TABLE closed_year(
      entry INTEGER PRIMARY KEY, first_day TEXT NOT NULL, last_day TEXT NOT NULL, reopened_entry INTEGER) STRICT;
    CREATE TABLE invoice(casefile INTEGER PRIMARY KEY, number TEXT NOT NULL, core TEXT NOT NULL) STRICT;
    CREATE INDEX invoice_core ON invoice(core);
    CREATE TABLE reversal(casefile INTEGER PRIMARY KEY, money TEXT NOT NULL, repaid INTEGER NOT NULL) STRICT;

    """
}
