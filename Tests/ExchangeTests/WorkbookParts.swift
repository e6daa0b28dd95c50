/// Workbooks put together by hand, so that a test shows the XML it is about.
enum WorkbookParts {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook with one part for each sheet; `sheets` are names (`#` before a hidden one) and their rows' XML.
  ///
  /// - Parameter behind: what stands behind the rows of each sheet.
  static func workbook(
    _ sheets: [(name: String, rows: String)], behind: String = "", strings: String = "", styles: String = "",
    settings: String = ""
  ) -> [(name: String, bytes: [UInt8])] {
    var tabs = ""
    var relations = ""
    var parts: [(name: String, bytes: [UInt8])] = []
    for (index, sheet) in sheets.enumerated() {
      let state = sheet.name.hasPrefix("#") ? " state=\"hidden\"" : ""
      let name = sheet.name.drop { $0 == "#" }
      // Part names run against the order of the tabs, which only the relations tell.
      let part = "worksheets/sheet\(sheets.count - index).xml"
      tabs += "<sheet name=\"\(name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index)\"/>"
      relations += "<Relationship Id=\"rId\(index)\" Type=\"\(office)/worksheet\" Target=\"\(part)\"/>"
      let xml = "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData>\(behind)</worksheet>"
      parts.append(("xl/" + part, Array(xml.utf8)))
    }
    let workbook = "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(settings)<sheets>\(tabs)</sheets></workbook>"
    parts.append(("xl/workbook.xml", Array(workbook.utf8)))
    parts.append(("xl/_rels/workbook.xml.rels", Array("<Relationships>\(relations)</Relationships>".utf8)))
    if !strings.isEmpty { parts.append(("xl/sharedStrings.xml", Array("<sst>\(strings)</sst>".utf8))) }
    if !styles.isEmpty { parts.append(("xl/styles.xml", Array("<styleSheet>\(styles)</styleSheet>".utf8))) }
    return parts
  }

  /// A row of inline texts without references.
  static func row(_ texts: String...) -> String {
    "<row>" + texts.map { $0.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
  }

  static let headings = row("公民身份号码", "姓名", "死亡日期", "备注")
}
