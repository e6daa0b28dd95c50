import Casework

@testable import CaseStore
@testable import Screens

/// A police file of four rows: one exact death, one doubtful, one move, one stranger.
extension TestOffice {
  static let policeRows = [
    PoliceRow(
      row: 1, identity: identities[3], name: "赵敏", birth: .day(birth(3)), kind: "户口迁出", eventDate: .day(day(6)),
      address: "林城镇"),
    PoliceRow(
      row: 2, identity: identities[2], name: "张炜", birth: .day(birth(2)), kind: "死亡注销", eventDate: .day(day(6)),
      note: "医院证明"),
    PoliceRow(row: 3, identity: identities[0], name: "陌生人", kind: "死亡注销", eventDate: .day(day(6))),
    PoliceRow(row: 4, identity: "43122519", name: "残缺", kind: "死亡注销", eventDate: .missing),
  ]

  /// The two holders of whom the list tells.
  func sweptHolders() throws {
    try holder("张伟", 2)
    let line = RegisterLine(
      row: 1,
      cells: [
        "certificate": Self.identities[3] + "43", "name": "赵敏", "address": "林城镇新桥村 4 组", "state": "有效",
        "issued": "2026-01-10", "valid_to": "2036-01-10", "category": "肢体", "grade": "三级", "phone": "13800001234",
      ])
    _ = try store.importRegister(
      [line], of: ReceivedFile(name: "register.csv", bytes: []), by: session("li")
    ) { text, _ in Day(iso: text).map(EventDate.day) ?? .missing }
  }

  private static func birth(_ index: Int) -> Day {
    guard let number = IdentityNumber(identities[index]) else { preconditionFailure("the identities are valid") }
    return number.birth
  }

  private static func day(_ day: Int) -> Day {
    guard let day = Day(year: 2026, month: 10, day: day) else { preconditionFailure("October has that day") }
    return day
  }

  @Sendable func policeFile(
    at source: PoliceSource, noting note: @escaping @Sendable (Double) throws -> Void = { _ in }
  ) throws -> PoliceFile {
    guard source.path.hasSuffix(".csv") else { throw Refusal.noFile }
    return PoliceFile(received: ReceivedFile(name: source.path, bytes: Array(source.path.utf8))) { take in
      for (index, row) in Self.policeRows.enumerated() {
        try note(Double(index + 1) / Double(Self.policeRows.count))
        try take(row)
      }
      let texts = Self.texts(of: source.path)
      return FileReading(
        format: "csv", encoding: "gb18030", passedOver: 1,
        findings: texts.isEmpty
          ? [:]
          : [
            Sweep.TextCode.texts: texts.map(\.kept).joined(separator: "\n"),
            Sweep.TextCode.areRead: source.areTextsRead ? "yes" : "",
          ])
    }
  }

  /// What a file says beside its rows that nobody knows to be harmless.
  private static func texts(of path: String) -> [ListText] {
    switch path {
    case "texts.csv": [ListText(.title, text: "死亡待定", rows: 1...4, headingLine: 2)]
    case "many-texts.csv": (1...50).map { ListText(.below, text: "样式 \($0)", rows: 1...4, headingLine: 2) }
    default: []
    }
  }

