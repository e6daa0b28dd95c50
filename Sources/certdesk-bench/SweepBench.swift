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

  /// 3,000,000 holders; takes minutes.
  func runProvince() throws {
    let volume = try FileManager.default.attributesOfFileSystem(forPath: office.folder)
    guard let free = volume[.systemFreeSize] as? Int, free > Self.room else {
      return Bench.say("sweep of a province: not run, it needs \(Self.room >> 30) GiB of disk")
    }
    let county = try compare(holders: 50_000, rows: 5000, runs: 3, aim: "", withShell: false)
    let province = try compare(holders: 3_000_000, rows: 300_000, runs: 3, aim: "≤ 0.85 × DuckDB", withShell: false)
    Bench.say("  a row of the larger against one of the smaller: \((province / county).shown()) × (aim ≤ 1.3)")
  }

  /// Bytes of disk that a province takes: its store and a copy, the register twice for the others, copies of both.
  private static let room = 16 << 30

  /// Returns milliseconds a row.
  private func compare(holders: Int, rows: Int, runs: Int, aim: String, withShell: Bool) throws -> Double {
    let files = try SweepFiles(holders: holders, rows: rows, in: office.folder, with: office.certdesk)
    let python = try python(with: "duckdb")
    var (ours, near, shells, ducks): ([Measured], [Measured], [Measured], [Measured]) = ([], [], [], [])
    if let python { _ = try duck(python, SweepPeers.duckRegister, files, files.register) }
    var told: [String] = []
    for run in 0..<runs {
      let file = try files.policeFile(run)
      ours.append(try own(files, file, "exact"))
      let mine = try Self.classes("SELECT class FROM sweep_row ORDER BY row", in: files.copy)
      func compare(_ peer: String, _ classes: [String]) {
        if run > 0 { return }
        let same = zip(mine, classes).count { $0 == $1 }
        told.append("\(peer) \(same) of \(rows)")
      }
      if withShell { shells.append(try shell(files, file) { compare("sqlite3", $0) }) }
      if let python {
        ducks.append(try duck(python, SweepPeers.duckSweep, files, file))
        let list = file + ".classes"
        _ = try measure(python, ["-c", SweepPeers.duckClasses, duck(files), list], in: office.folder)
        compare("DuckDB", try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n").map(String.init))
        try FileManager.default.removeItem(atPath: list)
      }
      try FileManager.default.removeItem(atPath: file)
    }
    let file = try files.policeFile(runs)
    near.append(try own(files, file, "near"))
    let mine = Sample(ours.map(\.milliseconds)).median
    func against(_ peer: [Measured]) -> String { (mine / peer.median).shown() }
    func nearAgainst(_ peer: [Measured]) -> String { (near.median / peer.median).shown() }
    var text = "sweep, \(holders) holders × \(rows) rows of GB18030: certdesk \(ours.text)"
    if withShell { text += " · sqlite3 shell \(shells.text) · ratio \(against(shells))" }
    text += ducks.isEmpty ? " · no DuckDB" : " · DuckDB \(ducks.text) · ratio \(against(ducks))"
    Bench.say("\(text)\(aim.isEmpty ? "" : " (aim \(aim), ≤ 120 MiB)")")
    // The others look for none: what it costs besides is told apart.
    var besides = "  with near matches \(near.text)"
    if withShell { besides += " · \(nearAgainst(shells)) × sqlite3" }
    if !ducks.isEmpty { besides += " · \(nearAgainst(ducks)) × DuckDB" }
    Bench.say(besides)
    if !told.isEmpty { Bench.say("  the same class as certdesk: \(told.joined(separator: ", ")) rows") }
    for path in [files.store, files.copy, files.shellRegister, files.register, duck(files)] { try remove(path) }
    return mine / Double(rows)
  }

  /// Into a copy, so that no run finds what the run before has stored: as the others, each begins with the register alone.
  private func own(_ files: SweepFiles, _ file: String, _ how: String) throws -> Measured {
    try remove(files.copy)
    try FileManager.default.copyItem(atPath: files.store, toPath: files.copy)
    return try measure(CommandLine.arguments[0], [Self.importCommand, files.copy, file, how], in: office.folder)
  }

  /// A store or another file, if it is there.
  private func remove(_ path: String) throws {
    for end in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + end) {
      try FileManager.default.removeItem(atPath: path + end)
    }
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
      let bytes = try whole(file)
      _ = try store.importSweep(
        ReceivedFile(name: "police.csv", bytes: bytes), quarter: Quarter(of: store.today), by: session,
        findsNear: words[2] == "near"
      ) { take in
        let summary = try source.forEachRow { try take(PoliceRow($0)) }
        return FileReading(format: summary.format.rawValue, encoding: "", passedOver: summary.passedOver.total)
      }
      store.settle()
    }
    try leave(taken, at: words[3])
  }

  private static func whole(_ path: String) throws -> [UInt8] {
    let file = fopen(path, "rb")
    defer { if let file { fclose(file) } }
    var status = stat()
    guard let file, fstat(fileno(file), &status) == 0 else { throw BenchProblem("\(path) cannot be read") }
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
  }

  /// Decoding is iconv's, cleaning is SQL's, and every row is stored with its class in a durable transaction.
  ///
  /// - Parameter telling: is given the classes of its rows.
  private func shell(_ files: SweepFiles, _ police: String, telling: ([String]) -> Void) throws -> Measured {
    let copy = files.shellRegister + ".copy"
    try FileManager.default.copyItem(atPath: files.shellRegister, toPath: copy)
    let path = "\(office.folder)/sweep.sql"
    try SweepPeers.shellScript(reading: police).write(toFile: path, atomically: true, encoding: .utf8)
    settleDisk()
    let spent = try milliseconds { try runProgram("/usr/bin/sqlite3", [copy], input: path) }
    telling(try Self.classes("SELECT class FROM compared ORDER BY row", in: copy))
    try remove(copy)
    return Measured(milliseconds: spent, mebibytes: .nan)
  }

  private static func classes(_ sql: String, in store: String) throws -> [String] { try BareStore(store).texts(sql) }

  private func duck(_ files: SweepFiles) -> String { files.register + ".duckdb" }
}
