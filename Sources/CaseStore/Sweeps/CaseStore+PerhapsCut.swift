public import Casework
import GRDB

extension CaseStore {
  /// Keeps on the last row that its last cell may be cut short, where reading the file found that nothing tells.
  func keepPerhapsCut(_ reading: FileReading, of sweep: Int64, in db: Database) throws {
    let told = reading.findings["warning.\(RowOddities.Kind.perhapsCut.rawValue)"] ?? ""
    guard let row = told.split(separator: "@").last.flatMap({ Int($0) }) else { return }
    let isAsked = try Bool.fetchOne(
      db, sql: "SELECT proposal <> 'none' FROM sweep_row WHERE sweep = ? AND row = ?", arguments: [sweep, row])
    if isAsked == true { try keep(LifeSign(.perhapsCut, on: "", source: String(row)), row: row, of: sweep, in: db) }
  }

  /// Refuses the list of an office that this one does not use.
  public func requireAdmitted(_ source: SweepSource) throws { try read { try requireAdmitted(source, in: $0) } }

  func requireAdmitted(_ source: SweepSource, in db: Database) throws {
    guard try source == .police || policy(on: today, in: db).secondSourceIsUsed else {
      throw Refusal(
        "second_source_off",
        Phrase("本办公室设为只用公安名单，不导入民政名单", "This office compares the lists of the police alone"),
        remedy: Phrase("系统管理员可更改设置 recon.second_source", "The administrator may change recon.second_source"))
    }
  }
}
