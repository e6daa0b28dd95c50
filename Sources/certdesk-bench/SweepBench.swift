import CaseStore
import Casework
import Exchange
import Foundation

/// `sweep import` against the sqlite3 shell that imports the same file beside the indexed register and joins.
struct SweepBench {
  private let office: BenchOffice
  private static let runs = 7

  init(_ office: BenchOffice) { self.office = office }

  func run() throws {
    let register = "\(office.folder)/register.db"
    try makeShellRegister(register)
    var ours: [Double] = []
    var theirs: [Double] = []
    for run in 0..<Self.runs {
      let copy = "\(office.folder)/run\(run).sqlite"
      try FileManager.default.copyItem(atPath: office.sweepStore, toPath: copy)
      ours.append(try sweep(copy))
      let shellCopy = "\(office.folder)/shell\(run).db"
      try FileManager.default.copyItem(atPath: register, toPath: shellCopy)
      theirs.append(try shell(shellCopy))
      for path in [copy, shellCopy] { try FileManager.default.removeItem(atPath: path) }
    }
    let (mine, shell) = (Sample(ours).median, Sample(theirs).median)
    Bench.say(
      """
      sweep import, 50,000 holders × 5,000 rows of GB18030 (read, clean, match, store; sign-in apart)
        certdesk \(mine.shown(1)) ms · sqlite3 shell \(shell.shown(1)) ms · ratio \((mine / shell).shown()) (aim ≤ 1.00)
      """)
  }

  private func sweep(_ path: String) throws -> Double {
    let store = try CaseStore.open(at: path, clock: BenchOffice.clock())
    let session = try store.signIn(office.staff, password: office.password)
    return try milliseconds {
      let source = SourceFile(path: office.policeFile, vocabulary: .police)
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: office.policeFile)))
      _ = try store.importSweep(
        ReceivedFile(name: "police.csv", bytes: bytes), quarter: Quarter(of: store.today), by: session,
        feed: { take in
          let summary = try source.forEachRow { try take(PoliceRow($0)) }
          return FileReading(format: summary.format.rawValue, encoding: "", passedOver: summary.passedOver.total)
        })
    }
  }

  private func makeShellRegister(_ path: String) throws {
    let status = try runProgram(
      "/usr/bin/sqlite3", [path],
      input: file(
        "register.sql",
        """
        PRAGMA journal_mode = WAL;
        ATTACH '\(office.sweepStore)' AS office;
        CREATE TABLE register AS SELECT number, identity, name, birth, state, valid_from FROM office.certificate;
        CREATE INDEX register_identity ON register(identity);
        CREATE INDEX register_person ON register(name, birth);
        """))
    guard status == 0 else { throw BenchProblem("the sqlite3 shell ended with \(status)") }
  }

  /// Decoding is iconv's, cleaning is SQL's, and every row is stored with its class in a durable transaction.
  private func shell(_ path: String) throws -> Double {
    let script = """
      PRAGMA synchronous = FULL;
      CREATE TABLE police(n, name, identity, birth, address, kind, date, note);
      BEGIN IMMEDIATE;
      .import --csv --skip 1 '|iconv -f GB18030 -t UTF-8 \(office.policeFile)' police
      CREATE TABLE compared AS
        SELECT p.n, p.name, p.clean, p.date, r.number,
          CASE WHEN length(p.clean) <> 18 THEN 'malformed'
            WHEN r.number IS NULL THEN
              CASE WHEN EXISTS (SELECT 1 FROM register c WHERE c.name = p.name AND c.birth = p.birth
                AND c.state IN ('valid', 'lost', 'frozen')) THEN 'candidate' ELSE 'none' END
            WHEN r.state NOT IN ('valid', 'lost', 'frozen') THEN 'inactive'
            WHEN r.name = p.name THEN 'exact' ELSE 'name_mismatch' END AS class
        FROM (SELECT *, upper(replace(replace(identity, ' ', ''), char(9), '')) AS clean FROM police) p
        LEFT JOIN register r ON r.identity = p.clean;
      COMMIT;
      """
    let input = try file("sweep.sql", script)
    return try milliseconds { try runProgram("/usr/bin/sqlite3", [path], input: input) }
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = "\(office.folder)/\(name)"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}
