import Exchange
import Testing

/// Workbooks that are damaged, or made to fill the memory.
@Suite struct HostileWorkbookTests {
  private typealias Parts = WorkbookParts

  @Test func anotherZipIsNoTable() throws {
    let file = try TemporaryFile(parts: [("word/document.xml", Array("<a/>".utf8))])

    #expect(try problem(file.path)?.code == .notATable)
  }

  @Test func aBombIsNotUnpacked() throws {
    let bomb = [UInt8](repeating: 0x20, count: 64 << 20)
    for name in ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"] {
      let parts = Parts.workbook([("名单", Parts.headings)]).filter { $0.name != name } + [(name, bomb)]
      let file = try TemporaryFile(parts: parts)

      #expect(try problem(file.path)?.code == .tooLarge)
    }
  }

  @Test func entitiesAreNotExpanded() throws {
    let parts = Parts.workbook([("名单", Parts.headings + Parts.row("1", "&a;"))]).map { part in
      let prefix = part.name.contains("sheet1") ? "<!DOCTYPE worksheet [<!ENTITY a \"lol\">]>" : ""
      return (name: part.name, bytes: Array(prefix.utf8) + part.bytes)
    }
    let file = try TemporaryFile(parts: parts)

    #expect(try problem(file.path)?.code == .damaged)
  }

  @Test(arguments: [
    "<row><c r=\"XFE1\"><v>1</v></c></row>",
    "<row><c t=\"s\"><v>7</v></c></row>",
    "<row><c></row>",
    "<row>",
  ])
  func brokenSheetsAreDamaged(row: String) throws {
    let file = try TemporaryFile(parts: Parts.workbook([("名单", Parts.headings + Parts.row("1", "王芳") + row)]))

    let problem = try #require(try problem(file.path))

    #expect(problem.code == .damaged)
    #expect(problem.explanation.english.contains("sheet1.xml"))
    #expect(problem.line != nil)
  }

  @Test func aRowOfReferencesToOneLongTextIsNotBuilt() throws {
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 16_000)
    let long = String(repeating: "长", count: 32_000)
    let file = try TemporaryFile(
      parts: Parts.workbook(
        [("名单", Parts.headings + "<row>\(cells)</row>")], strings: "<si><t>\(long)</t></si>"))

    #expect(try problem(file.path)?.code == .damaged)
  }

  @Test func aFlippedByteIsFoundByItsSum() throws {
    let file = try TemporaryFile(parts: Parts.workbook([("名单", Parts.headings + Parts.row("1", "王芳"))]))
    var found = 0
    let bytes = try file.bytes
    for index in bytes.indices where index % 7 == 0 {
      var damaged = bytes
      damaged[index] ^= 0x10
      let copy = try TemporaryFile(damaged)
      if try problem(copy.path) != nil { found += 1 }
    }

    #expect(found > 50)
  }
}
