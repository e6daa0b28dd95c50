import Foundation
import Testing

/// The figures of a rehearsal office of three years, and the papers of its sweeps, by command.
@Suite struct FiguresByCommandTests {
  private static let script = URL(filePath: #filePath).appending(path: "../../Recompute/figures.py").standardized.path
  private static let supervisor = "sunmin"

  /// Three years of work, then the first days of the fourth.
  private func office() throws -> Program {
    let program = try Program(today: "2026-01-20")
    let made = try program.run("demo", "--holders", "400", "--years", "3", "--json").json()
    for member in try #require(made["staff"] as? [[String: Any]]) {
      let (name, password) = (try #require(member["staff"] as? String), try #require(member["password"] as? String))
      try program.keep(password, as: "\(name).password", mode: 0o600)
    }
    return program
  }

  @Test func aScriptThatReadsNothingButTheLogComesToTheSameFigures() throws {
    let office = try office()
    defer { #expect(throws: Never.self) { try office.remove() } }
    try office.run(as: "admin", "audit", "export", "--output", office.path("log.jsonl"))

    var closing = 0
    for year in ["2023", "2024", "2025", "2026"] {
      let told = try office.run(as: Self.supervisor, "report", "year", year).json()
      try expectSame(told, try recount(office, year))
      #expect(told["opening"] as? Int == closing && told["balanced"] as? Bool == true)
      closing = try #require(told["closing"] as? Int)
    }
    for quarter in ["2023Q1", "2024Q4", "2025Q3"] {
      let told = try office.run(as: Self.supervisor, "report", "quarter", quarter).json()
      try expectSame(told, try recount(office, quarter))
    }
    let year = try office.run(as: Self.supervisor, "report", "year", "2024").json()
    for line in ["issued", "renewed", "reissued", "changed", "moved_in", "moved_out", "frozen"] {
      #expect((year[line] as? Int ?? 0) > 0, "a year of the rehearsal office has \(line)")
    }
    try figuresOpenTheirCases(office, year)
    try signing(office)
    try papers(office)
  }

  private func figuresOpenTheirCases(_ office: Program, _ year: [String: Any]) throws {
    let deaths = try #require((year["cancelled"] as? [String: Int])?["death"])
    let lines = try office.run(as: Self.supervisor, "report", "year", "2024", "--figure", "cancelled.death").lines
    #expect(deaths > 0 && lines.count == deaths)
    #expect(lines.allSatisfy { $0.contains("\"event\":\"cancel\"") && $0.contains("sweep:431281-") })
    let sweeps = try #require(year["sweeps"] as? [[String: Any]])
    #expect(sweeps.contains { ($0["doubtful_held"] as? Int ?? 0) > 0 && ($0["doubtful_rejected"] as? Int ?? 0) > 0 })
    for figure in ["files", "to_ask", "doubtful_rejected", "accepted", "watched"] {
      let told = try office.run(
        as: Self.supervisor, "report", "year", "2024", "--figure", "sweeps.2024Q3.\(figure)", "--json")
      #expect(told.lines.count == sweeps[2][figure] as? Int, "\(figure): \(told.complaint)")
    }
  }

  /// Only supervisor and chair sign, only a period that is over, and what is signed stays.
  private func signing(_ office: Program) throws {
    #expect(try office.run(as: "chenjing", "report", "sign", "year", "2025").status == 4)
    #expect(try office.run(as: Self.supervisor, "report", "sign", "year", "2026").status == 3)
    let signed = try office.run(as: Self.supervisor, "report", "sign", "year", "2025").json()
    let again = try office.run(as: Self.supervisor, "report", "year", "2025").json()
    #expect((again["signed"] as? [String: Any])?["sha256"] as? String == signed["sha256"] as? String)
    let correction = try office.run(as: Self.supervisor, "report", "correction", "year", "2025").json()
    #expect((correction["differences"] as? [Any])?.isEmpty ?? false)
    #expect(try office.run("audit", "verify").status == 0)
    try correcting(office, again)
  }

  /// A death taken back after the year was signed counts once: in the year corrected, not in the running one too.
  private func correcting(_ office: Program, _ signed: [String: Any]) throws {
    try undoADeath(of: "431281-2025Q3-1", office)
    let corrected = try office.run(
      as: Self.supervisor, "report", "correction", "year", "2025", "--sign", "--reason", "公安更正")
    #expect(corrected.status == 0, "\(corrected.complaint)")

    try office.run(as: "admin", "audit", "export", "--output", office.path("corrected.jsonl"))
    let next = try office.run(as: Self.supervisor, "report", "year", "2026").json()
    try expectSame(next, try recount(office, "2026", from: "corrected.jsonl"))
    #expect(next["opening"] as? Int == (signed["closing"] as? Int).map { $0 + 1 })
    for quarter in ["2025Q3", "2025Q4", "2026Q1"] {
      let told = try office.run(as: Self.supervisor, "report", "quarter", quarter).json()
      try expectSame(told, try recount(office, quarter, from: "corrected.jsonl"))
    }
    let kept = try office.run(as: Self.supervisor, "report", "correction", "year", "2025").json()
    let sheets = try #require(kept["signed_corrections"] as? [[String: Any]])
    #expect(sheets.count == 1 && sheets.first?["reason"] as? String == "公安更正")
    #expect((sheets.first?["differences"] as? [Any])?.isEmpty == false)
    #expect((sheets.first?["events"] as? [Any])?.count == 1)
    try correctingTheQuarterOfTheList(office)
  }

  /// A death of a list that was carried out in the next quarter: the sheet of the list's quarter names it all the same.
  private func correctingTheQuarterOfTheList(_ office: Program) throws {
    #expect(try office.run(as: Self.supervisor, "report", "sign", "quarter", "2025Q2").status == 0)

    try undoADeath(of: "431281-2025Q2-1", office)

    try office.run(as: "admin", "audit", "export", "--output", office.path("undone.jsonl"))
    let running = try office.run(as: Self.supervisor, "report", "year", "2026").json()
    try expectSame(running, try recount(office, "2026", from: "undone.jsonl"))
    #expect(running["taken_back"] as? Int == 1 && running["balanced"] as? Bool == true)
    #expect((running["cancelled"] as? [String: Int])?.values.allSatisfy { $0 >= 0 } ?? false)
    let sheet = try office.run(as: Self.supervisor, "report", "correction", "quarter", "2025Q2").json()
    #expect((sheet["events"] as? [Any])?.isEmpty ?? false)
    #expect((sheet["taken_back"] as? [[String: Any]])?.map { $0["event"] as? String } == ["sweep_undone"])
    let differences = try #require(sheet["differences"] as? [[String: Any]])
    #expect(
      differences.compactMap { $0["figure"] as? String } == ["sweeps.2025Q2.cancelled", "sweeps.2025Q2.taken_back"])
  }

  private func undoADeath(of sweep: String, _ office: Program) throws {
    let rows = try office.run(as: Self.supervisor, "sweep", "rows", sweep, "--json").lines
    let dead = try rows.compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
      .first { $0["outcome"] as? String == "done" && $0["kind"] as? String == "death" }
    let row = try #require(dead?["row"] as? Int)
    let undone = try office.run(
      as: Self.supervisor, "sweep", "undo", sweep, "--row", String(row), "--reason", "公安更正", second: "liufang")
    #expect(undone.status == 0, "\(undone.complaint)")
  }

  private func papers(_ office: Program) throws {
    let sweep = "431281-2025Q3-1"
    for format in ["csv", "xlsx", "pdf"] {
      for (receiver, parts) in [("", ["a", "b", "c", "d", "e", "f", "g"]), ("civil_affairs", ["a", "b", "f"])] {
        let made = try office.run(
          all: ["sweep", "report", sweep, "--format", format, "--output", office.path("papers\(receiver).\(format)")]
            + (receiver.isEmpty ? [] : ["--receiver", receiver])
            + ["--as", "chenjing", "--password-file", office.path("chenjing.password"), "--json"])
        let files = try #require(made.json()["files"] as? [[String: Any]], "\(made.complaint)")
        #expect(files.flatMap { $0["parts"] as? [String] ?? [] } == parts)
      }
    }
    #expect(
      try office.run(
        as: "chenjing", "sweep", "report", sweep, "--part", "x", "--format", "csv", "--output", office.path("x.csv")
      ).status == 2)
    for format in ["csv", "xlsx", "pdf"] {
      let made = try office.run(
        as: Self.supervisor, "report", "year", "2025", "--format", format, "--output", office.path("year.\(format)"))
      #expect(made.status == 0, "\(made.complaint)")
    }
    try office.run(as: "admin", "audit", "export", "--output", office.path("after.jsonl"))
    let sent = try String(contentsOfFile: office.path("after.jsonl"), encoding: .utf8).split(separator: "\n")
      .filter { $0.contains("\"event\":\"export\"") && $0.contains("\"part\":\"f\"") && $0.contains(sweep) }
    #expect(sent.count { $0.contains("\"receiver\":\"civil_affairs\"") } == 3)
  }

  private func recount(_ office: Program, _ period: String, from log: String = "log.jsonl") throws -> [String: Any] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Self.script, office.path(log), period]
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  /// Every figure that the script gives is the program's; a count of nothing may be left out.
  private func expectSame(_ told: [String: Any], _ counted: [String: Any]) throws {
    try #require(counted.count > 20)
    for (code, value) in counted {
      if let members = value as? [String: Int] {
        let ours = told[code] as? [String: Int] ?? [:]
        #expect(ours.filter { $0.value != 0 } == members.filter { $0.value != 0 }, "\(told["period"] ?? "") \(code)")
      } else {
        #expect((told[code] as? NSObject) == (value as? NSObject), "\(told["period"] ?? "") \(code)")
      }
    }
  }
}
