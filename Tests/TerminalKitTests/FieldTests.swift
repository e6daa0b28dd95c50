import Testing

@testable import TerminalKit

@Suite struct FieldTests {
  @Test func typingMovesTheCaretPastWideCharacters() {
    var field = TextField()
    for character in "张三ab" { field.press(.character(character)) }
    field.press(.left)
    field.press(.backspace)
    var canvas = Canvas(Size(columns: 20, rows: 1))

    canvas.field(field, column: 2, row: 0, columns: 10, isFocused: true)

    #expect(canvas.text == "  张三b")
    #expect(canvas.cursor == Position(column: 6, row: 0))
  }

  @Test func theCaretsCellIsAlwaysInTheField() {
    for width in 1...12 {
      var field = TextField("张a三b李c四d王e五f")
      for _ in 0...field.text.count {
        var canvas = Canvas(Size(columns: 30, rows: 1))
        canvas.field(field, column: 3, row: 0, columns: width, isFocused: true)
        let column = canvas.cursor?.column ?? -1
        #expect((3..<3 + width).contains(column))
        #expect(canvas.text.columns <= 3 + width)
        if width > 2, field.caret > 0, column > 3 {
          let before = Array(field.text)[field.caret - 1]
          #expect(canvas[column - before.columns, 0].glyph == before, "width \(width), caret \(field.caret)")
        }
        field.press(.left)
      }
    }
  }

  @Test(arguments: [
    (TextField.Filter.identityNumber, " 33010 2１９９００１０１ 00-1x", "33010219900101001X"),
    (.digits, "１２ 3a4", "1234"), (.halfWidth, "２０２７／０８ ／１４", "2027/08/14"),
    (.free, "王\n芳\u{1B}[2J", "王 芳[2J"), (.free, "\u{2EBF0}\u{202E}好", "\u{2EBF0}好"),
  ])
  func pastedTextIsCleaned(filter: TextField.Filter, pasted: String, kept: String) {
    var field = TextField(filter: filter)

    field.insert(pasted)

    #expect(field.text == kept)
  }

  @Test(arguments: [
    ("走访三户，确可独立行走", "走访三户，"), ("走访三户，", "走访三户"), ("first second  ", "first "), ("同意三级ab", "同意三级"), ("", ""),
  ])
  func ctrlWErasesTheWordBeforeTheCaret(text: String, left: String) {
    var field = TextField(text)
    var area = TextArea(text, columns: 20)

    field.press(.control("w"))
    area.press(.control("w"))

    #expect(field.text == left)
    #expect(area.text == left)
  }

  @Test func ctrlUEmptiesAFieldAndAnArea() {
    var field = TextField("一二三")
    var area = TextArea("一二\n三", columns: 20)
    field.press(.left)
    area.press(.left)

    #expect(field.press(.control("u")) && area.press(.control("u")))

    #expect(field.isEmpty && area.isEmpty)
    area.press("好")
    #expect(area.text == "好")
  }

  @Test func ctrlAAndCtrlELeadToTheEndsOfALine() {
    var area = TextArea("一二\n三四", columns: 20)

    area.press(.control("a"))
    area.press("甲")
    area.press(.control("e"))
    area.press("乙")

    #expect(area.text == "一二\n甲三四乙")
  }

  @Test func aFieldHoldsNoMoreThanItsLimit() {
    var field = TextField("一二三", limit: 4)
    field.press(.home)

    field.insert("甲乙丙")

    #expect(field.text == "甲一二三")
    #expect(field.caret == 1)
  }

  @Test func aMarkTypedAfterItsLetterJoinsIt() {
    var field = TextField("e")

    field.press("\u{301}")

    #expect(field.caret == 1)
    #expect(field.text == "e\u{301}")
  }

  @Test(arguments: ["1", "1234567890123456"])
  func aSecretShowsNothingOfItself(secret: String) {
    var canvas = Canvas(Size(columns: 20, rows: 1))
    let field = TextField(secret, isSecret: true)

    canvas.field(field, column: 0, row: 0, columns: 20, isFocused: true)

    #expect(canvas.text == "******")
    #expect(canvas.cursor == Position(column: 6, row: 0))
    #expect("\(field) \(String(reflecting: field))".contains(secret) == false)
  }

  @Test func anAreaWrapsAndItsCaretGoesUpAndDown() {
    var area = TextArea("请补交户口本，再来。\n谢谢", columns: 12)
    #expect(area.lines == ["请补交户口", "本，再来。", "谢谢"])

    area.press(.up)
    #expect(area.caretPosition == Position(column: 4, row: 1))
    area.press(.up)
    area.press(.end)
    area.press("X")

    #expect(area.text == "请补交户X口本，再来。\n谢谢")
    var canvas = Canvas(Size(columns: 14, rows: 2))
    canvas.area(area, column: 1, row: 0, rows: 2, isFocused: true)
    #expect(canvas.text == " 请补交户X口\n 本，再来。")
    #expect(canvas.cursor == Position(column: 10, row: 0))
  }
}
