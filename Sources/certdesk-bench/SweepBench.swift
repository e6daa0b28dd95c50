import CaseStore
import Casework
import Exchange
import Foundation

/// Import, match and store of a police file, against the sqlite3 shell and DuckDB doing the same with the same file.
///
/// Each has the register in its store already, decodes GB18030, cleans, joins and keeps every row with its class
/// durably. Each run is a process of its own that measures itself; what it takes to start or to sign in is no part.
struct SweepBench {
  static let importCommand = "import-sweep"
  private let office: BenchOffice

  init(_ office: BenchOffice) { self.office = office }

  /// The county and the prefecture.
  func run() throws {
    let county = try compare(holders: 50_000, rows: 5000, runs: 7, aim: "≤ 0.30 × sqlite3", withShell: true)
    let prefecture = try compare(holders: 1_000_000, rows: 100_000, runs: 3, aim: "≤ 0.60 × DuckDB", withShell: true)
    Bench.say("  a row of the larger against one of the smaller: \((prefecture / county).shown()) ×")
  }

  /// 3,000,000 holders; takes minutes and about ten gigabytes of disk.
  func runProvince() throws {
    let county = try compare(holders: 50_000, rows: 5000, runs: 3, aim: "", withShell: false)
    let province = try compare(holders: 3_000_000, rows: 300_000, runs: 3, aim: "≤ 0.85 × DuckDB", withShell: false)
    Bench.say("  a row of the larger against one of the smaller: \((province / county).shown()) × (aim ≤ 1.3)")
  }

  /// Returns milliseconds a row.
  private func compare(holders: Int, rows: Int, runs: Int, aim: String, withShell: Bool) throws -> Double {
    let files = try SweepFiles(holders: holders, rows: rows, in: office.folder, with: office.certdesk)
    let python = try python(with: "duckdb")
    var (ours, near, shells, ducks): ([Measured], [Measured], [Measured], [Measured]) = ([], [], [], [])
    if let python { _ = try duck(python, Self.duckRegister, files, files.register) }
    for run in 0..<runs {
      let file = try files.policeFile(run)
      ours.append(try own(files, file, "exact"))
      if withShell { shells.append(try shell(files, file)) }
      if let python { ducks.append(try duck(python, Self.duckSweep, files, file)) }
      try FileManager.default.removeItem(atPath: file)
    }
    let file = try files.policeFile(runs)
    near.append(try own(files, file, "near"))
    let mine = Sample(ours.map(\.milliseconds)).median
    var text = "sweep, \(holders) holders × \(rows) rows of GB18030: certdesk \(ours.text)"
    if withShell { text += " · sqlite3 shell \(shells.text) · ratio \((mine / shells.median).shown())" }
    text += ducks.isEmpty ? " · no DuckDB" : " · DuckDB \(ducks.text) · ratio \((mine / ducks.median).shown())"
    Bench.say("\(text)\(aim.isEmpty ? "" : " (aim \(aim), ≤ 120 MiB)")\n  with near matches \(near.text)")
    for path in [files.store, files.shellRegister, files.register, duck(files)]
    where FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
    return mine / Double(rows)
  }

  private func own(_ files: SweepFiles, _ file: String, _ how: String) throws -> Measured {
    try measure(CommandLine.arguments[0], [Self.importCommand, files.store, file, how], in: office.folder)
  }

  private func duck(_ python: String, _ script: String, _ files: SweepFiles, _ file: String) throws -> Measured {
    try measure(python, ["-c", script, duck(files), file], in: office.folder)
  }

  /// What the process does that `measure` starts.
  ///
  /// - Parameter words: the store, the police file, `exact` or `near`, the file for the figures.
  static func importSweep(_ words: [String]) throws {
    let (path, file) = (words[0], words[1])
    let store = try CaseStore.open(at: path, clock: BenchOffice.clock())
    let session = try store.signIn(BenchOffice.staff, password: BenchOffice.password)
    let taken = try milliseconds {
      let source = SourceFile(path: file, vocabulary: .police)
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
      _ = try store.importSweep(
        ReceivedFile(name: "police.csv", bytes: bytes), quarter: Quarter(of: store.today), by: session,
        findsNear: words[2] == "near"
      ) { take in
        let summary = try source.forEachRow { try take(PoliceRow($0)) }
        return FileReading(format: summary.format.rawValue, encoding: "", passedOver: summary.passedOver.total)
      }
    }
    try leave(taken, at: words[3])
  }

