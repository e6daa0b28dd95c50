import CaseStore
import Casework
import Foundation

/// The figures of a year drawn from a store, beside the bare SQLite `GROUP BY` of the same rows.
struct ReportBench {
  static let reportCommand = "draw-report"
  static let groupCommand = "group-rows"
  private static let runs = 3
  private let store: String
  private let year: Int
  private let folder: String

  /// - Parameter year: the one to be drawn; `nil` for that of the newest event.
  init(_ store: String, year: Int?, in folder: String) throws {
    self.store = store
    self.folder = folder
    let newest = try BareStore(store).texts("SELECT substr(max(day), 1, 4) FROM event").first.flatMap(Int.init)
    guard let chosen = year ?? newest else { throw BenchProblem("\(store) has no events") }
    self.year = chosen
  }

  func run() throws {
    let bare = try BareStore(store)
    let events = try bare.texts("SELECT count(*) FROM event WHERE +kind = 'certificate'").first ?? ""
    let holders = try bare.texts("SELECT count(*) FROM certificate").first ?? ""
    var (ours, theirs): ([Measured], [Measured]) = ([], [])
    for _ in 0..<Self.runs {
      theirs.append(try measured(Self.groupCommand))
      ours.append(try measured(Self.reportCommand))
    }
    Bench.say(
      """
      the report of \(year): \(events) events of \(holders) certificates
        certdesk \(ours.text) · bare GROUP BY \(theirs.text) · ratio \((ours.median / theirs.median).shown())
      """)
  }

  private func measured(_ command: String) throws -> Measured {
    try measure(CommandLine.arguments[0], [command, store, String(year)], in: folder)
  }

  /// What the process does that `measure` starts: it signs in and draws the figures up.
  ///
  /// - Parameter words: the store, the year, the file for the milliseconds and the memory.
  static func drawReport(_ words: [String]) throws {
    let store = try CaseStore.open(at: words[0], clock: BenchOffice.clock())
    let session = try store.signIn(BenchOffice.staff, password: BenchOffice.password)
    guard let period = ReportPeriod(words[1]) else { throw BenchProblem("\(words[1]) is no year") }
    var figures: Figures?
    let taken = try milliseconds { figures = try store.figures(of: period, by: session) }
    guard figures?.imbalances.isEmpty == true else { throw BenchProblem("the figures of \(words[1]) do not balance") }
    try leave(taken, at: words[2])
  }

  /// The same rows of the log, by what a report tells them apart, and the register by what it is in force for.
  static func groupRows(_ words: [String]) throws {
    let bare = try BareStore(words[0])
    let taken = try milliseconds {
      let events = try bare.statement(
        """
        SELECT move, to_state, substr(day, 1, 4), json_extract(data, '$.reason'), json_extract(data, '$.category'),
          json_extract(data, '$.grade'), count(*)
        FROM event WHERE +kind = 'certificate' AND seq <= ? GROUP BY 1, 2, 3, 4, 5, 6
        """)
      try events.run([.number(Int.max)])
      let register = try bare.statement("SELECT state, sum(certificates) FROM certificate_day GROUP BY state")
      try register.run([])
    }
    try leave(taken, at: words[2])
  }
}
