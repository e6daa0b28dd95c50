import CaseStore
import Casework
import TerminalKit

/// The first rows of a police file as they will be understood; here somebody says what the file does not say clearly:
/// which sheet, which columns, which quarter, what its rows report.
struct PolicePreviewForm: FormDialog {
  let wanted: SweepImport
  let preview: PolicePreview
  var form: Form

  init(_ wanted: SweepImport, _ preview: PolicePreview) {
    var wanted = wanted
    if wanted.sheets.isEmpty { wanted.sheets = preview.sheets }
    self.wanted = wanted
    self.preview = preview
    let questions =
      Self.sheet(wanted) + Self.columns(preview) + Self.kind(wanted, preview) + Self.quarter(wanted, preview)
      + Self.doubts(wanted, preview)
    let button =
      preview.missing.isEmpty
      ? Phrase("读得对，开始比对", "They are right: compare all rows") : Phrase("按指定的列再看", "Look again with these columns")
    form = Form(questions + [.button(button)])
    form.pager = FactPager(most: 6)
    let column = preview.missing.isEmpty ? nil : questions.first { $0.code.hasPrefix(Self.column) }
    form.take((column ?? form.missing.first)?.code ?? "")
  }

  /// Whatever a column is asked under begins so; the heading follows.
  private static let column = "map."

  private static func sheet(_ wanted: SweepImport) -> [FormField] {
    guard wanted.sheets.count > 1 else { return [] }
    let rows = wanted.sheets.compactMap(\.rows).reduce(0, +)
    let choices =
      [Choice("", Phrase("全部 \(rows) 行", "all \(rows.counted("row"))"))]
      + wanted.sheets.map { sheet in
        let count = sheet.rows.map { Phrase(" \($0) 行", " \($0.counted("row"))") } ?? Phrase(" 无表头", " no headings")
        return Choice(sheet.name, .verbatim(sheet.name.printable()) + count)
      }
    let index = choices.firstIndex { $0.code == wanted.source.sheet ?? "" } ?? 0
    return [FormField("sheet", Phrase("工作表", "Sheet"), .choice(choices, index))]
  }

  private static func columns(_ preview: PolicePreview) -> [FormField] {
    let choices =
      [Choice("", Phrase("不用", "not used"))] + preview.fields.map { Choice($0.code, $0.name) }
    return preview.headings.filter { $0.field == nil || $0.isByHand }.prefix(16).map { heading in
      FormField(
        column + heading.text, Phrase("列「\(heading.text)」", "“\(heading.text)”"),
        .choice(choices, choices.firstIndex { $0.code == heading.field ?? "" } ?? 0),
        hint: heading.sample.isEmpty
          ? nil : Phrase("第一行写着：\(heading.sample)", "the first line says: \(heading.sample)"))
    }
  }

  /// What every row reports, where no column says it; where nothing else does either, it must be said.
  private static func kind(_ wanted: SweepImport, _ preview: PolicePreview) -> [FormField] {
    guard preview.missing.isEmpty, !preview.headings.contains(where: { $0.field == "kind" }) else { return [] }
    let isUnsaid = preview.rows.allSatisfy(\.kind.isEmpty)
    let choices =
      (isUnsaid ? [] : [Choice("", Phrase("照名单写的", "as the list says"))])
      + PoliceRecordKind.allCases.map { Choice($0.rawValue, $0.name) }
    let index = choices.firstIndex { $0.code == wanted.source.kind?.rawValue ?? "" }
    return [FormField("kind", Phrase("各行都是", "Every row is"), .choice(choices, index), isRequired: isUnsaid)]
  }

