import CaseStore
import Casework
import TerminalKit

/// The first rows of a police file as they will be understood; headings that nobody knows are mapped here by hand.
struct PolicePreviewForm: FormDialog {
  let wanted: SweepImport
  let preview: PolicePreview
  var form: Form

  init(_ wanted: SweepImport, _ preview: PolicePreview) {
    self.wanted = wanted
    self.preview = preview
    let ignored = Choice("", Phrase("不用", "not used"))
    let choices =
      [ignored] + preview.fields.compactMap { field in field.field.map { Choice($0, .verbatim(field.text)) } }
    let open = preview.headings.filter { $0.field == nil || $0.isByHand }
    var fields = open.prefix(8).map { heading in
      FormField(
        "map.\(heading.text)", Phrase("列「\(heading.text)」", "“\(heading.text)”"),
        .choice(choices, choices.firstIndex { $0.code == heading.field ?? "" } ?? 0))
    }
    if preview.isMostlyForeign {
      var meant = FormField(
        "foreign", Phrase("多为外县地址，确是发给本县的", "Mostly of another county, and meant for us"),
        .tick(wanted.source.isForeignTaken))
      meant.isRequired = true
      fields.append(meant)
    }
    form = Form(fields + [.button(Phrase("读得对，开始比对", "They are right: compare all rows"))])
    form.take("")
  }

  var title: Phrase { Phrase("前五行 · ", "The first rows · ") + .verbatim(wanted.source.path.fileName) }

  var draft: Entries {
    get { [:] }
    set {}
  }

  var lines: [FactLine] {
    let names = Dictionary(
      preview.fields.compactMap { field in field.field.map { ($0, field.text) } },
      uniquingKeysWith: { first, _ in first })
    let known = preview.headings.compactMap { heading in
      heading.field.map { field in
        let name = names[field] ?? field
        return name == heading.text ? name : "\(heading.text)=\(name)"
      }
    }
    return [
      FactLine(Phrase("文件", "File"), .joined(preview.file)),
      FactLine(Phrase("认出的列", "Columns"), known.isEmpty ? .verbatim("—") : .joined(known.map { .verbatim($0) })),
    ] + preview.warnings.map { FactLine(Phrase("可疑", "Odd"), $0, .warning) }
  }

  /// A changed mapping is looked at first; only what was seen is imported.
  var done: Effect {
    var chosen = wanted
    chosen.source.mappings = mappings
    if mappings != mappingsShown { return .begin(.preview(chosen)) }
    chosen.source.isForeignTaken = form.text("foreign") == "yes"
    return .begin(.importSweep(chosen))
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let size = canvas.size
    let top = min(
      6, canvas.facts(lines, in: Rect(column: 0, row: 0, columns: size.columns, rows: 6), language: language))
    let rows = preview.rows.prefix(5)
    let table = Table([
      TableColumn(Phrase("行", "Row")(in: language), columns: 3, priority: 8, alignsRight: true),
      TableColumn(Phrase("姓名", "Name")(in: language), columns: 8, priority: 9),
      TableColumn(Phrase("身份号码", "Identity")(in: language), columns: 18, priority: 9),
      TableColumn(Phrase("出生", "Birth")(in: language), columns: 10, priority: 5),
      TableColumn(Phrase("事由", "Kind")(in: language), columns: 8, priority: 7),
      TableColumn(Phrase("日期", "Date")(in: language), columns: 10, priority: 7),
      TableColumn(Phrase("地址", "Address")(in: language), columns: 16, priority: 2, grows: true),
      TableColumn(Phrase("备注", "Remark")(in: language), columns: 8, priority: 1, grows: true),
    ])
    canvas.table(
      table, selection: Selection(count: rows.count),
      in: Rect(column: 1, row: top, columns: size.columns - 1, rows: rows.count + 2), isFocused: false
    ) { cell(rows[$0], $1, in: language) }
    let end = top + rows.count + 2
    canvas.rule(row: end, column: 1, columns: size.columns - 2)
    canvas.form(
      form, in: Rect(column: 0, row: end + 1, columns: size.columns, rows: max(1, size.rows - end - 1)),
      language: language)
  }

  private var mappingsShown: [PoliceSource.Mapping] {
    preview.headings.filter(\.isByHand).compactMap { heading in
      heading.field.map { PoliceSource.Mapping(column: heading.text, field: $0) }
    }
  }

  private var mappings: [PoliceSource.Mapping] {
    form.fields.compactMap { field in
      guard field.code.hasPrefix("map."), !field.value.isEmpty else { return nil }
      return PoliceSource.Mapping(column: String(field.code.dropFirst(4)), field: field.value)
    }
  }

  private func cell(_ row: PoliceRow, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: String(row.row)
    case 1: row.name
    case 2: Masking.identity(row.identity)
    case 3: row.birth.text
    case 4: PoliceRecordKind(row.kind).name(in: language)
    case 5: row.eventDate.text
    case 6: row.address
    default: row.note
    }
  }
}

extension String {
  /// The last part of a path.
  var fileName: String { String(split(separator: "/").last ?? "") }
}
