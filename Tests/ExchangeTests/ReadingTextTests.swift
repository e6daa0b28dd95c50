import Exchange
import Testing

/// Text files in every shape an office sends.
@Suite struct ReadingTextTests {
  private static let table = "公民身份号码,姓名,死亡日期,备注\r\n13040819050302001４,王芳,2026-01-31,\"张,三\"\r\n,李四,,𠮷\r\n"

  private func expectTable(_ read: ReadTable) {
    #expect(read.rows.map(\.cells) == [["13040819050302001４", "王芳", "2026-01-31", "张,三"], ["", "李四", "", "𠮷"]])
    #expect(read.rows.map(\.number) == [1, 2])
    #expect(read.rows.map(\.line) == [2, 3])
  }

  @Test(arguments: [
    ("utf-8", [], TextEncoding.utf8), ("utf-8", [0xEF, 0xBB, 0xBF], .utf8WithMark), ("gb18030", [], .gb18030),
    ("utf-16le", [0xFF, 0xFE], .utf16LittleEndian), ("utf-16be", [0xFE, 0xFF], .utf16BigEndian),
    ("utf-16le", [], .utf16LittleEndian), ("utf-16be", [], .utf16BigEndian),
  ])
  func everyEncodingGivesTheSameRows(name: String, mark: [UInt8], expected: TextEncoding) throws {
    let file = try TemporaryFile(mark + encoded(Self.table, as: name))

    let table = try read(file.path)

    expectTable(table)
    #expect(table.summary.encoding == expected)
    #expect(table.summary.format == .csv)
  }

  @Test(arguments: ["\t", ";", ",", "|", "，", "；", "｜"], ["utf-8", "gb18030"])
  func everyDelimiterGivesTheSameRows(delimiter: String, encoding: String) throws {
    let text = "公民身份号码|姓名|死亡日期|备注\n1|王芳|2026-01-31|甲、\"乙\"\n" + String(repeating: "2|李四||丙丁\n", count: 9000)
    let file = try TemporaryFile(encoded(text.replacing("|", with: delimiter), as: encoding))

    let table = try read(file.path)

    #expect(table.rows.first?.cells == ["1", "王芳", "2026-01-31", "甲、\"乙\""])
    #expect(table.rows.count == 9001 && table.rows.dropFirst().allSatisfy { $0.cells == ["2", "李四", "", "丙丁"] })
    #expect(table.summary.format == (delimiter == "\t" ? .tsv : .csv))
  }

  @Test(arguments: [
    ("姓名,身份证号,姓名,身份证号,死亡日期\n王芳,1,李四,2,2026-01-31\n", true),
    ("申报人,,死者,,死亡日期\n姓名,身份证号,姓名,身份证号,\n王芳,1,李四,2,2026-01-31\n", false),
    ("姓名,身份证号,,姓名,身份证号\n王芳,1,,李四,2\n", true),
    ("姓名,身份证号,姓名,身份证号,死亡日期\n王芳,1,,,2026-01-31\n", false),
    ("申报人姓名,申报人身份证号,姓名,身份证号\n王芳,1,李四,2\n", false),
  ])
  func twoPeopleInOneRowAreAskedAbout(text: String, isRefused: Bool) throws {
    let file = try TemporaryFile(text)

    #expect(try problem(file.path, as: .police)?.code == (isRefused ? .ambiguousColumn : nil))
  }

  @Test func aFullWidthCommaInACellOfAnOrdinaryListStaysThere() throws {
    let file = try TemporaryFile("公民身份号码,姓名,备注\n1,王芳,甲，乙｜丙\n")

    #expect(try read(file.path).rows.map { $0.cells.last } == ["甲，乙｜丙"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndsInsideQuotesBelongToTheCell(end: String) throws {
    let text = "公民身份号码,姓名,备注@1,王芳,\"第1次@第\"\"2\"\"次\"@2,李四,\"乙\"丙@3,赵六,5\" 管"
    let file = try TemporaryFile(text.replacing("@", with: end))

    let table = try read(file.path)

    #expect(table.rows.map { $0.cells[3] } == ["第1次\(end)第\"2\"次", "乙丙", "5\" 管"])
    #expect(table.rows.map(\.line) == [2, 4, 5])
  }

  @Test func titlesBlanksTotalsAndRepeatedHeadingsAreNoRows() throws {
    let file = try TemporaryFile(
      """
      2025年第三季度名单,,,
      ,,,
      序号,姓 名,公民身份号码（必填）,备注
      1,王芳,130408190503020014,
       ,　,,
      序号,姓名,公民身份号码,备注
      2,合计,130408190503020014,名叫合计的人

      小计,,,1
      合 计：2人,,,
      共 2 条,,,
      """)

    let table = try read(file.path)

    #expect(table.rows.map { $0.cells[1] } == ["王芳", "合计"])
    #expect(table.rows.map(\.number) == [1, 2])
    #expect(table.rows.map(\.line) == [4, 7])
    let passed = table.summary.passedOver
    #expect([passed.titleRows, passed.blankRows, passed.repeatedHeadings, passed.totalRows] == [1, 3, 1, 3])
    #expect(table.summary.headings.map(\.field) == [nil, "name", "identity", "note"])
  }