  /// Which quarter the file is of: the one that was said, else the one in which most of its dates lie.
  private static func quarter(_ wanted: SweepImport, _ preview: PolicePreview) -> [FormField] {
    guard preview.missing.isEmpty, !isAsked(wanted, preview) else { return [] }
    let hint =
      wanted.source.isQuarterGiven || preview.quarterOfDates == nil
      ? Phrase("写作 2026Q3", "as 2026Q3")
      : Phrase("名单中多数日期在此季度；可改", "most dates of the file lie in it; it can be changed")
    return [
      FormField(
        "quarter", Phrase("季度", "Quarter"),
        .text(TextField(shownQuarter(wanted, preview).text, limit: 6, filter: .halfWidth)), isRequired: true, hint: hint
      )
    ]
  }

  private static func shownQuarter(_ wanted: SweepImport, _ preview: PolicePreview) -> Quarter {
    let said = wanted.source.quarter
    return wanted.source.isQuarterGiven ? said : min(preview.quarterOfDates ?? said, said)
  }

  /// Whether the dates speak against the quarter that somebody gave.
  private static func isAsked(_ wanted: SweepImport, _ preview: PolicePreview) -> Bool {
    wanted.source.isQuarterGiven && preview.strayDates != nil
  }

  /// What is asked before a file is taken that looks as if it were another one.
  private static func doubts(_ wanted: SweepImport, _ preview: PolicePreview) -> [FormField] {
    var fields: [FormField] = []
    if isAsked(wanted, preview), let stray = preview.strayDates {
      let (own, other) = (stray.quarter.text, stray.suggested.text)
      let choices = [
        Choice(other, Phrase("\(other)，多数日期在内", "\(other), as most dates")),
        Choice(own, Phrase("确是 \(own)", "\(own) all the same")),
      ]
      fields.append(
        FormField(
          "stray", Phrase("季度", "Quarter"), .choice(choices, wanted.source.areOtherDatesTaken ? 1 : nil),
          isRequired: true))
    }
    if preview.isMostlyForeign {
      fields.append(
        FormField(
          "foreign", Phrase("多为外县地址，确是发给本县的", "Mostly of another county, and meant for us"),
          .tick(wanted.source.isForeignTaken), isRequired: true))
    }
    if !titleDoubts(wanted, preview).isEmpty {
      fields.append(
        FormField(
          "title", Phrase("标题有别，确是本县此季度的", "Titled otherwise, and meant for us"),
          .tick(wanted.source.isTitleTaken), isRequired: true))
    }
    if !preview.texts.allSatisfy(\.isDenial) {
      fields.append(
        FormField(
          "texts", Phrase("以上「行外」各条", "What stands beside the rows"),
          .choice(
            [
              Choice("no", Phrase("都看过，不针对哪一行", "read: against no row")),
              Choice("yes", Phrase("有针对的，或说不准：逐行问", "perhaps against some: ask each")),
            ], nil), isRequired: true))
    }
    return fields
  }

  private static func titleDoubts(_ wanted: SweepImport, _ preview: PolicePreview) -> [TitleDoubt] {
    TitleDoubt.all(in: preview.titles, of: shownQuarter(wanted, preview), at: preview.places)
  }

  var title: Phrase { Phrase("前五行 · ", "The first rows · ") + .verbatim(preview.name) }

  var draft: Entries {
    get { [:] }
    set {}
  }

