import Store
import Testing

@testable import Casebook

/// The columns that statements are made from are those of the schema.
@Suite("Columns of the casebook's tables")
struct SQLColumnTests {
  private static let tables: [any TableColumn.Type] = [
    EntryColumn.self, HeadColumn.self, SchemeFileColumn.self, PersonalColumn.self, BookColumn.self,
    ActorColumn.self, ActorHouseholdColumn.self, FactColumn.self, MemberColumn.self, MembershipColumn.self,
    BillColumn.self,
    CaseColumn.self, CaseBillColumn.self, CaseEntryColumn.self, SignatureColumn.self, AnswerColumn.self,
    ObjectionColumn.self,
    WaitingColumn.self, ReversalColumn.self, CarriedColumn.self, InvoiceColumn.self, PaymentColumn.self,
    ProposalColumn.self, ClosedYearColumn.self,
    ImportedFileColumn.self,
    UndoneImportColumn.self,
    OfficeFileColumn.self,
    RecordedColumn.self,
  ]

  private static func schema() throws -> Database {
    let database = try Database(path: "schema", .memory)
    try Migrations.bring(database, to: CasebookSchema.migrations)
    return database
  }

  private static func names<Column: TableColumn>(_ columns: Column.Type) -> [String] {
    columns.allCases.map(\.rawValue)
  }

  private static func places<Column: TableColumn>(_ columns: Column.Type) -> [Int] {
    columns.allCases.map(\.place)
  }

  @Test("are all columns of the table, in its order")
  func columns() throws {
    let database = try Self.schema()
    for table in Self.tables {
      #expect(try database.columns(of: table.table).map(\.name) == Self.names(table), "\(table.table)")
    }
  }

  @Test("are there for every table")
  func everyTable() throws {
    let objects = try Self.schema().schemaObjects().keys
    let tables = objects.filter { $0.hasPrefix("table ") }.map { String($0.dropFirst(6)) }
    #expect(tables.sorted() == Self.tables.map { $0.table }.sorted())
    let derived = Set(CasebookSchema.derivedTables)
    #expect(derived.isSubset(of: tables))
  }

  @Test("know their places, which statements number their parameters by")
  func places() {
    for table in Self.tables { #expect(Self.places(table) == Array(Self.names(table).indices)) }
    #expect(CountColumn.count.place == 0)
    #expect(CaseColumn.household.given == "household = ?3")
    #expect(CaseColumn.number.within == "number BETWEEN ?1 AND ?27")
  }

  @Test("a question puts its columns in any order, and reads them by name")
  func reading() throws {
    let statements = Statements(try Self.schema())
    try statements.run(HeadColumn.insertion) { bind in
      bind(.size, 3)
      bind(.root, "r")
      bind(.recordedAt, "t")
      bind(.actor, "a")
      bind(.key, "k")
      bind(.signature, [1, 2])
    }
    let question = Question<HeadColumn>([.key, .size, .actor], "FROM head WHERE \(HeadColumn.size.within)")
    let found = try statements.rows(question) {
      $0(HeadColumn.size, within: 1...3)
    } read: {
      [$0.text(.actor), $0.text(.key), "\($0.int(.size))"]
    }
    #expect(found == [["a", "k", "3"]])
  }
}
