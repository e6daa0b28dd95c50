import Testing

@testable import TerminalKit

@Suite struct WrappingTests {
  @Test(arguments: [
    ("张三李四王五", 4, ["张三", "李四", "王五"]),
    ("请补交户口本，谢谢。", 12, ["请补交户口", "本，谢谢。"]),
    ("持证人（张三）已死亡", 8, ["持证人", "（张三）", "已死亡"]),
    ("the holder moved", 7, ["the ", "holder ", "moved"]),
    ("第12条abc规定", 6, ["第12条", "abc规", "定"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("一\n\n二", 10, ["一", "", "二"]),
    ("张三", 1, ["张", "三"]),
    ("", 5, [""]),
  ])
  func linesBreakAsReadersExpect(text: String, columns: Int, lines: [String]) {
    #expect(text.wrapped(to: columns) == lines)
  }

  @Test func noClosingMarkBeginsALineAtAnyWidth() {
    let text = "依据《残疾人证管理办法》第十二条，持证人死亡的，由县级残联“注销”其证件；见附件（1）。"
    for columns in 8...60 {
      let lines = text.wrapped(to: columns)
      #expect(lines.joined() == text)
      for line in lines {
        #expect(!"，。；》）”".contains(line.prefix(1)), "\(columns): \(lines)")
        #expect(!"《（“".contains(line.suffix(1)), "\(columns): \(lines)")
        #expect(line.columns <= columns)
      }
    }
  }

  @Test func wrappedTextSaysHowManyRowsItTook() {
    var canvas = Canvas(Size(columns: 8, rows: 4))

    let rows = canvas.writeWrapped("请写明理由，谢谢", column: 2, row: 1)

    #expect(rows == 3)
    #expect(canvas.text == "\n  请写明\n  理由，\n  谢谢")
    let cut = canvas.writeWrapped("一二三四五六七八九", column: 0, row: 0, columns: 4, rows: 2)
    #expect(cut == 2)
  }
}
