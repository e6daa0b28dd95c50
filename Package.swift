// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "certdesk",
  products: [.executable(name: "certdesk", targets: ["certdesk"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // What a case is and what may happen to it. No I/O, no clock of its own.
    .target(name: "Casework", swiftSettings: strict),

    // Cases kept in SQLite: one append-only log and the rows folded from it.
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "CaseStore",
      dependencies: [
        "Casework", "CSodium", "CSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),

    // Drawing and input as values. Imports nothing.
    .target(name: "TerminalKit", swiftSettings: strict),

    // The one place that talks to a terminal.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CursesTerminal", dependencies: ["TerminalKit", "CNcurses"], swiftSettings: strict),

    // What people see and press: values with bindings, update, draw.
    .target(name: "Screens", dependencies: ["Casework", "CaseStore", "TerminalKit"], swiftSettings: strict),

    // A program on a pseudo-terminal, for tests only.
    .target(name: "CPty", path: "Tests/CPty"),
    .target(name: "PtyKit", dependencies: ["CPty", "TerminalKit"], path: "Tests/PtyKit", swiftSettings: strict),

    // Files in and out: tables of other offices, exports.
    .systemLibrary(name: "CIconv"),
    .systemLibrary(name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "Exchange", dependencies: ["Casework", "CIconv", "CMinizip", "CXlsxWriter"],
      swiftSettings: strict),

    // The command line: parses arguments, opens the store, starts the loop.
    .executableTarget(
      name: "certdesk",
      dependencies: [
        "Casework", "CaseStore", "CursesTerminal", "Exchange", "Screens", "TerminalKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]),

    // `make bench`: ratios against what the same machine does otherwise.
    .target(name: "CSQLiteBare", linkerSettings: [.linkedLibrary("sqlite3")]),
    .executableTarget(
      name: "certdesk-bench",
      dependencies: ["Casework", "CaseStore", "Exchange", "PtyKit", "DeskScripts", "TerminalKit", "CSQLiteBare"],
      swiftSettings: [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]),

    .testTarget(name: "TerminalKitTests", dependencies: ["CPty", "TerminalKit"], swiftSettings: strict),
    .testTarget(name: "PtyKitTests", dependencies: ["PtyKit"], swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Exchange", "Casework", "CIconv", "CMinizip"], swiftSettings: strict),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Screens", "CaseStore", "Casework", "TerminalKit", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Golden"],
      swiftSettings: strict),
    // What tests share: made-up people, chance that can be repeated; and a desk that is killed in the middle of an act.
    .target(
      name: "DeskFixtures", dependencies: ["Casework"], path: "Tests/Support/DeskFixtures", swiftSettings: strict),
    .target(
      name: "DeskScripts", dependencies: ["PtyKit", "TerminalKit"], path: "Tests/Support/DeskScripts",
      swiftSettings: strict),
    .executableTarget(
      name: "acts-runner", dependencies: ["Casework", "CaseStore"], path: "Tests/Support/acts-runner",
      swiftSettings: strict),

    .testTarget(name: "CaseworkTests", dependencies: ["Casework", "DeskFixtures"], swiftSettings: strict),
    .testTarget(
      name: "CaseStoreTests",
      dependencies: [
        "Casework", "CaseStore", "DeskFixtures", "Exchange", "acts-runner",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .testTarget(name: "LayeringTests", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["DeskFixtures", "DeskScripts", "PtyKit", "TerminalKit", "certdesk"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
