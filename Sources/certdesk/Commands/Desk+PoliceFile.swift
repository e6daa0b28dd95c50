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

  /// Reads a police file without storing anything, and shows how it is understood.
  static func preview(
    _ wanted: PoliceSource, in store: CaseStore, noting note: (Int, Double) throws -> Void
  ) throws -> PolicePreview {
    try refusing {
      let list = try PoliceList(wanted)
      let preview = try list.preview(in: store, noting: note)
      let summary = preview.summary
      return PolicePreview(
        file: [
          .verbatim([summary.format.rawValue, summary.encoding?.rawValue ?? ""].joined(separator: " ")),
          Phrase("\(summary.rows) 行", "\(summary.rows) rows"),
          Phrase("略过标题、空行、合计 \(summary.passedOver.total) 行", "\(summary.passedOver.total) lines passed over"),
        ] + summary.parts.filter { !$0.sheet.isEmpty }.map { .verbatim("[\($0.sheet)] \($0.rows)") },
        headings: headings(of: summary, mapped: try list.source(in: store).mapping), rows: preview.rows,
        fields: HeadingVocabulary.police.fields.map {
          PolicePreview.Heading(text: $0.spellings.first ?? $0.code, field: $0.code)
        },
        warnings: FileWarning.all(in: preview.findings).map { warning in
          Phrase(warning.sentence(in: .chinese), warning.sentence(in: .english))
        } + (summary.otherSheets.isEmpty ? [] : [notRead(summary.otherSheets)]),
        isMostlyForeign: preview.isMostlyForeign)
    }
  }

  private static func headings(
    of summary: TableSummary, mapped: [(column: String, field: String)]
  ) -> [PolicePreview.Heading] {
    var seen: Set<String> = ["", "序号", "编号"]
    return summary.parts.flatMap(\.headings).filter { seen.insert($0.text).inserted }.map { heading in
      PolicePreview.Heading(
        text: heading.text, field: heading.field, isByHand: mapped.contains { $0.column == heading.text })
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
    office = wanted.office
  }
}