  var lines: [FactLine] {
    let names = Dictionary(preview.fields.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    let known: [Phrase] = preview.headings.compactMap { heading in
      guard let name = heading.field.map({ names[$0] ?? .verbatim($0) }) else { return nil }
      let (text, meaning) = (heading.text, name.english)
      return Phrase(text == name.chinese ? text : "\(text)=\(name.chinese)", "\(text)=\(meaning)")
    }
    let file = FactLine(Phrase("文件", "File"), .joined(preview.file))
    let columns = FactLine(Phrase("认出的列", "Columns"), known.isEmpty ? .verbatim("—") : .joined(known))
    if !preview.missing.isEmpty {
      return [
        columns,
        FactLine(
          Phrase("缺少", "Missing"),
          .joined(preview.missing)
            + (preview.headings.contains { !$0.sample.isEmpty }
              ? Phrase(
                "；没有表头，第一行就是人，请在下面指明是第几列",
                "; there are no headings, the first line is about somebody: say below which columns they are")
              : Phrase(
                "；请在下面指明是哪一列，以后同一来文单位不再问", "; say below which columns they are; the sender is not asked about again")),
          .warning),
      ]
    }
    let dates = (Self.isAsked(wanted, preview) ? preview.strayDates : nil).map {
      FactLine(Phrase("日期", "Dates"), $0.words, .warning)
    }
    let titles = Self.titleDoubts(wanted, preview).map {
      FactLine(Phrase("标题", "Title"), $0.words(of: Self.shownQuarter(wanted, preview).text), .warning)
    }
    return [file, columns] + (dates.map { [$0] } ?? []) + titles
      + preview.texts.map { FactLine(Phrase("行外", "Beside"), $0.words, .warning) }
      + preview.warnings.map { FactLine(Phrase("可疑", "Odd"), $0, .warning) }
  }

  /// Nobody can have read what was not on the screen.
  var linesToSee: Int { form.text("texts") == "no" && !isChanged ? lines.count - preview.warnings.count : 0 }

  /// Doubts about what is shown are idle once it will be looked at anew.
  mutating func arrange() {
    for code in ["stray", "foreign", "title", "texts"] { form.show(code, !isChanged) }
  }

  /// What is changed is looked at first; only what was seen is imported.
  var done: Effect {
    var chosen = wanted
    let shown = Self.shownQuarter(wanted, preview)
    do throws(Refusal) {
      if form["quarter"] != nil, form.text("quarter") != shown.text {
        chosen.source.quarter = try Quarter.named(form.text("quarter"))
        chosen.source.isQuarterGiven = true
      }
    } catch {
      return .say(.refused(error))
    }
    if isChanged || chosen.source != wanted.source {
      // Another sheet has columns of its own.
      chosen.source.mappings = sheet == wanted.source.sheet ? mappings : []
      chosen.source.sheet = sheet
      chosen.source.kind = kind
      return .begin(.preview(chosen))
    }
    guard preview.missing.isEmpty else {
      return .say(.refused(Phrase("请先指明各是哪一列：", "Say first which columns they are: ") + .joined(preview.missing)))
    }
    chosen.source.mappings = mappings
    chosen.source.isForeignTaken = form.text("foreign") == "yes"
    chosen.source.isTitleTaken = form.text("title") == "yes"
    chosen.source.areTextsRead = form.text("texts") == "no"
    chosen.source.quarter = Quarter(form.text("stray")) ?? shown
    chosen.source.areOtherDatesTaken = Self.isAsked(wanted, preview) || !wanted.source.isQuarterGiven
    return .begin(.importSweep(chosen))
  }

  private var sheet: String? {
    let chosen = form.text("sheet")
    return form["sheet"] == nil ? wanted.source.sheet : chosen.isEmpty ? nil : chosen
  }

  /// Whether somebody wants the file read otherwise than it is shown.
  private var isChanged: Bool {
    sheet != wanted.source.sheet || mappings != mappingsShown || kind != wanted.source.kind
  }

  private var kind: PoliceRecordKind? {
    form["kind"] == nil ? wanted.source.kind : PoliceRecordKind(rawValue: form.text("kind"))
  }

  private var mappingsShown: [PoliceSource.Mapping] {
    preview.headings.filter(\.isByHand).compactMap { heading in
      heading.field.map { PoliceSource.Mapping(column: heading.text, field: $0) }
    }
  }

  private var mappings: [PoliceSource.Mapping] {
    form.fields.compactMap { field in
      guard field.code.hasPrefix(Self.column), !field.value.isEmpty else { return nil }
      return PoliceSource.Mapping(column: String(field.code.dropFirst(Self.column.count)), field: field.value)
    }
  }
}