  /// Decoding is iconv's, cleaning is SQL's, and every row is stored with its class in a durable transaction.
  private func shell(_ files: SweepFiles, _ police: String) throws -> Measured {
    let copy = files.shellRegister + ".copy"
    try FileManager.default.copyItem(atPath: files.shellRegister, toPath: copy)
    let script = """
      PRAGMA synchronous = FULL;
      CREATE TABLE police(n, name, identity, birth, address, kind, date, note);
      BEGIN IMMEDIATE;
      .import --csv --skip 1 '|iconv -f GB18030 -t UTF-8 \(police)' police
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
    let path = "\(office.folder)/sweep.sql"
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    let spent = try milliseconds { try runProgram("/usr/bin/sqlite3", [copy], input: path) }
    for end in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: copy + end) {
      try FileManager.default.removeItem(atPath: copy + end)
    }
    return Measured(milliseconds: spent, mebibytes: .nan)
  }

  private func duck(_ files: SweepFiles) -> String { files.register + ".duckdb" }

  /// DuckDB's register: a table in its own file.
  private static let duckRegister = """
    import duckdb, sys
    c = duckdb.connect(sys.argv[1])
    c.execute("CREATE TABLE register AS SELECT * FROM read_csv(?, all_varchar = true)", [sys.argv[2]])
    c.execute("CHECKPOINT")
    open(sys.argv[3], "w").write("0 0")
    """

  /// The same file: decoded by iconv, cleaned, checked by weight, joined by number, else by name and birth.
  private static let duckSweep = """
    import duckdb, os, resource, subprocess, sys, time
    c = duckdb.connect(sys.argv[1])
    c.execute("DROP TABLE IF EXISTS compared")
    c.execute("CHECKPOINT")
    began = time.perf_counter()
    text = sys.argv[2] + ".utf8"
    with open(text, "wb") as out: subprocess.run(["iconv", "-f", "GB18030", "-t", "UTF-8", sys.argv[2]], stdout=out)
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    weight = " + ".join(f"{w} * try_cast(substr(id, {i + 1}, 1) AS INTEGER)" for i, w in enumerate(weights))
    c.execute(f\"\"\"CREATE TABLE compared AS
      WITH police AS (SELECT row_number() OVER () AS n, *,
          upper(regexp_replace(nfc_normalize(公民身份号码), '[\\s\u{3000}]', '', 'g')) AS id,
          trim(姓名) AS name, try_cast(变动日期 AS DATE) AS date
        FROM read_csv('{text}', all_varchar = true)),
      checked AS (SELECT *, length(id) = 18 AND substr('10X98765432', ({weight}) % 11 + 1, 1) = substr(id, 18, 1)
          AS valid, try_strptime(substr(id, 7, 8), '%Y%m%d')::DATE AS born FROM police)
      SELECT p.n, p.*, r.number, r.name AS register_name,
        CASE WHEN p.valid IS NOT TRUE THEN 'malformed'
          WHEN r.number IS NOT NULL THEN CASE WHEN r.state NOT IN ('valid', 'lost', 'frozen') THEN 'inactive'
            WHEN r.name = p.name THEN 'exact' ELSE 'name_mismatch' END
          WHEN s.number IS NOT NULL THEN 'candidate' ELSE 'none' END AS class,
        row_number() OVER (PARTITION BY p.id, 变动类型, 变动日期 ORDER BY p.n) > 1 AS repeated
      FROM checked p LEFT JOIN register r ON r.identity = p.id
        LEFT JOIN register s ON r.number IS NULL AND s.name = p.name AND s.birth = strftime(p.born, '%Y-%m-%d')\"\"\")
    c.execute("CHECKPOINT")
    taken = (time.perf_counter() - began) * 1000
    os.remove(text)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    open(sys.argv[3], "w").write(f"{taken} {memory}")
    """
}
