import Testing

@testable import TerminalKit

@Suite struct ListTests {
  @Test func aSelectionStaysInsideItsList() {
    var selection = Selection(count: 25)
    selection.press(.up)
    #expect(selection.index == 0)
    selection.press(.end)
    #expect(selection.position == "25/25")
    selection.press(.pageDown)
    #expect(selection.visible(in: 10) == 15..<25)

    selection.fit(3)

    #expect(selection.index == 2)
    #expect(selection.visible(in: 10) == 0..<3)
    let isTaken = selection.press("x")
    #expect(!isTaken)
    selection.fit(0)
    #expect(selection.position == "0/0")
  }

  @Test func theChosenRowIsAlwaysVisible() {
    for count in 0...30 {
      for height in 1...12 {
        for index in 0..<count {
          #expect(Selection(count: count, index: index).visible(in: height).contains(index))
        }
      }
    }
  }

  private let table = Table([
    TableColumn("姓名", columns: 6, priority: 9), TableColumn("状态", columns: 6, priority: 5, grows: true),
    TableColumn("天", columns: 3, priority: 7, alignsRight: true),
  ])

  private func drawn(columns: Int, index: Int = 1) -> Canvas {
    var canvas = Canvas(Size(columns: columns, rows: 5))
    let rows = [["张三", "待受理", "3"], ["欧阳娜娜", "审核中", "12"], ["李四", "已退回", "7"]]
    canvas.table(
      table, selection: Selection(count: 3, index: index), in: Rect(column: 0, row: 0, columns: columns, rows: 5)
    ) {
      rows[$0][$1]
    }
    return canvas
  }

  @Test func aTableHasHeadingsAndAPosition() {
    let canvas = drawn(columns: 28)

    #expect(
      canvas.text == """
          姓名    状态            天
          张三    待受理           3
        > 欧阳…   审核中          12
          李四    已退回           7
          2/3
        """)
    #expect(canvas.cursor == Position(column: 0, row: 2))
  }

  @Test func lessImportantColumnsGiveWay() {
    #expect(
      drawn(columns: 16, index: 0).text == """
          姓名     天
        > 张三      3
          欧阳…    12
          李四      7
          1/3
        """)
    #expect(drawn(columns: 9).text.contains("欧阳"))
  }

  @Test func aChecklistSaysTheMarkFirst() {
    var list = Checklist([.init("身份证", .present), .init("照片"), .init("委托书", mayBeWaived: true)])
    list.press(.end)
    list.press(" ")
    list.press(" ")
    list.press(.up)
    var canvas = Canvas(Size(columns: 20, rows: 3))

    canvas.checklist(list, from: 0, to: 3) { mark in
      switch mark {
      case .missing: "缺"
      case .present: "有"
      case .waived: "免"
      }
    }

    #expect(canvas.text == "   有  身份证\n > 缺  照片\n   免  委托书")
    #expect(canvas.cursor == Position(column: 1, row: 1))
    #expect(list.missingCount == 1)
  }

  @Test func aMenuTellsWhatIsNotPossible() {
    var menu = Menu([.init("受理", key: "a"), .init("退回", key: "b", refusal: "材料齐全")])
    var canvas = Canvas(Size(columns: 24, rows: 2))
    canvas.menu(menu, from: 0, to: 2)

    #expect(canvas.text == " > a  受理\n   b  退回  材料齐全")
    let outcomes = ["ａ", .down, .enter, "z"].map { menu.press($0) }
    #expect(outcomes == [.chosen(0), .moved, .refused(1), .passed])
  }
}
