// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target: the strictest the toolchain has. A warning is an error.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// One room of the line: it may import what stands to its left, and nothing else. Tests/ArchitectureTests sees to it.
func room(_ name: String, imports: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: imports, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, of imports: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: imports, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "fangpin",
  products: [
    .executable(name: "fangpin", targets: ["fangpin"]),
    .library(name: "FangpinEngine", targets: ["Units", "Rules", "Claims", "Explain"]),
  ],
  dependencies: [],
  targets: [
    // The line, left to right.
    room("Units"),
    room("JSONText", imports: ["Units"]),
    room("Tables", imports: ["Units", "JSONText", "CZlib", "CExpat"]),
    room("Sealing", imports: ["Units", "CCrypto"]),
    room("Store", imports: ["Units", "CSQLite"]),
    room("Pipeline"),
    room("Pages", imports: ["Units"]),
    room(
      "RuleFiles",
      resources: [
        .embedInCode("../../Rules/wei-county-2017.json"),
        .embedInCode("../../Rules/wei-county-2017-by-band.json"),
        .embedInCode("../../Rules/scheme.schema.json"),
        .embedInCode("../../Rules/public-holidays.json"),
      ]),
    room("Rules", imports: ["Units", "JSONText", "Sealing", "RuleFiles"]),
    room("Claims", imports: ["Units", "Rules"]),
    room("Explain", imports: ["Units", "JSONText", "Rules", "Claims"]),
    room("Files", imports: ["Units", "Tables", "Sealing", "Rules"]),
    room("Batch", imports: ["Units", "Tables", "Sealing", "Pipeline", "Rules", "Claims", "Files"]),
    room("Synthesis", imports: ["Units", "Tables", "Files"]),
    room("Compare", imports: ["Units", "Tables", "Files"]),
    room("Journal", imports: ["Units", "JSONText", "Sealing", "Rules", "Claims", "Files"]),
    room(
      "Casebook",
      imports: [
        "Units", "JSONText", "Tables", "Sealing", "Store", "Pipeline", "Rules", "Claims", "Files", "Journal",
      ]),
    room(
      "Audit",
      imports: [
        "Units", "JSONText", "Tables", "Sealing", "Store", "Pipeline", "Rules", "Claims", "Explain", "Files",
        "Compare", "Journal", "Casebook",
      ]),
    room(
      "Reports",
      imports: [
        "Units", "JSONText", "Tables", "Sealing", "Store", "Pages", "Rules", "Claims", "Explain", "Files",
        "Journal", "Casebook", "Audit",
      ]),
    .executableTarget(
      name: "fangpin",
      dependencies: [
        "Units", "JSONText", "Tables", "Sealing", "Store", "Pages", "Rules", "Claims", "Explain", "Files",
        "Batch", "Synthesis", "Compare", "Journal", "Casebook", "Audit", "Reports",
      ],
      swiftSettings: strict),

    // The operating system's libraries.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

    // Tests. A kit is built on those above it: TestKit, SchemeKit, ExplainKit, BookKit, OfficeKit, BrowserKit.
    .target(name: "TestKit", dependencies: ["Units"], path: "Tests/TestKit", swiftSettings: strict),
    .target(name: "WorkbookKit", dependencies: ["CZlib"], path: "Tests/WorkbookKit", swiftSettings: strict),
    .target(
      name: "SchemeKit", dependencies: ["Units", "Rules", "Claims", "TestKit"], path: "Tests/SchemeKit",
      swiftSettings: strict),
    .target(
      name: "ExplainKit", dependencies: ["Units", "Rules", "Claims", "TestKit"], path: "Tests/ExplainKit",
      swiftSettings: strict),
    .target(
      name: "BookKit",
      dependencies: ["Units", "Sealing", "Store", "Rules", "Journal", "Casebook", "TestKit", "SchemeKit"],
      path: "Tests/BookKit", swiftSettings: strict),
    .target(
      name: "OfficeKit",
      dependencies: ["Units", "Sealing", "Rules", "Journal", "Casebook", "TestKit", "SchemeKit", "BookKit"],
      path: "Tests/OfficeKit", swiftSettings: strict),
    .target(
      name: "BrowserKit", dependencies: ["TestKit"], path: "Tests/BrowserKit",
      resources: [.embedInCode("measure.js")], swiftSettings: strict),
    tests("TestKitTests", of: ["TestKit", "BrowserKit", "fangpin"]),
    tests("OracleTests", of: ["TestKit", "WorkbookKit"]),
    tests("ArchitectureTests", of: ["Units", "Rules", "Claims", "Files", "Batch", "TestKit", "fangpin"]),
    tests("EmbeddingTests", of: ["Units", "Rules", "Claims", "Explain", "TestKit"]),
    tests("TablesTests", of: ["Units", "Tables", "TestKit", "WorkbookKit"]),
    tests("StoreTests", of: ["Units", "Store", "TestKit"]),
    tests("PipelineTests", of: ["Pipeline"]),
    tests("PagesTests", of: ["Units", "Pages"]),
    tests("JournalTests", of: ["Units", "Journal", "TestKit"], exclude: ["examples.tsv"]),
    tests("ClaimsTests", of: ["Units", "Rules", "Claims", "SchemeKit", "TestKit"]),
    tests(
      "BatchTests",
      of: ["Units", "Tables", "Rules", "Claims", "Files", "Batch", "SchemeKit", "TestKit", "WorkbookKit"]),
    tests("SturdinessTests", of: ["TestKit", "fangpin"]),
    tests("UnitsTests", of: ["Units", "TestKit"]),
    tests("SynthesisTests", of: ["Units", "Tables", "Rules", "Claims", "Synthesis", "TestKit"]),
    tests("JSONTextTests", of: ["JSONText", "Units", "TestKit"]),
    tests("SealingTests", of: ["Sealing", "Units", "TestKit"]),
    tests("RulesTests", of: ["Rules", "JSONText", "Units", "TestKit", "SchemeKit"]),
    tests(
      "ExplainTests", of: ["Units", "JSONText", "Rules", "Claims", "Explain", "TestKit", "ExplainKit"],
      exclude: ["Golden"]),
    tests(
      "CasebookTests",
      of: [
        "Units", "Files", "Sealing", "Store", "Rules", "Claims", "Batch", "Tables", "Journal", "Casebook",
        "Audit", "TestKit",
        "SchemeKit", "BookKit",
      ]),
    tests(
      "AuditTests",
      of: [
        "Units", "JSONText", "Tables", "Sealing", "Store", "Rules", "Claims", "Files", "Batch", "Journal",
        "Casebook", "Audit", "TestKit", "SchemeKit", "BookKit", "OfficeKit", "fangpin",
      ],
      exclude: ["Sampling/redraw.py", "Slip/Golden", "Slip/checker.py", "Slip/checker2.py", "Slip/sealed.py"]),
    tests(
      "FangpinTests",
      of: [
        "Units", "Sealing", "Store", "Rules", "Files", "Journal", "Casebook", "TestKit", "SchemeKit",
        "BookKit", "OfficeKit", "fangpin",
      ], exclude: ["CommandLine/Snapshots"]),
    tests(
      "FilesTests",
      of: [
        "Units", "Tables", "Sealing", "Store", "Rules", "Files", "Journal", "Casebook", "TestKit",
        "WorkbookKit", "SchemeKit", "BookKit", "fangpin",
      ]),
    tests(
      "ReportsTests",
      of: [
        "Units", "Tables", "Sealing", "Pages", "Rules", "Claims", "Explain", "Journal", "Casebook", "Audit",
        "Reports", "TestKit", "SchemeKit", "ExplainKit", "BookKit", "OfficeKit", "BrowserKit", "fangpin",
      ]),
    tests("SamplesTests", of: ["Units", "Files", "Batch", "TestKit", "WorkbookKit"]),
    tests(
      "CasebookKillTests",
      of: [
        "Units", "Sealing", "Store", "Rules", "Journal", "Casebook", "TestKit", "SchemeKit", "BookKit",
        "OfficeKit",
        "fangpin",
      ]),
    tests(
      "CasebookModelTests",
      of: [
        "Units", "Sealing", "Store", "Rules", "Claims", "Files", "Journal", "Casebook", "Audit", "TestKit",
        "SchemeKit",
        "BookKit",
      ]),
    tests(
      "CompareTests",
      of: ["Units", "Tables", "Compare", "Journal", "Casebook", "Audit", "TestKit", "OfficeKit", "fangpin"]),
  ],
  swiftLanguageModes: [.v6]
)
