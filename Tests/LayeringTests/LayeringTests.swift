import Foundation
import Testing

/// Each library has one home, and arrows between modules only run downwards.
@Suite struct LayeringTests {
  @Test(arguments: [
    ("GRDB", ["CaseStore"]), ("GRDBSQLite", ["CaseStore"]), ("CSodium", ["CaseStore"]),
    ("CNcurses", ["CursesTerminal"]),
    ("CursesTerminal", ["certdesk"]), ("ArgumentParser", ["certdesk"]), ("CIconv", ["Exchange"]),
    ("CMinizip", ["Exchange"]), ("CXlsxWriter", ["Exchange"]),
    ("Screens", ["certdesk"]), ("Exchange", ["certdesk", "certdesk-bench"]),
  ])
  func isImportedOnlyBy(library: String, homes: [String]) throws {
    for (module, file, imports) in try Self.sources() where !homes.contains(module) {
      #expect(!imports.contains(library), "\(file) imports \(library)")
    }
  }

  @Test(arguments: [
    ("Casework", []), ("TerminalKit", []), ("Exchange", ["Casework"]), ("CaseStore", ["Casework"]),
    ("CursesTerminal", ["TerminalKit"]), ("Screens", ["Casework", "CaseStore", "TerminalKit"]),
  ])
  func knowsOnly(module: String, others: [String]) throws {
    let ours = ["Casework", "CaseStore", "CursesTerminal", "Exchange", "Screens", "TerminalKit", "certdesk"]
    for (home, file, imports) in try Self.sources() where home == module {
      let strangers = imports.filter { ours.contains($0) && !others.contains($0) }
      #expect(strangers.isEmpty, "\(file) imports \(strangers)")
    }
  }

  @Test func theDomainReadsNoFileAndNoClock() throws {
    for (home, file, imports) in try Self.sources() where home == "Casework" {
      #expect(!imports.contains { ["Foundation", "Glibc", "Dispatch"].contains($0) }, "\(file)")
    }
  }

  @Test func errorsAreNeverSwallowed() throws {
    let bad = ["fatalError(", "@unchecked", "nonisolated(unsafe)"]
    for url in try Self.files() {
      let text = try String(contentsOf: url, encoding: .utf8)
      for word in bad { #expect(!text.contains(word), "\(url.lastPathComponent) has \(word)") }
      #expect(!text.contains(/\btry[?!]/), "\(url.lastPathComponent) tries without saying what went wrong")
    }
  }

  /// A command without a name has it made from its type at every start: a third of the time until the first screen.
  @Test func everyCommandSaysItsName() throws {
    var commands = 0
    for url in try Self.files() {
      let text = try String(contentsOf: url, encoding: .utf8)
      for command in text.matches(of: /CommandConfiguration\(\s*(\w+):/) {
        commands += 1
        #expect(command.1 == "commandName", "\(url.lastPathComponent): \(text[command.range])")
      }
    }
    #expect(commands > 50)
  }

  private static func files() throws -> [URL] {
    let sources = URL(filePath: #filePath).appending(path: "../../../Sources").standardized
    let all = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    let swift = (all ?? []).filter { $0.pathExtension == "swift" }
    try #require(swift.count > 50)
    return swift
  }

  private static func sources() throws -> [(module: String, file: String, imports: [String])] {
    try files().map { url in
      let parts = url.pathComponents
      let module = parts.firstIndex(of: "Sources").map { parts[$0 + 1] } ?? ""
      let imports = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap { line -> String? in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count else { return nil }
        return String(words[place + 1])
      }
      return (module, url.lastPathComponent, imports)
    }
  }
}
