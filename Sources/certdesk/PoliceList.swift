import CaseStore
import Casework
import Exchange

/// A police file as somebody hands it over: where it lies, what the letter with it says, what is known of its columns.
struct PoliceList {
  let path: String
  var mappings: [String] = []
  var encoding = "auto"
  var sheet: String?
  var sender = ""
  var letter = ""
  var received: Day?
  var office = SweepSource.police
  /// The kind of every row of a list that has no column for it, as `--kind` says it.
  var kind: PoliceRecordKind?
  /// Whether a file about people of another county is taken all the same.
  var isForeignTaken = false
  /// The quarter that the file is said to be of, and whether one with other dates is taken all the same.
  var quarter: Quarter?
  var areOtherDatesTaken = false
  /// Whether whoever imports it has read what it says outside of its rows, and that speaks against none of them.
  var areTextsRead = false

  var origin: FileOrigin { FileOrigin(sender: sender, letter: letter, received: received, source: office) }

  var receivedFile: ReceivedFile {
    get throws { ReceivedFile(name: FileNames.last(of: path), bytes: try readFile(path), reading: reading) }
  }

  /// All that was said of how to read it.
  private var reading: String {
    ([encoding, sheet ?? "", sender, office.rawValue, kind?.rawValue ?? ""] + mappings).joined(separator: "\n")
  }

  /// The file with its columns as the caller maps them, and as they were mapped for its sender last time.
  func source(in store: CaseStore?) throws -> TableSource {
    let remembered = try store?.rememberedMapping(of: sender) ?? []
    return try TableSource(
      path, kind.map { HeadingVocabulary.police.implying(kind: $0.words) } ?? .police, mappings: mappings,
      remembered: remembered, encoding: encoding, sheet: sheet, places: try store?.knownPlaces() ?? [])
  }

  /// Hands on every row; at the end says what kind of file it was.
  ///
  /// Throws a `Refusal` where most rows are about people of another county or dated outside the quarter, and nobody has
  /// said that this is meant.
  ///
  /// - Parameter note: told before every row how much of the file is read.
  func reader(
    in store: CaseStore, _ source: TableSource, noting note: @escaping @Sendable (Double) throws -> Void = { _ in }
  ) throws -> PoliceRowFeed {
    let (counties, places) = (try store.knownCounties(), try store.ownPlaces())
    return { take in
      var oddities = RowOddities(counties: counties, quarter: quarter)
      let summary = try source.forEachRow { cells in
        try note(cells.share)
        let row = PoliceRow(cells)
        oddities.add(row)
        oddities.add(
          row: row.row, isHidden: cells.isHidden, hasFormulaWithoutValue: cells.hasFormulaWithoutValue,
          hasFormula: cells.hasFormula)
        try take(row)
      }
      oddities.addPerhapsCut(summary.rowPerhapsCut)
      if let doubt = doubts(about: oddities).first { throw doubt }
      return FileReading(
        format: summary.format.rawValue, encoding: summary.encoding?.option ?? "",
        passedOver: summary.passedOver.total, findings: findings(summary, source, oddities, at: places))
    }
  }

  /// Reads the whole file without storing anything, and keeps the first rows; a file that is in a sweep is refused.
  ///
  /// Throws `FileProblem` where it cannot be read.
  func preview(
    rows count: Int = 5, in store: CaseStore?, noting note: (Int, Double) throws -> Void = { _, _ in }
  ) throws -> PoliceListPreview {
    let source = try source(in: store)
    try store?.requireAdmitted(office)
    try store?.requireNew(receivedFile)
    var rows: [PoliceRow] = []
    let places = try store?.ownPlaces() ?? []
    var oddities = RowOddities(counties: try store?.knownCounties() ?? [], quarter: quarter)
    let summary = try source.read { cells in
      try note(cells.number, cells.share)
      let row = PoliceRow(cells)
      oddities.add(row)
      oddities.add(
        row: row.row, isHidden: cells.isHidden, hasFormulaWithoutValue: cells.hasFormulaWithoutValue,
        hasFormula: cells.hasFormula)
      if rows.count < count { rows.append(row) }
    }
    oddities.addPerhapsCut(summary.rowPerhapsCut)
    return PoliceListPreview(
      name: FileNames.last(of: path), summary: summary, rows: rows,
      findings: findings(summary, source, oddities, at: places), places: places, oddities: oddities)
  }

  /// What speaks against taking the file, and nobody has said that it is meant.
  func doubts(about preview: PoliceListPreview) -> [Refusal] { doubts(about: preview.oddities) }

