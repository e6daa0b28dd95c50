import Testing

@testable import TerminalKit

@Suite struct CanvasTests {
  @Test(arguments: [
    ("abc", 5, "abc"),
    ("案件列表", 5, "案件"),
    ("案a件", 4, "案a"),
    ("㼆𠮷", 4, "㼆𠮷"),
    ("ＡＢＣ", 5, "ＡＢ"),
    ("葛\u{E0100}城", 4, "葛\u{E0100}城"),
    ("e\u{301}é", 2, "e\u{301}é"),
  ])
  func writingStopsAtTheLastWholeCharacter(text: String, columns: Int, shown: String) {
    var canvas = Canvas(Size(columns: columns, rows: 1))

    let next = canvas.write(text, column: 0, row: 0)

    #expect(canvas.text == shown)
    #expect(next == shown.columns)
  }

  @Test(arguments: [
    ("a\u{1B}[2Jb", "a〓[2Jb"), ("a\u{202E}b", "a〓b"), ("a\tb\n", "a〓b〓"), ("\u{2EBF0}\u{31350}", "〓〓"),
    ("\u{9B}7m", "〓7m"), ("ab\u{200D}c\u{FEFF}", "abc"), ("\u{301}", "〓"), ("❤\u{FE0F}!", "❤!"), ("\r\n", "〓〓"),
  ])
  func whatWouldSteerTheTerminalIsNeverPainted(text: String, shown: String) {
    var canvas = Canvas(Size(columns: 20, rows: 1))

    canvas.write(text, column: 0, row: 0)

    #expect(canvas.text == shown)
    #expect(text.columns == shown.columns)
  }

  @Test(arguments: [
    ("👨\u{200D}👩\u{200D}👧", 6), ("👍🏽", 4), ("🇨🇳", 2), ("각", 2), ("क्ष", 2), ("张", 2), ("—…·①■√", 6), ("", 0),
  ])
  func widthsAreThoseOfTheirScalars(text: String, columns: Int) {
    var canvas = Canvas(Size(columns: 20, rows: 1))

    let next = canvas.write(text, column: 0, row: 0)

    #expect(next == columns)
    #expect(text.columns == columns)
  }

  @Test(arguments: [(0, "X 三李"), (1, " X三李"), (2, "张X 李"), (3, "张 X李"), (5, "张三 X")])
  func writingOverHalfACharacterBlanksItsOtherHalf(column: Int, shown: String) {
    var canvas = Canvas(Size(columns: 6, rows: 1))
    canvas.write("张三李", column: 0, row: 0)

    canvas.write("X", column: column, row: 0)

    #expect(canvas.text == shown)
  }

  @Test func aPartIsDrawnOnAsIfItWereTheWhole() {
    var canvas = Canvas(Size(columns: 8, rows: 3))

    canvas.inside(Rect(column: 2, row: 1, columns: 3, rows: 1)) { part in
      #expect(part.size == Size(columns: 3, rows: 1))
      part.write("张三李四", column: 0, row: 0)
      part.write("no", column: 0, row: 1)
      part.cursor = Position(column: 9, row: 9)
    }

    #expect(canvas.text == "\n  张\n")
    #expect(canvas.cursor == Position(column: 4, row: 1))
  }

  @Test func textEndsWhereItShould() {
    var canvas = Canvas(Size(columns: 10, rows: 3))

    canvas.write("12", endingBefore: 10, row: 0)
    canvas.write("张三李四", endingBefore: 9, row: 1, limit: 5)
    canvas.rule(row: 2, column: 2, columns: 4, ascii: true)

    #expect(canvas.text == "        12\n    张三…\n  ----")
  }

  @Test func stylesCanBeRead() {
    var canvas = Canvas(Size(columns: 10, rows: 2))

    canvas.write("张三", column: 1, row: 0, style: .selected)
    canvas.write("!", column: 5, row: 0, style: .danger)
    canvas.write("ok", column: 8, row: 1, style: .good)

    #expect(canvas.styledText == " <selected>张三</><danger>!</>\n        <good>ok</>")
  }

  @Test func whatTerminalsDisputeCanBeAvoided() {
    var canvas = Canvas(Size(columns: 20, rows: 2), avoidsAmbiguous: true)

    let next = canvas.write("“张三”—①級↑αé…", column: 0, row: 0)
    canvas.rule(row: 1, columns: 3)

    #expect(canvas.text == "\"张三\"-1級^?e.\n---")
    #expect(next == "“张三”—①級↑αé…".columns)
  }

  @Test func nothingIsTooSmallToDrawOn() {
    for size in [Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: 2, rows: 1)] {
      var canvas = Canvas(size)
      canvas.write("张三", column: 0, row: 0)
      canvas.write("张三", column: -1, row: -1)
      canvas.write("右", endingBefore: 5, row: 9)
      canvas.writeWrapped("张三李四", column: 0, row: 0)
      canvas.field(TextField("王"), column: 0, row: 0, columns: 8, isFocused: true)
      canvas.area(TextArea("王", columns: 20), column: 0, row: 0, rows: 3, isFocused: true)
      canvas.menu(Menu([.init("开")]), from: 0, to: 1)
      canvas.checklist(Checklist([.init("证")]), from: 0, to: 1) { _ in "缺" }
      canvas.table(
        Table([TableColumn("名", columns: 5)]), selection: Selection(count: 2),
        in: Rect(column: 0, row: 0, columns: 9, rows: 9)
      ) { _, _ in "值" }
      canvas.rule(row: 0)
      canvas.keyLine([(Key.enter.label, "定")], row: 0)
      #expect(canvas.whole == size)
    }
  }
}
