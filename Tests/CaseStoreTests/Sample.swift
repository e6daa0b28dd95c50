import Casework
import DeskFixtures
import Exchange
import Foundation

@testable import CaseStore

/// The sample register and police file of the office, and what must come out of them.
enum Sample {
  /// A line of `Tests/Fixtures`, its cells by the headings of the file.
  typealias Line = [String: String]

  static func lines(_ name: String) throws -> [Line] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"), encoding: .utf8)
    let rows = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let headings = rows[0].map { $0.replacingOccurrences(of: "# ", with: "") }
    return rows.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(headings, row.map(plain)))
    }
  }

  private static func plain(_ cell: Substring) -> String {
    cell.replacingOccurrences(of: "\\t", with: "\t").replacingOccurrences(of: "\\n", with: "\n")
  }

  static func register() throws -> [RegisterLine] {
    try lines("sweep-register.tsv").enumerated().map { RegisterLine(row: $0.offset + 1, cells: $0.element) }
  }

  static func policeRows() throws -> [PoliceRow] {
    try lines("sweep-police.tsv").enumerated().map { index, line in
      PoliceRow(
        row: index + 1, identity: line["identity"] ?? "", name: line["name"] ?? "",
        birth: PoliceDate.parse(line["birth"] ?? ""), kind: line["kind"] ?? "",
        eventDate: PoliceDate.parse(line["date"] ?? ""), note: line["note"] ?? "")
    }
  }

  static func date(_ text: String, _ isNumber: Bool) -> EventDate { PoliceDate.parse(text, isNumberCell: isNumber) }
}

extension Desk {
  /// An office that has taken over the sample register.
  static func withRegister(_ day: String = "2025-10-09") throws -> Desk {
    let desk = try Desk(day)
    _ = try desk.store.importRegister(
      Sample.register(), of: ReceivedFile(name: "register.csv", bytes: Array("register".utf8)),
      by: session("chen"), dates: Sample.date)
    return desk
  }
}