  /// A file with one column that nobody knows.
  @Sendable static func preview(
    of source: PoliceSource, noting note: (Int, Double) throws -> Void
  ) throws -> PolicePreview {
    guard source.path.hasSuffix(".csv") else { throw Refusal.noFile }
    let fields = [
      ("name", Phrase("姓名", "Name")), ("identity", Phrase("身份号码", "Identity number")),
      ("event_date", Phrase("日期", "Date")), ("note", Phrase("备注", "Remark")),
    ].map { PolicePreview.Field(code: $0, name: $1) }
    let known = ["姓名": "name", "身份证号": "identity", "死亡日期": "event_date"]
    let headings = ["姓名", "身份证号", "死亡日期", "经办人"].map { text in
      let byHand = source.mappings.first { $0.column == text }?.field
      return PolicePreview.Heading(text: text, field: known[text] ?? byHand, isByHand: byHand != nil)
    }
    var preview = PolicePreview(
      of: source.path, [Phrase("csv gb18030", "csv gb18030"), Phrase("4 行", "4 rows")], headings: headings,
      fields: fields)
    preview.rows = policeRows
    var oddities = RowOddities(counties: [], quarter: source.quarter)
    for row in policeRows { oddities.add(row) }
    preview.quarterOfDates = oddities.quarterOfDates
    if source.path == "kindless.csv" {
      preview.rows = policeRows.map { row in
        PoliceRow(
          row: row.row, identity: row.identity, name: row.name, birth: row.birth,
          kind: source.kind == .death ? "死亡注销" : "", eventDate: row.eventDate)
      }
    }
    preview.warnings = [Phrase("注意：号码被写成数字，1 行", "beware: a number cell, 1 row")]
    preview.texts = texts(of: source.path)
    if source.path == "titled.csv" { preview.titles = ["2025年第三季度死亡人员名单"] }
    if source.path == "sheets.csv" {
      preview.sheets =
        source.sheet == nil
        ? [.init(name: "死亡", rows: 3), .init(name: "迁出", rows: 1), .init(name: "说明", rows: nil)]
        : [.init(name: source.sheet ?? "", rows: 1)]
    }
    if source.path == "dates.csv", source.quarter.text != "2026Q4" {
      var dates = RowOddities(counties: [], quarter: source.quarter)
      for row in policeRows + policeRows { dates.add(row) }
      preview.strayDates = dates.strayDates
    }
    if source.path == "unknown.csv", source.mappings.count < 2 {
      preview = PolicePreview(
        of: source.path, [],
        headings: ["证件", "人名", "何时"].map { text in
          let byHand = source.mappings.first { $0.column == text }?.field
          return PolicePreview.Heading(text: text, field: byHand, isByHand: byHand != nil)
        }, fields: fields)
      preview.missing = fields.filter { field in
        ["identity", "name"].contains(field.code) && !source.mappings.contains { $0.field == field.code }
      }.map(\.name)
    }
    return preview
  }

  func sweep(_ path: String = "police.csv", in quarter: String = "2026Q3") throws -> Sweep {
    guard let quarter = Quarter(quarter) else { throw Refusal.noFile }
    let file = try policeFile(at: PoliceSource(path: path, quarter: quarter))
    return try store.importSweep(file.received, quarter: quarter, by: session("zheng"), feed: file.feed)
  }

  /// The same list a quarter later, once the first was decided and confirmed.
  func nextQuarter(after sweep: Sweep) throws -> Sweep {
    try decideAll(of: sweep, second: .reject)
    _ = try store.record(.approve, onSweep: sweep.id, by: session("zhou", now: true))
    time.pass(days: 30)
    return try self.sweep("next.csv", in: "2026Q4")
  }

  /// Decided, confirmed by another and carried out.
  func apply(_ sweep: Sweep, second: SweepDecision = .accept) throws {
    try decideAll(of: sweep, second: second)
    _ = try store.record(.approve, onSweep: sweep.id, by: session("zhou", now: true))
    _ = try store.apply(sweep: sweep.id, by: session("zhou"))
  }

  func decideAll(of sweep: Sweep, second: SweepDecision = .accept) throws {
    _ = try store.decide(.rows([1...1]), .accept, reason: "", on: sweep.id, by: session("zheng"))
    _ = try store.decide(.rows([2...2]), second, reason: "电话核实", on: sweep.id, by: session("zheng"))
    _ = try store.decide(.rows([4...4]), .reject, reason: "号码无法核实", on: sweep.id, by: session("zheng"))
    _ = try store.record(.submit, onSweep: sweep.id, by: session("zheng"))
  }
}
