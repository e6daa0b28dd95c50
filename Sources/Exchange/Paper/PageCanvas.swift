/// The pages of one PDF: texts, lines and grey boxes at places counted in points from the upper left corner.
///
/// Without a path it sets the same pages and keeps none, to find out how many there will be.
struct PageCanvas: ~Copyable {
  enum Style: CaseIterable { case title, heading, letter, text, fine, bold, small }
  enum Alignment { case left, center, right }

  private let pango: PangoLibrary
  private let surface: PangoLibrary.Object
  private let context: PangoLibrary.Object
  private let layout: PangoLibrary.Object
  private let fonts: [PangoLibrary.Object]
  /// How many characters no font of this machine can draw.
  private(set) var unknownGlyphs = 0

  init(_ pango: PangoLibrary, path: String?, title: String) throws(FileProblem) {
    self.pango = pango
    let made = path.map { pango.pdfSurface($0, 595, 842) } ?? pango.pdfSurface(nil, 595, 842)
    guard let surface = made, pango.status(surface) == 0, let context = pango.context(surface),
      let layout = pango.layout(context)
    else { throw .cannotWrite("PDF") }
    self.surface = surface
    self.context = context
    self.layout = layout
    fonts = Style.allCases.map { pango.font("Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Zen Hei,Sans \($0.font)") }
    // Han characters take the forms of the mainland; the same pages have the same bytes.
    pango.setLanguage(pango.layoutContext(layout), pango.language("zh-cn"))
    pango.setMetadata(surface, PangoLibrary.metadataTitle, title)
    pango.setMetadata(surface, PangoLibrary.metadataCreated, "2000-01-01T00:00:00Z")
    pango.setWrap(layout, PangoLibrary.wrapWordCharacter)
  }

  deinit {
    for font in fonts { pango.freeFont(font) }
    pango.unref(layout)
    pango.destroyContext(context)
    pango.destroySurface(surface)
  }

  func begin(width: Double, height: Double) { pango.setPageSize(surface, width, height) }

  func endPage() { pango.showPage(context) }

  mutating func finish() throws(FileProblem) {
    pango.finish(surface)
    if pango.status(surface) != 0 { throw .cannotWrite(.lastSystemCause) }
  }

  /// How high a text is that is broken to a width.
  mutating func height(of text: String, _ style: Style, width: Double) -> Double {
    set(text, style, .left, width)
    var (across, down): (Int32, Int32) = (0, 0)
    pango.size(layout, &across, &down)
    return Double(down) / PangoLibrary.scale
  }

  /// How wide a text is that is not broken.
  mutating func width(of text: String, _ style: Style) -> Double {
    set(text, style, .left, nil)
    var (across, down): (Int32, Int32) = (0, 0)
    pango.size(layout, &across, &down)
    return Double(across) / PangoLibrary.scale
  }

  mutating func write(
    _ text: String, _ style: Style, _ alignment: Alignment = .left, x: Double, y: Double, width: Double
  ) {
    set(text, style, alignment, width)
    unknownGlyphs += Int(pango.unknownGlyphs(layout))
    pango.color(context, 0, 0, 0)
    pango.moveTo(context, x, y)
    pango.show(context, layout)
  }

  func line(x: Double, y: Double, toX: Double, toY: Double) {
    pango.color(context, 0.45, 0.45, 0.45)
    pango.lineWidth(context, 0.5)
    pango.moveTo(context, x, y)
    pango.lineTo(context, toX, toY)
    pango.stroke(context)
  }

  func shade(x: Double, y: Double, width: Double, height: Double) {
    pango.color(context, 0.92, 0.92, 0.92)
    pango.rectangle(context, x, y, width, height)
    pango.fill(context)
  }

  /// Whether the fonts of this machine have these characters.
  mutating func canShow(_ text: String) -> Bool {
    set(text, .text, .left, 500)
    return pango.unknownGlyphs(layout) == 0
  }

  private mutating func set(_ text: String, _ style: Style, _ alignment: Alignment, _ width: Double?) {
    let place = Style.allCases.firstIndex(of: style) ?? 0
    pango.setFont(layout, fonts[place])
    pango.setWidth(layout, width.map { Int32($0 * PangoLibrary.scale) } ?? -1)
    pango.setAlignment(layout, alignment.code)
    pango.setText(layout, text, -1)
  }
}

extension PageCanvas.Style {
  fileprivate var font: String {
    switch self {
    case .title: "Bold 15"
    case .heading: "Bold 11"
    case .letter: "12"
    case .text: "9"
    case .fine: "8"
    case .bold: "Bold 9"
    case .small: "7"
    }
  }
}

extension PageCanvas.Alignment {
  fileprivate var code: Int32 {
    switch self {
    case .left: PangoLibrary.alignLeft
    case .center: PangoLibrary.alignCenter
    case .right: PangoLibrary.alignRight
    }
  }
}