  private func doubts(about oddities: RowOddities) -> [Refusal] {
    [
      oddities.isMostlyForeign && !isForeignTaken ? Refusal.foreignFile(oddities) : nil,
      areOtherDatesTaken ? nil : oddities.strayDates.map(Refusal.outsideQuarter),
    ].compactMap { $0 }
  }

  /// - Parameter places: what the office's own county is and was called.
  private func findings(
    _ summary: TableSummary, _ source: TableSource, _ oddities: RowOddities, at places: [String]
  ) -> [String: String] {
    var found = oddities.told()
    found[Sweep.titleDoubtsCode] = TitleDoubt.all(in: summary.names, of: quarter, at: places).map(\.kept)
      .joined(separator: "\n")
    let present = Set(summary.parts.flatMap(\.headings).map(\.text))
    found["mapping"] = ColumnMapping.text(source.mapping.filter { present.contains($0.column) })
    found["sheets"] = summary.parts.filter { !$0.sheet.isEmpty }.map { "\($0.sheet)=\($0.rows)" }.joined(
      separator: "\n")
    found[Sweep.TextCode.texts] = summary.texts.map(\.kept).joined(separator: "\n")
    found[Sweep.TextCode.unfamiliar] = summary.unfamiliar.map(\.kept).joined(separator: "\n")
    if areTextsRead, !summary.texts.allSatisfy(\.isDenial) { found[Sweep.TextCode.areRead] = "yes" }
    found["columns"] = Set(summary.parts.flatMap(\.headings).map { $0.field ?? $0.text })
      .subtracting(PoliceListPreview.serialNumbers).filter { !$0.isEmpty }.sorted().joined(separator: "\n")
    found["other_sheets"] = summary.otherSheets.joined(separator: "\n")
    return found
  }
}

/// What a police file would be taken for: shown before anything is stored.
struct PoliceListPreview {
  let name: String
  let summary: TableSummary
  /// The first rows as they are understood.
  let rows: [PoliceRow]
  let findings: [String: String]
  /// What the office's own county is and was called.
  let places: [String]
  fileprivate let oddities: RowOddities

  var isMostlyForeign: Bool { oddities.isMostlyForeign }
  var strayDates: StrayDates? { oddities.strayDates }
  /// The quarter in which most dates lie.
  var quarterOfDates: Quarter? { oddities.quarterOfDates }

  /// What it says outside of its rows, of which somebody has to say whether it speaks against a row.
  var textsToRead: [ListText] { summary.texts.filter { !$0.isDenial } }

  fileprivate static let serialNumbers: Set<String> = ["序号", "编号"]

  /// Headings that stand for no field; a serial number needs none.
  var unknown: [String] {
    var seen = Self.serialNumbers
    return summary.parts.flatMap(\.headings).filter { $0.field == nil && !$0.text.isEmpty }.map(\.text)
      .filter { seen.insert($0).inserted }
  }
}

extension PoliceRecordKind {
  /// The words of a police list for the kind.
  fileprivate var words: String {
    switch self {
    case .death: "死亡注销"
    case .moveOut: "户口迁出"
    case .moveWithin: "县内移居"
    case .identityChanged: "公民身份号码变更"
    case .nameChanged: "姓名变更"
    case .other: ""
    }
  }
}

extension Refusal {
  static func foreignFile(_ found: RowOddities) -> Refusal {
    let example = found.foreignExample.printable()
    return Refusal(
      "foreign_file",
      Phrase(
        "\(found.rowsWithCounty) 行写明县区的地址中，\(found.foreignRows) 行在外县（如：\(example)）",
        "Of \(found.rowsWithCounty) addresses that name a county, \(found.foreignRows) are of another one (for example \(example))"
      ),
      remedy: Phrase(
        "请核对是不是发给本县的名单；未导入，确是的，再导入时答「是」或加 --foreign",
        "Check that the list is meant for this office; nothing was imported: if it is meant, answer yes next time or add --foreign"
      ))
  }

  static func outsideQuarter(_ stray: StrayDates) -> Refusal {
    Refusal(
      "outside_quarter", stray.words,
      remedy: Phrase(
        "请核对季度是不是 \(stray.suggested.text)；未导入，确是 \(stray.quarter.text) 的名单，再导入时答「是」或加 --other-dates",
        "Check whether the quarter is \(stray.suggested.text); nothing was imported: if the list is of \(stray.quarter.text), answer yes next time or add --other-dates"
      ))
  }
}
