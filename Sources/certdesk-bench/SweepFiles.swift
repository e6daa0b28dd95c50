import Casework
import Exchange

/// The files of a sweep bench: an office's store, the register as the others hold it, a police file in GB18030.
struct SweepFiles {
  let holders: Int
  let rows: Int
  let store: String
  /// The register in a file of the sqlite3 shell, indexed; and as CSV, from which DuckDB makes its own.
  let shellRegister: String
  let register: String
  private let folder: String
  private let names = PersonNames()

  init(holders: Int, rows: Int, in folder: String, with certdesk: String) throws {
    (self.holders, self.rows, self.folder) = (holders, rows, folder)
    store = "\(folder)/sweep-\(holders).sqlite"
    shellRegister = "\(folder)/register-\(holders).db"
    register = "\(folder)/register-\(holders).csv"
    try LargeStore.make(at: store, holders: holders, cases: 0, with: certdesk)
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

  /// A police file: three rows in five about holders, some of them written oddly, the rest strangers.
  ///
  /// - Parameter run: makes the file another one than that of every other run.
  func policeFile(_ run: Int) throws -> String {
    let path = "\(folder)/police-\(holders)-\(run).csv"
    let headings = ["序号", "姓名", "公民身份号码", "出生日期", "户籍地址", "变动类型", "变动日期", "备注"]
    let writer = TableWriter(
      path: path, format: .csvGB18030, columns: headings.map { TableWriter.Column($0) }, sheet: "",
      replacesExisting: true)
    _ = try writer.write { table in
      for row in 0..<rows {
        let person = names.person((row * 7919 + run) % holders)
        var identity = row % 5 >= 3 ? stranger(row) : person.identity
        if row % 17 == 0 { identity = String(identity.prefix(6)) + " " + identity.dropFirst(6) }
        if row % 41 == 0 { identity = identity.lowercased() }
        try table.append([
          String(row + 1), person.name, identity, row % 5 >= 3 ? "" : person.birth, person.address,
          row % 4 == 0 ? "户口迁出" : "死亡注销", "2026-08-\(10 + row % 20)", "",
        ])
      }
    }
    return path
  }

  private func stranger(_ row: Int) -> String {
    let born = Day(ordinal: -9000 + row % 20_000).iso.filter { $0 != "-" }
    let body = "510101" + born + String(String(1000 + row / 20_000 % 1000).dropFirst())
    return body + (IdentityNumber.checkDigit(for: body).map(String.init) ?? "")
  }
}
