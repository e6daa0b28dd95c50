import Casework
import Glibc

/// Pango and Cairo, opened when a page is to be set.
///
/// They are not linked, because with them come forty libraries, and every start of the desk would wait for them; a
/// machine without them can do everything else.
struct PangoLibrary {
  /// A surface, a drawing context, a layout, a font description: the library's own.
  typealias Object = UnsafeMutableRawPointer
  typealias Text = UnsafePointer<CChar>

  let pdfSurface: @convention(c) (Text?, Double, Double) -> Object?
  let setPageSize: @convention(c) (Object, Double, Double) -> Void
  let setMetadata: @convention(c) (Object, Int32, Text) -> Void
  let finish: @convention(c) (Object) -> Void
  let status: @convention(c) (Object) -> Int32
  let destroySurface: @convention(c) (Object) -> Void
  let context: @convention(c) (Object) -> Object?
  let destroyContext: @convention(c) (Object) -> Void
  let showPage: @convention(c) (Object) -> Void
  let moveTo: @convention(c) (Object, Double, Double) -> Void
  let lineTo: @convention(c) (Object, Double, Double) -> Void
  let lineWidth: @convention(c) (Object, Double) -> Void
  let stroke: @convention(c) (Object) -> Void
  let rectangle: @convention(c) (Object, Double, Double, Double, Double) -> Void
  let fill: @convention(c) (Object) -> Void
  let color: @convention(c) (Object, Double, Double, Double) -> Void
  let layout: @convention(c) (Object) -> Object?
  let layoutContext: @convention(c) (Object) -> Object
  let setLanguage: @convention(c) (Object, Object) -> Void
  let language: @convention(c) (Text) -> Object
  let setText: @convention(c) (Object, Text, Int32) -> Void
  let setWidth: @convention(c) (Object, Int32) -> Void
  let setWrap: @convention(c) (Object, Int32) -> Void
  let setAlignment: @convention(c) (Object, Int32) -> Void
  let setFont: @convention(c) (Object, Object) -> Void
  let size: @convention(c) (Object, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>) -> Void
  let unknownGlyphs: @convention(c) (Object) -> Int32
  let show: @convention(c) (Object, Object) -> Void
  let font: @convention(c) (Text) -> Object
  let freeFont: @convention(c) (Object) -> Void
  let unref: @convention(c) (Object) -> Void

  /// Values of the library's enumerations, as its headers give them.
  static let scale = 1024.0
  static let wrapWordCharacter: Int32 = 2
  static let alignLeft: Int32 = 0
  static let alignCenter: Int32 = 1
  static let alignRight: Int32 = 2
  static let metadataTitle: Int32 = 0
  static let metadataCreated: Int32 = 5

  init() throws(FileProblem) {
    guard let library = dlopen("libpangocairo-1.0.so.0", RTLD_NOW) else { throw .noPango }
    // Whatever Pango was linked with is found through it.
    func find<Function>(_ name: String, _: Function.Type = Function.self) throws(FileProblem) -> Function {
      guard let symbol = dlsym(library, name) else { throw .noPango }
      return unsafeBitCast(symbol, to: Function.self)
    }
    pdfSurface = try find("cairo_pdf_surface_create")
    setPageSize = try find("cairo_pdf_surface_set_size")
    setMetadata = try find("cairo_pdf_surface_set_metadata")
    finish = try find("cairo_surface_finish")
    status = try find("cairo_surface_status")
    destroySurface = try find("cairo_surface_destroy")
    context = try find("cairo_create")
    destroyContext = try find("cairo_destroy")
    showPage = try find("cairo_show_page")
    moveTo = try find("cairo_move_to")
    lineTo = try find("cairo_line_to")
    lineWidth = try find("cairo_set_line_width")
    stroke = try find("cairo_stroke")
    rectangle = try find("cairo_rectangle")
    fill = try find("cairo_fill")
    color = try find("cairo_set_source_rgb")
    layout = try find("pango_cairo_create_layout")
    layoutContext = try find("pango_layout_get_context")
    setLanguage = try find("pango_context_set_language")
    language = try find("pango_language_from_string")
    setText = try find("pango_layout_set_text")
    setWidth = try find("pango_layout_set_width")
    setWrap = try find("pango_layout_set_wrap")
    setAlignment = try find("pango_layout_set_alignment")
    setFont = try find("pango_layout_set_font_description")
    size = try find("pango_layout_get_size")
    unknownGlyphs = try find("pango_layout_get_unknown_glyphs_count")
    show = try find("pango_cairo_show_layout")
    font = try find("pango_font_description_from_string")
    freeFont = try find("pango_font_description_free")
    unref = try find("g_object_unref")
  }
}

extension FileProblem {
  static let noPango = FileProblem(
    .cannotWrite,
    Phrase(
      "本机没有排版程序库，不能生成 PDF；请安装（apt install libpangocairo-1.0-0），或改用 xlsx、csv",
      "This machine has no Pango, so no PDF can be made: apt install libpangocairo-1.0-0, or use xlsx or csv"))

  static let noChineseFont = FileProblem(
    .cannotWrite,
    Phrase(
      "本机没有中文字体，不能生成 PDF；请安装（apt install fonts-noto-cjk），或改用 xlsx、csv",
      "This machine has no font with Chinese glyphs, so no PDF can be made: apt install fonts-noto-cjk, or use xlsx or csv"
    ))
}
