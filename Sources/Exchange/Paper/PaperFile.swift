public import Casework

/// Writes a paper into files that people open or print; each appears under its name only when it is complete.
///
/// A workbook has one sheet for each chapter and one for the marks, a PDF one after the other; a CSV holds one table, so
/// that the first chapter is the file itself and each other one stands beside it (`FILE-b.csv`).
public struct PaperFile: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    case csv
    case csvGB18030 = "csv-gb18030"
    case xlsx, pdf
  }

  /// One file that was written.
  public struct Written: Hashable, Sendable {
    public let path: String
    /// The chapters in it.
    public let chapters: [Paper.Chapter]
    /// How many characters no font of this machine can draw; they stand in a PDF as boxes.
    public let unknownGlyphs: Int
  }

  public let path: String
  public let format: Format
  public let language: Language

  public init(path: String, format: Format, in language: Language) {
    self.path = path
    self.format = format
    self.language = language
  }

  /// Told of each file before it has its name, and where it can be read meanwhile.
  public typealias Note = (_ file: Written, _ temporaryPath: String) throws -> Void

  /// - Parameter note: what it throws leaves the file away.
  @discardableResult
  public func write(_ paper: Paper, noting note: Note = { _, _ in }) throws -> [Written] {
    switch format {
    case .csv, .csvGB18030:
      return try paper.chapters.map { chapter in
        let place = chapter == paper.chapters.first ? path : Self.path(path, part: chapter.code)
        let written = Written(path: place, chapters: [chapter], unknownGlyphs: 0)
        try write(chapter, to: place) { try note(written, $0) }
        return written
      }
    case .xlsx:
      let written = Written(path: path, chapters: paper.chapters, unknownGlyphs: 0)
      try writeWorkbook(paper) { try note(written, $0) }
      return [written]
    case .pdf: return [try writePages(paper, noting: note)]
    }
  }

  /// `list.csv` for part `a` → `list-a.csv`.
  static func path(_ path: String, part: String) -> String {
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[name...].lastIndex(of: "."), dot > name else { return "\(path)-\(part)" }
    return "\(path[..<dot])-\(part)\(path[dot...])"
  }

  private func write(
    _ chapter: Paper.Chapter, to place: String, noting note: (String) throws -> Void
  ) throws {
    let writer = TableWriter(
      path: place, format: format == .csv ? .csv : .csvGB18030, columns: columns(of: chapter), replacesExisting: false)
    try writer.write(
      { table in
        for row in chapter.rows { try table.append(row.map { $0(in: language) }) }
      }, noting: { try note($1) })
  }

  private func writeWorkbook(_ paper: Paper, noting note: (String) throws -> Void) throws {
    let file = try PendingFile(path: path, replacesExisting: false)
    let sink = try WorkbookSink(path: file.temporaryPath)
    do {
      for chapter in paper.chapters {
        try sink.begin(sheet: "\(chapter.code) \(chapter.title(in: language))", columns: columns(of: chapter))
        for row in chapter.rows { try sink.append(row.map { $0(in: language) }) }
      }
      let about = Phrase("说明", "About")(in: language)
      try sink.begin(sheet: about, columns: [TableWriter.Column(paper.title(in: language), width: 100)])
      for mark in paper.marks + paper.chapters.flatMap(\.notes) { try sink.append([mark(in: language)]) }
      try sink.finish()
      try file.commit(noting: note)
    } catch {
      sink.abandon()
      throw error
    }
  }

  /// Set twice: once to find out how many pages there are.
  private func writePages(_ paper: Paper, noting note: Note) throws -> Written {
    let pango = try PangoLibrary()
    let title = paper.title(in: language)
    var trial = PaperSetter(paper, in: language, on: try PageCanvas(pango, path: nil, title: title), of: nil)
    try trial.set()
    let file = try PendingFile(path: path, replacesExisting: false)
    var setter = PaperSetter(
      paper, in: language, on: try PageCanvas(pango, path: file.temporaryPath, title: title), of: trial.page)
    try setter.set()
    let written = Written(path: path, chapters: paper.chapters, unknownGlyphs: setter.unknownGlyphs)
    try file.commit { try note(written, $0) }
    return written
  }

  private func columns(of chapter: Paper.Chapter) -> [TableWriter.Column] {
    chapter.columns.map {
      TableWriter.Column($0.heading(in: language), width: $0.width, isNumber: $0.isNumber)
    }
  }
}
