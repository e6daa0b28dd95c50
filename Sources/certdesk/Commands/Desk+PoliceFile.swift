import CaseStore
import Casework
import Exchange
import Screens

extension Desk {
  /// Opens a police file; what it cannot read becomes a refusal that the screen shows.
  static func open(
    _ wanted: PoliceSource, in store: CaseStore, noting note: @escaping @Sendable (Double) throws -> Void
  ) throws -> PoliceFile {
    try refusing {
      let list = try PoliceList(wanted)
      let feed = try list.reader(in: store, try list.source(in: store), noting: note)
      return PoliceFile(received: try list.receivedFile, feed: { take in try refusing { try feed(take) } })
    }
  }

  /// Reads a police file without storing anything, and shows how it is understood; where headings are missing, what
  /// stands in their place.
  static func preview(
    _ wanted: PoliceSource, in store: CaseStore, noting note: (Int, Double) throws -> Void
  ) throws -> PolicePreview {
    try refusing {
      let list = try PoliceList(wanted)
      return try naming(list.path) {
        do {
          return try understood(list, in: store, noting: note)
        } catch let problem as FileProblem where !problem.headings.isEmpty {
          return try withoutHeadings(list, problem, in: store)
        }
      }
    }
  }

  private static func understood(
    _ list: PoliceList, in store: CaseStore, noting note: (Int, Double) throws -> Void
  ) throws -> PolicePreview {
    let read = try list.preview(in: store, noting: note)
    let summary = read.summary
    var preview = PolicePreview(
      of: read.name,
      [
        .verbatim([summary.format.rawValue, summary.encoding?.rawValue].compactMap(\.self).joined(separator: " ")),
        Phrase("\(summary.rows) 行", "\(summary.rows.counted("row"))"),
        Phrase("略过标题、空行、合计 \(summary.passedOver.total) 行", "\(summary.passedOver.total.counted("line")) passed over"),
      ] + summary.parts.filter { !$0.sheet.isEmpty }.map { .verbatim("[\($0.sheet)] \($0.rows)") },
      headings: headings(summary.parts.flatMap(\.headings), mapped: try list.source(in: store).mapping), fields: fields)
    preview.rows = read.rows
    preview.sheets =
      summary.parts.filter { !$0.sheet.isEmpty }.map { PolicePreview.Sheet(name: $0.sheet, rows: $0.rows) }
      + summary.otherSheets.map { PolicePreview.Sheet(name: $0, rows: nil) }
    preview.warnings =
      summary.unfamiliar.map(\.words)
      + FileWarning.all(in: read.findings).filter { $0.kind != .outsideQuarter }.map { warning in
        Phrase(warning.sentence(in: .chinese), warning.sentence(in: .english))
      } + (summary.otherSheets.isEmpty ? [] : [notRead(summary.otherSheets)])
    preview.texts = summary.texts
    (preview.titles, preview.places) = (summary.names, read.places)
    preview.isMostlyForeign = read.isMostlyForeign
    preview.strayDates = read.strayDates
    preview.quarterOfDates = read.quarterOfDates
    return preview
  }

  private static func withoutHeadings(
    _ list: PoliceList, _ problem: FileProblem, in store: CaseStore
  ) throws -> PolicePreview {
    var preview = PolicePreview(
      of: FileNames.last(of: list.path), [],
      headings: headings(problem.headings, mapped: try list.source(in: store).mapping), fields: fields)
    preview.missing = HeadingVocabulary.police.fields.filter { field in
      field.isRequired && !problem.headings.contains { $0.field == field.code }
    }.map(\.name)
    return preview
  }

  private static let fields = HeadingVocabulary.police.fields.map {
    PolicePreview.Field(code: $0.code, name: $0.name)
  }

  private static func headings(
    _ found: [TableSummary.Heading], mapped: [(column: String, field: String)]
  ) -> [PolicePreview.Heading] {
    var seen: Set<String> = ["", "序号", "编号"]
    return found.filter { seen.insert($0.text).inserted }.map { heading in
      PolicePreview.Heading(
        text: heading.text, field: heading.field, sample: heading.sample,
        isByHand: mapped.contains { $0.column == heading.text })
    }
  }

  private static func notRead(_ sheets: [String]) -> Phrase {
    Phrase("未读的工作表：", "sheets not read: ") + .listed(sheets)
  }
}

extension PoliceList {
  fileprivate init(_ wanted: PoliceSource) throws {
    self.init(path: try GivenPath(wanted.path).meant)
    mappings = wanted.mappings.map { "\($0.column)=\($0.field)" }
    sheet = wanted.sheet
    sender = wanted.sender
    kind = wanted.kind
    isForeignTaken = wanted.isForeignTaken
    quarter = wanted.quarter
    areOtherDatesTaken = wanted.areOtherDatesTaken
    areTextsRead = wanted.areTextsRead
    office = wanted.office
  }
}
