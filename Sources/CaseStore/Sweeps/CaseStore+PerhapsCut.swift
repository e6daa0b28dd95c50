import Casework
import GRDB

extension CaseStore {
  /// Keeps on the last row that its last cell may be cut short, where reading the file found that nothing tells.
  func keepPerhapsCut(_ reading: FileReading, of sweep: Int64, in db: Database) throws {
    let told = reading.findings["warning.\(RowOddities.Kind.perhapsCut.rawValue)"] ?? ""
    guard let last = told.split(separator: "@").last.flatMap({ Int($0) }) else { return }
    let row = try keptRow(for: last, of: sweep, in: db)
    guard try isAsked(row, of: sweep, in: db) else { return }
    try keep(LifeSign(.perhapsCut, on: "", source: String(last)), row: row, of: sweep, in: db)
  }
}
