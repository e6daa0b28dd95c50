import Casework
import Exchange

/// The files of a sweep bench: an office's store, the register as the others hold it, a police file in GB18030.
struct SweepFiles {
  let holders: Int
  let rows: Int
  let store: String
  /// Where the store is copied to for each run.
  let copy: String
  /// The register in a file of the sqlite3 shell, indexed; and as CSV, from which DuckDB makes its own.
  let shellRegister: String
  let register: String
  private let folder: String
  private let names = PersonNames()

  init(holders: Int, rows: Int, in folder: String, with certdesk: String) throws {
    (self.holders, self.rows, self.folder) = (holders, rows, folder)
    store = "\(folder)/sweep-\(holders).sqlite"
    copy = "\(folder)/sweep-\(holders)-copy.sqlite"
    shellRegister = "\(folder)/register-\(holders).db"
    register = "\(folder)/register-\(holders).csv"
    try LargeStore.make(at: store, holders: holders, cases: 0, with: certdesk)
    try Self.end(in: BareStore(store))
    let shell = try BareStore(shellRegister)
    try shell.run(
      """
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      ATTACH '\(store)' AS office;
      CREATE TABLE register AS SELECT number, identity, name, birth, state, valid_from FROM office.certificate;
      CREATE INDEX register_identity ON register(identity);
      CREATE INDEX register_person ON register(name, birth);
      DETACH office;
      PRAGMA journal_mode = WAL;
      """)
    _ = try runProgram(
      "/bin/sh", ["-c", "sqlite3 -csv -header '\(shellRegister)' 'SELECT * FROM register' > '\(register)'"])
  }

  /// Ends the certificates of some holders, and gives some an earlier one that was replaced.
  private static func end(in office: BareStore) throws {
    try office.run(
      """
      UPDATE certificate SET state = 'cancelled' WHERE id % 38 = 7;
      INSERT INTO certificate(number, state, seq, since, identity, name, birth, phone, valid_from, valid_to, body)
        SELECT number || 'B1', 'replaced', seq, since, identity, name, birth, phone,
        '2010-01-01', valid_from, body FROM certificate WHERE id % 41 = 9;
      """)
  }

  /// A police file.
  ///
  /// - Parameter run: makes the file another one than that of every other run.
  func policeFile(_ run: Int) throws -> String {
    let path = "\(folder)/police-\(holders)-\(run).csv"
    let writer = TableWriter(
      path: path, format: .csvGB18030, columns: PoliceTales.headings.map { TableWriter.Column($0) }, sheet: "",
      replacesExisting: true)
    var tales = PoliceTales(holders: holders, names: names, run: run)
    _ = try writer.write { table in
      for row in 1...rows { try table.append(tales.row(row)) }
    }
    return path
  }
}