  @Test(arguments: [("死亡年月日", "event_date"), ("迁往省市县", "dest"), ("迁往省市县（区）", "dest")])
  func headingsAreKnownAsOfficesWriteThem(_ heading: String, _ field: String) throws {
    let file = try TemporaryFile("姓名,公民身份号码,\(heading)\n王芳,130408190503020014,2026-01-31\n")

    #expect(try read(file.path, as: .police).summary.headings.map(\.field) == ["name", "identity", field])
  }

  @Test func whoMadeTheListStandsInNoRow() throws {
    let file = try TemporaryFile(
      """
      姓名,公民身份号码,备注
      王芳,130408190503020014,
      单于审,130408190503020014,姓单于
      合计：2人,,
      制表人：张三　　审核：李四,,
      填报单位：公安局,,审 核 人：李四
      ,,经办人: 王五
      """)

    let table = try read(file.path)

    #expect(table.rows.map { $0.cells[1] } == ["王芳", "单于审"])
    #expect(table.summary.passedOver.totalRows == 4)
  }

  @Test func theMostTellingHeadingThatIsFilledGivesTheValue() throws {
    let file = try TemporaryFile("受理时间,公民身份号码,姓名,死亡日期\n2026-02-01,1,王芳,2026-01-31\n2026-02-01,2,李四, \n")

    let table = try read(file.path)

    #expect(table.rows.map { $0.cells[2] } == ["2026-01-31", "2026-02-01"])
  }

  @Test func theCallersOwnColumnsGoFirst() throws {
    let file = try TemporaryFile("证件,公民身份号码,名字\n7,1,王芳\n")
    let vocabulary = try people.adding([("证件", "identity"), ("名字", "name")])

    let table = try read(file.path, as: vocabulary)

    #expect(table.rows.map(\.cells) == [["7", "王芳", "", ""]])
    #expect(try problem(file.path, as: people.adding([("名称", "name")]))?.code == .missingHeading)
    #expect(try problem(file.path, as: vocabulary.adding([("名称", "note")]))?.code == .unknownColumn)
    #expect(throws: FileProblem.self) { try people.adding([("名称", "nom")]) }
  }

  @Test(arguments: 1...70)
  func everyChunkSizeGivesTheSameRows(size: Int) throws {
    let text = "名单\r\n公民身份号码,姓名,备注\r\n1,王芳,\"第1次\r\n第\"\"2\"\"次\"\r\n2,㐂𠮷,€\r\n\r\n3,'=1,\"431281196502156492\t\"\r\n"
    for (name, mark) in [("utf-8", []), ("gb18030", []), ("utf-16le", [0xFF, 0xFE] as [UInt8])] {
      let file = try TemporaryFile(mark + encoded(text, as: name))
      let whole = try read(file.path)

      #expect(whole.rows.count == 3)
      #expect(try read(file.path, chunkSize: size) == whole, "\(name) in chunks of \(size)")
    }
  }

  /// Row by row, so that no heading, mark or limit of a cell stands in the way.
  @Test func everyCharacterOfGB18030IsReadAsIconvReadsIt() throws {
    let values = Array(0xA1...0xD7FF) + Array(0xE000...0xFFFD) + Array(0x20000...0x20FFF)
    let all = values.compactMap(UnicodeScalar.init).map { Character($0) }.filter {
      !$0.isWhitespace && $0 != "\u{FEFF}" && !encoded(String($0), as: "gb18030").isEmpty
    }
    let pieces = stride(from: 0, to: all.count, by: 40).map { String(all[$0..<min($0 + 40, all.count)]) }
    let rows = pieces.enumerated().map { "\($0),王芳,字\($1)字\n" }.joined()
    let text = "公民身份号码,姓名,备注\n" + rows

    let file = try TemporaryFile(encoded(text, as: "gb18030"))

    let plain = try TemporaryFile(Array(text.utf8))
    let (table, expected) = (try read(file.path).rows, try read(plain.path).rows)
    #expect(table.count == pieces.count)
    for (one, other) in zip(table, expected) {
      #expect(Array(one.cells[3].unicodeScalars) == Array(other.cells[3].unicodeScalars))
    }
  }

  @Test func aLone0x80IsTheEuroSign() throws {
    let file = try TemporaryFile(encoded("公民身份号码,姓名,备注\n1,王芳,", as: "gb18030") + [0x80, 10])

    #expect(try read(file.path).rows.map { $0.cells[3] } == ["€"])
  }

  @Test func aRegisterIsReadByItsOwnHeadings() throws {
    let file = try TemporaryFile(
      """
      残疾人证号,姓名,性别,民族,公民身份号码,出生日期,户籍地址,残疾类别,残疾等级,发证日期,有效期止,证件状态,联系电话
      13040819050302001443,王芳,女,汉族,130408190503020014,1905-03-02,某村,肢体,三级,2020-01-01,2030-01-01,有效,13800000000
      """)

    let table = try read(file.path, as: .register)

    #expect(table.summary.headings.map(\.field) == HeadingVocabulary.register.fields.map(\.code))
    #expect(table.rows[0].cells[0] == "13040819050302001443")
  }

  @Test func bytesOfAFieldAreShownWithoutAString() throws {
    let file = try TemporaryFile("公民身份号码,姓名\n12,王芳,多\n")

    try SourceFile(path: file.path, vocabulary: people).forEachRow { row in
      #expect(row.withUTF8(0) { $0.count } == 2)
      #expect(row.withUTF8(3) { $0.isEmpty })
      #expect(row["name"].text == "王芳")
      #expect(row["nothing"].text == "")
      #expect(row.cellsBeyondHeadings == 1)
    }
  }
}
