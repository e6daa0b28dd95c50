import Casework

/// Sets a paper on A4 pages: title, tables whose heads stand again on every page, letters of their own page, a foot
/// with the marks and the page number; on its side where a table is wide.
struct PaperSetter: ~Copyable {
  private let paper: Paper
  private let language: Language
  /// How many pages there will be; `nil` while that is being found out.
  private let pages: Int?
  private var canvas: PageCanvas
  private(set) var page = 0
  private var isLandscape = false
  private var y = 0.0
  /// Where the table begins: a narrow one goes on beside itself before it goes on behind the page.
  private var left = margin
  private var top = 0.0
  private var lowest = 0.0

  private static let margin = 48.0
  private static let padding = TablePlan.padding

  init(_ paper: Paper, in language: Language, on canvas: consuming PageCanvas, of pages: Int?) {
    self.paper = paper
    self.language = language
    self.canvas = canvas
    self.pages = pages
  }

  /// How many characters no font of this machine could draw.
  var unknownGlyphs: Int { canvas.unknownGlyphs }

  mutating func set() throws(FileProblem) {
    guard canvas.canShow("残疾人证") else { throw .noChineseFont }
    for chapter in paper.chapters {
      if chapter.letters.isEmpty { set(chapter) } else { for letter in chapter.letters { set(letter) } }
    }
    if page == 0 { begin(landscape: false) }
    end()
    try canvas.finish()
  }

  private mutating func set(_ chapter: Paper.Chapter) {
    let plan = TablePlan(chapter, in: language, on: &canvas, short: 595 - 2 * Self.margin, long: 842 - 2 * Self.margin)
    if page == 0 || plan.isWide != isLandscape || bottom - y < 120 { begin(landscape: plan.isWide) }
    write(chapter.title(in: language), .heading, before: page == 1 ? 4 : 10, after: 4)
    for note in chapter.notes { write(note(in: language), .text, after: 3) }
    let widths = plan.widths
    top = y
    lowest = y
    head(chapter, widths)
    for row in chapter.rows { set(row, chapter, widths) }
    y = max(y, lowest)
    left = Self.margin
    if chapter.rows.isEmpty { write(Phrase("（无）", "(none)")(in: language), .text, before: 3) }
    y += 8
  }

  private mutating func head(_ chapter: Paper.Chapter, _ widths: [Double]) {
    let texts = chapter.columns.map { $0.heading(in: language) }
    let height = self.height(of: texts, .bold, widths)
    canvas.shade(x: left, y: y, width: widths.reduce(0, +), height: height)
    draw(texts, .bold, chapter, widths, height)
  }

  private mutating func set(_ row: [Phrase], _ chapter: Paper.Chapter, _ widths: [Double]) {
    let texts = row.map { $0(in: language).printable() }
    let style: PageCanvas.Style = isLandscape ? .fine : .text
    let height = self.height(of: texts, style, widths)
    if y + height > bottom {
      goOn(besides: widths.reduce(0, +))
      head(chapter, widths)
    }
    draw(texts, style, chapter, widths, height)
  }

  /// Goes on in the free room at the right, or on the next page.
  private mutating func goOn(besides table: Double) {
    lowest = max(lowest, y)
    left += table + 14
    if left + table > Self.margin + width {
      begin(landscape: isLandscape)
      left = Self.margin
      top = y
      lowest = y
    }
    y = top
  }

  private mutating func draw(
    _ texts: [String], _ style: PageCanvas.Style, _ chapter: Paper.Chapter, _ widths: [Double], _ height: Double
  ) {
    var x = left
    for (index, text) in texts.enumerated() {
      canvas.write(
        text, style, chapter.columns[index].isNumber ? .right : .left, x: x + Self.padding, y: y + Self.padding,
        width: widths[index] - 2 * Self.padding)
      canvas.line(x: x, y: y, toX: x, toY: y + height)
      x += widths[index]
    }
    canvas.line(x: x, y: y, toX: x, toY: y + height)
    canvas.line(x: left, y: y, toX: x, toY: y)
    canvas.line(x: left, y: y + height, toX: x, toY: y + height)
    y += height
  }

  private mutating func set(_ letter: Paper.Letter) {
    begin(landscape: false, withTitle: false)
    y += 40
    canvas.write(letter.title(in: language), .title, .center, x: Self.margin, y: y, width: width)
    y += 40
    for paragraph in letter.paragraphs { write(paragraph(in: language), .letter, after: 14) }
    y += 30
    for line in letter.close {
      canvas.write(line(in: language), .letter, .right, x: Self.margin, y: y, width: width)
      y += 20
    }
  }

  private mutating func write(_ text: String, _ style: PageCanvas.Style, before: Double = 0, after: Double = 0) {
    let shown = text.printable()
    y += before
    let height = canvas.height(of: shown, style, width: width)
    if y + height > bottom { begin(landscape: isLandscape) }
    canvas.write(shown, style, x: Self.margin, y: y, width: width)
    y += height + after
  }

  private mutating func height(of texts: [String], _ style: PageCanvas.Style, _ widths: [Double]) -> Double {
    var most = 0.0
    for (text, width) in zip(texts, widths) {
      most = max(most, canvas.height(of: text, style, width: width - 2 * Self.padding))
    }
    return most + 2 * Self.padding
  }

  private mutating func begin(landscape: Bool, withTitle: Bool = true) {
    if page > 0 { end() }
    page += 1
    isLandscape = landscape
    canvas.begin(width: landscape ? 842 : 595, height: landscape ? 595 : 842)
    y = Self.margin
    guard page == 1, withTitle else { return }
    let title = paper.title(in: language)
    let height = canvas.height(of: title, .title, width: width)
    canvas.write(title, .title, .center, x: Self.margin, y: y, width: width)
    y += height + 8
  }

  /// The foot: marks on the left, the page on the right.
  private mutating func end() {
    let foot = bottom + 8
    canvas.line(x: Self.margin, y: foot, toX: Self.margin + width, toY: foot)
    let marks = paper.marks.map { $0(in: language).printable() }.joined(separator: "　")
    canvas.write(marks, .small, x: Self.margin, y: foot + 3, width: width - 90)
    let number =
      pages.map { Phrase("第 \(page) 页，共 \($0) 页", "page \(page) of \($0)") } ?? Phrase("第 \(page) 页", "\(page)")
    canvas.write(number(in: language), .small, .right, x: Self.margin + width - 90, y: foot + 3, width: 90)
    canvas.endPage()
  }

  private var width: Double { (isLandscape ? 842 : 595) - 2 * Self.margin }
  private var bottom: Double { (isLandscape ? 595 : 842) - Self.margin - 24 }
}
