import Casework
import DeskFixtures
import Foundation
import Testing

@testable import CaseStore
@testable import Exchange

/// The sample police file in every format and encoding, its columns shuffled and renamed, its dates spelled anew: the
/// rows keep the classes of their truth.
@Suite struct ListInEveryFormTests {
  @Test func everyFormOfTheSampleFileGetsTheClassesOfItsTruth() throws {
    let desk = try Desk.withRegister()
    let truth = try Sample.lines("sweep-truth.tsv")
    let people = try Self.people()
    var chance = Chance(seed: 5)
    for form in ListForm.all {
      let path = try form.write(people, by: &chance)
      try expect(path, of: form.name, gives: truth, at: desk)
      try FileManager.default.removeItem(atPath: path)
    }
    try expect(Self.fixture("police.xls"), of: "police.xls", gives: truth, at: desk)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  private func expect(_ path: String, of name: String, gives truth: [Sample.Line], at desk: Desk) throws {
    let received = ReceivedFile(name: name, bytes: Array(try Data(contentsOf: URL(filePath: path))))
    let sweep = try desk.store.importSweep(
      received, quarter: Quarter(of: desk.store.today), from: FileOrigin(sender: "公安局"), by: Desk.session("chen")
    ) { take in
      let summary = try SourceFile(path: path, vocabulary: .police).forEachRow { try take(PoliceRow($0)) }
      return FileReading(format: summary.format.rawValue, encoding: "", passedOver: 0)
    }
    let rows = try desk.rows(of: sweep)
    #expect(rows.count == truth.count, "\(name)")
    for (row, line) in zip(rows, truth) {
      let ours = [
        row.sweepClass.rawValue, row.reason, row.identity, row.certificate, row.duplicateOf.map(String.init) ?? "",
      ]
      let theirs = ["class", "reason", "id_norm", "cert", "dup_of"].map { line[$0] ?? "" }
      #expect(ours == theirs, "\(name), row \(row.row)")
      let candidates = Set((line["cands"] ?? "").split(separator: "|").map(String.init))
      #expect(Set(row.candidates) == candidates, "\(name), row \(row.row)")
    }
  }

  private static func fixture(_ name: String) -> String {
    URL(filePath: #filePath).appending(path: "../../Fixtures/\(name)").standardized.path
  }

  /// The people of the sample, field by field as the file has them.
  private static func people() throws -> [[String: String]] {
    var people: [[String: String]] = []
    try SourceFile(path: fixture("police.csv"), vocabulary: .police).forEachRow { row in
      let codes = ["identity", "name", "sex", "birth", "address", "kind", "event_date", "note"]
      people.append(Dictionary(uniqueKeysWithValues: codes.map { ($0, row[$0].text) }))
    }
    return people
  }
}

/// One way to write a list.
struct ListForm {
  enum Bytes: String, CaseIterable {
    case utf8, marked, gb18030, little, littleUnmarked, big, bigUnmarked, workbook
  }

  let bytes: Bytes
  let delimiter: String

  var name: String { "\(bytes.rawValue) \(delimiter == "\t" ? "tab" : delimiter)" }

  static let all =
    Bytes.allCases.map { ListForm(bytes: $0, delimiter: ",") }
    + [Bytes.gb18030, .little].map { ListForm(bytes: $0, delimiter: "\t") }

  private static let headings: [String: [String]] = [
    "identity": ["公民身份号码", "公民身份证号码", "身份证号码", "身份证号", "身份号码", "证件号码", "证件号", "GMSFHM", " 公民身份\n号码 "],
    "name": ["姓名", "人员姓名", "XM", "姓 名"], "sex": ["性别"], "birth": ["出生日期"],
    "address": ["户籍地址", "户口所在地", "住址"], "kind": ["注销原因", "注销类别", "变更项目", "变动类型", "业务类型"],
    "event_date": ["注销日期", "注销时间", "变更日期", "变动日期", "受理时间", "死亡日期（年月日）"], "note": ["备注"],
  ]

  /// Writes the people under shuffled, renamed headings below a title, with serial numbers, totals and blank lines.
  func write(_ people: [[String: String]], by chance: inout Chance) throws -> String {
    var fields = Self.headings.keys.sorted()
    fields.shuffle(using: &chance)
    let names = fields.map { Self.headings[$0]?.randomElement(using: &chance) ?? "" }
    var lines = [["2025年第三季度变动人员名单"], [], ["序号"] + names]
    for (number, person) in zip(1..., people) {
      var cells = [String(number)]
      for field in fields {
        let text = person[field] ?? ""
        cells.append(field == "event_date" || field == "birth" ? Self.respelled(text, by: &chance) : text)
      }
      lines.append(cells)
      if number % 300 == 0 { lines += [[], ["序号"] + names] }
    }
    lines.append(["合计", "\(people.count)人"])
    let path = NSTemporaryDirectory() + "list-\(UUID().uuidString)"
    if bytes == .workbook {
      let columns = (0...fields.count).map { TableWriter.Column($0 == 0 ? lines[0][0] : "") }
      try TableWriter(path: path, format: .xlsx, columns: columns).write { table in
        for line in lines.dropFirst() { try table.append(line) }
      }
    } else {
      try Data(encoded(lines.map { $0.map(quoted).joined(separator: delimiter) + "\r\n" }.joined())).write(
        to: URL(filePath: path))
    }
    return path
  }

  private func quoted(_ cell: String) -> String {
    cell.contains { $0 == "\"" || $0.isNewline || "\(delimiter)".contains($0) }
      ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
  }

  private func encoded(_ text: String) throws -> [UInt8] {
    let units = Array(text.utf16)
    switch bytes {
    case .utf8, .workbook: return Array(text.utf8)
    case .marked: return [0xEF, 0xBB, 0xBF] + text.utf8
    case .gb18030: return try GB18030Encoder().encode(Array(text.utf8))
    case .little: return [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .littleUnmarked: return units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .big: return [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .bigUnmarked: return units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }

  /// A real day in one of the spellings of other offices; whatever is none stays as it is.
  private static func respelled(_ text: String, by chance: inout Chance) -> String {
    guard let day = PoliceDate.parse(text).day else { return text }
    let parts = day.iso.split(separator: "-").compactMap { Int($0) }
    let serial = String(day.ordinal + 25_569)
    let spellings = [
      day.iso, day.iso.filter { $0 != "-" }, parts.map(String.init).joined(separator: "/"),
      parts.map(String.init).joined(separator: "."), "\(parts[0])年\(parts[1])月\(parts[2])日", serial,
      day.iso + " 00:00:00",
    ]
    return spellings.randomElement(using: &chance) ?? day.iso
  }
}
