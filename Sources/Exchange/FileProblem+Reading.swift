import Casework

extension FileProblem {
  static let notFound = FileProblem(
    .notFound, Phrase("找不到这个文件，请检查路径", "There is no such file; check the path"))

  static func unreadable(_ cause: Phrase) -> FileProblem {
    FileProblem(
      .unreadable,
      Phrase("文件无法读取（", "Cannot read the file (") + cause
        + Phrase("），请检查权限和存储设备", "); check its permissions and the disk"))
  }

  static func unreadable(_ cause: String) -> FileProblem { unreadable(.verbatim(cause)) }

  static func notWhatItSays(ending: String, isWorkbook: Bool) -> FileProblem {
    FileProblem(
      .notWhatItSays,
      isWorkbook
        ? Phrase(
          "名为 .\(ending)，内容却是 Excel 表格，未读取；确是这份名单的，请改名为 .xlsx 后再导入",
          "It is named .\(ending) but is an Excel workbook, and was not read; if it is the right list, name it .xlsx")
        : Phrase(
          "名为 .\(ending)，内容却不是 Excel 表格，未读取；若是文本名单，请改名为 .csv 后再导入",
          "It is named .\(ending) but is no Excel workbook, and was not read; if it is a list in plain text, name it .csv"
        ))
  }

  static func cutShort(line: Int) -> FileProblem {
    FileProblem(
      .cutShort,
      Phrase(
        "文件在第 \(line) 行中间断了，可能没有传完，请向提供单位重新索取；确实完整的，请在末尾补一个换行",
        "The file ends in the middle of line \(line): it was cut short; ask the sender for it again, or end that line"),
      line: line)
  }

  /// A web page or a spreadsheet in XML that ends before its last table does.
  static let tableCutShort = FileProblem(
    .cutShort,
    Phrase(
      "文件在表格中间断了，没有结尾，可能没有传完，请向提供单位重新索取；确实完整的，请在 Excel 或 WPS 中打开核对，另存为 .xlsx 后再导入",
      "The file ends in the middle of its table: it was cut short; ask the sender for it again, or, where it is whole, "
        + "open it in Excel or WPS, look it over and save it as .xlsx, then import that"))

  static let emptyFile = FileProblem(
    .emptyFile, Phrase("文件是空的，请向提供单位重新索取", "The file is empty; ask the sender for it again"))

  static let oldXLS = FileProblem(
    .oldXLS,
    Phrase(
      "这是旧版 .xls（或 .et）表格，请在 Excel 或 WPS 中另存为 .xlsx 或 CSV 后再导入",
      "This is an old .xls (or .et) workbook; save it as .xlsx or CSV in Excel or WPS, then import that"))

  static let encrypted = FileProblem(
    .encrypted,
    Phrase("表格有打开密码，请去掉密码另存后再导入", "The workbook has a password; save it without one, then import that"))

  static func notATable(_ kind: FileKind.Foreign = .other) -> FileProblem { FileProblem(.notATable, kind.words) }

  static func undecodable(line: Int, byteOffset: Int, encoding: String) -> FileProblem {
    FileProblem(
      .undecodable,
      Phrase(
        "第 \(line) 行（文件第 \(byteOffset + 1) 字节）有无法按 \(encoding) 识别的字符，请改正该行，或指明编码后重试",
        "Line \(line) (byte \(byteOffset + 1) of the file) is not valid \(encoding); mend that line, or name the encoding and try again"
      ),
      line: line, byteOffset: byteOffset)
  }

  static func otherEncoding(_ name: String) -> FileProblem {
    FileProblem(
      .otherEncoding,
      Phrase(
        "文件像是 \(name) 编码，不能直接读取；请用 Excel、WPS 或记事本打开，另存为 UTF-8 的 CSV 或 .xlsx 后再导入",
        "The file looks like \(name), which is not read; open it in Excel, WPS or an editor and save it as .xlsx or as CSV in UTF-8, then import that"
      ))
  }

  static func nulByte(line: Int) -> FileProblem {
    FileProblem(
      .nulByte,
      Phrase(
        "第 \(line) 行含有空字节，文件可能已损坏或不是文本，请重新导出",
        "Line \(line) holds a NUL byte: the file is damaged or no text; export it again"), line: line)
  }

  static func openQuote(line: Int) -> FileProblem {
    FileProblem(
      .openQuote,
      Phrase(
        "第 \(line) 行开始的引号没有正确结束，请在该行补上或删去引号",
        "The quote that begins on line \(line) never ends properly; close or remove it there"), line: line)
  }

  static func rowTooLong(line: Int) -> FileProblem {
    FileProblem(
      .rowTooLong,
      Phrase(
        "第 \(line) 行过长，不像名单，请检查文件", "Line \(line) is too long for a list of people; check the file"), line: line)
  }
}

extension FileProblem {
  static func noHeadings(lookedFor: [String], found: [TableSummary.Heading]) -> FileProblem {
    let names = Phrase.listed(lookedFor)
    let depth = RowSorter.headingDepth
    return FileProblem(
      .noHeadings,
      Phrase(
        "开头 \(depth) 行中没有找到表头（应有：\(names.chinese)），请补上表头（表头以上文字过多的，请删到 \(depth) 行以内）",
        "No heading row in the first \(depth) rows (looked for: \(names.english)); add one, or leave less above it"),
      byCommand: Phrase("，或用 --map 列名=字段 指明各列", ", or name the columns with --map COLUMN=FIELD"), headings: found)
  }

  /// All headings stand in one cell, and the rows with them.
  static func headingsTogether(_ cell: String, found: [TableSummary.Heading]) -> FileProblem {
    let said = cell.printable()
    return FileProblem(
      .noHeadings,
      Phrase(
        "列名都写在一格里（\(said)），各列没有分开，没有读入；请在 Excel 或 WPS 中用「分列」按空格或顿号分开（号码列选「文本」，否则末几位会丢），另存为 .xlsx 后再导入",
        "All headings stand in one cell (\(said)), and nothing was read: part the columns at the blanks or 、 with “text to "
          + "columns” in Excel or WPS, the numbers as text, which keeps their last digits, save as .xlsx, then import that"
      ),
      headings: found)
  }

  /// The first line is about somebody: nothing says what the columns are.
  static func rowsWithoutHeadings(lookedFor: [String], first row: [String]) -> FileProblem {
    let names = Phrase.listed(lookedFor)
    return FileProblem(
      .noHeadings,
      Phrase(
        "没有表头，第一行就是人（应有：\(names.chinese)），请补上一行表头",
        "There are no headings, the first line is about somebody (looked for: \(names.english)); add a line of headings"
      ),
      byCommand: Phrase(
        "，或按位置指明各列，如 --map 第2列=name --map 第3列=identity --map 第4列=event_date",
        ", or say which column is which, as --map 第2列=name --map 第3列=identity --map 第4列=event_date"),
      headings: row.indices.map {
        TableSummary.Heading(text: ColumnPosition.name($0), field: nil, sample: Masking.numbers(in: row[$0]))
      })
  }

  /// A row taken for headings would be lost.
  static let columnIsANumber = FileProblem(
    .unknownColumn,
    Phrase(
      "--map 中写的是一个人的身份号码，不是列名；没有表头的名单按位置写，如 --map 第2列=name",
      "What --map names is somebody's number and no column; in a list without headings say --map 第2列=name"))

  static func missingHeading(in columns: Columns, line: Int) -> FileProblem {
    let names = Phrase.listed(columns.missing)
    let present = Phrase.listed(columns.headings.filter { !$0.isEmpty }.map { $0.printable() })
    return FileProblem(
      .missingHeading,
      Phrase(
        "第 \(line) 行的表头缺少：\(names.chinese)（现有：\(present.chinese)），请补上",
        "The headings on line \(line) lack: \(names.english) (there are: \(present.english)); add them"
      ), byCommand: Phrase("，或用 --map 列名=字段 指明是哪一列", ", or name the column with --map COLUMN=FIELD"),
      line: line, headings: columns.summary)
  }

  /// Two columns of one heading that both have something: informants beside the dead, or two lists side by side.
  static func ambiguousColumns(_ columns: [Int], named heading: String, line: Int) -> FileProblem {
    let places = Phrase.listed(columns.map { String($0 + 1) })
    let name = heading.printable()
    return FileProblem(
      .ambiguousColumn,
      Phrase(
        "第 \(line) 行的第 \(places.chinese) 列表头都是「\(name)」，不知道哪一列是要核对的人，没有读入。"
          + "请只留这个人的一列，或给别的列改名（如「申报人姓名」「申报人身份证号」）；两份名单并排的，请分成两份",
        "On line \(line) the columns \(places.english) are all headed “\(name)”: which is the person to compare is not known, "
          + "and nothing was read. Leave that column alone, or rename the others (申报人姓名, 申报人身份证号); put two lists side "
          + "by side into two files"),
      line: line)
  }

  /// Headings between the rows that put the number or the name into another column.
  static func columnsChange(line: Int) -> FileProblem {
    FileProblem(
      .columnsChange,
      Phrase(
        "第 \(line) 行又有一行表头，各列的次序与上面不同，没有读入；请把这一行起的人另存为一份，或把各列调成一样再导入",
        "Line \(line) has headings once more, with the columns in another order, and nothing was read: put the people from "
          + "there on into a file of their own, or bring the columns into one order, then import that"),
      line: line)
  }

  /// Rows with the names and numbers of two people in one cell.
  static func severalPeople(lines: [Int]) -> FileProblem {
    let places = Phrase.listed(lines.prefix(mostLines).map { String($0) })
    let more = lines.count > mostLines
    return FileProblem(
      .severalPeople,
      Phrase(
        "第 \(places.chinese) \(more ? "等 \(lines.count) " : "")行的一格里写了几个人的姓名和号码，一行只能核对一个人，没有读入；请拆成一人一行再导入",
        "\(more ? "\(lines.count) lines, among them " : "Line ")\(places.english): one cell has the names and numbers of several "
          + "people, and a row can only be compared with one, so nothing was read; give each a row of their own, then import"
      ),
      line: lines.first)
  }

  private static let mostLines = 10

  /// Columns of one field, of which one was named by hand for an earlier file and another is recognised by itself.
  static func contestedColumns(_ contested: [Int], in columns: Columns, line: Int) -> FileProblem {
    let names = Phrase.listed(contested.map { columns.headings[$0].printable() })
    return FileProblem(
      .ambiguousColumn,
      Phrase(
        "第 \(line) 行的表头中，\(names.chinese) 各像一个人的同一项：其中有以前给这个来文单位指明的列，也有自己认得出的，不知道要核对的是谁，没有读入",
        "Among the headings on line \(line), \(names.english) tell the same of people: one was named for an earlier list of the sender, another is known by itself; whom to compare is not known, and nothing was read"
      ), byCommand: Phrase("；请用 --map 列名=字段 指明是哪一列", "; say which column it is with --map COLUMN=FIELD"), line: line,
      headings: columns.summary.enumerated().map { column, heading in
        contested.contains(column) ? TableSummary.Heading(text: heading.text, field: nil) : heading
      })
  }

  static func unknownColumn(_ columns: [String], found: [String]) -> FileProblem {
    let names = Phrase.listed(columns.map { $0.printable() })
    let present = Phrase.listed(found.map { $0.printable() })
    return FileProblem(
      .unknownColumn,
      Phrase(
        "文件中没有 --map 指定的列：\(names.chinese)（现有：\(present.chinese)）",
        "The file has no such column as --map names: \(names.english) (there are: \(present.english))"))
  }

  static func unknownField(_ field: String, known: [String]) -> FileProblem {
    let names = Phrase.listed(known)
    return FileProblem(
      .unknownField,
      Phrase(
        "没有名为“\(field.printable())”的字段，可用：\(names.chinese)",
        "There is no field “\(field.printable())”; known: \(names.english)"))
  }

  static let noRows = FileProblem(
    .noRows, Phrase("只有表头，没有数据行，请检查文件是否完整", "There are headings but no rows; check that the file is complete"))
}

extension FileProblem {
  static func noSheet(_ name: String, found: [String]) -> FileProblem {
    let present = Phrase.listed(found.map { $0.printable() })
    return FileProblem(
      .noSheet,
      Phrase(
        "没有名为“\(name.printable())”的工作表（现有：\(present.chinese)），请用 --sheet 指明其中之一",
        "There is no sheet “\(name.printable())” (there are: \(present.english)); name one of them with --sheet"))
  }

  static func damaged(part: String, line: Int? = nil) -> FileProblem {
    let place = line.map { Phrase(" 第 \($0) 行", " line \($0)") } ?? Phrase("", "")
    return FileProblem(
      .damaged,
      Phrase("文件已损坏（\(part.printable())", "The file is damaged (\(part.printable())") + place
        + Phrase("），请向提供单位重新索取", "); ask the sender for it again"),
      line: line)
  }

  static func tooLarge(part: String) -> FileProblem {
    FileProblem(
      .tooLarge,
      Phrase(
        "文件展开后异常庞大（\(part.printable())），已停止读取；请另存为 CSV 后再导入",
        "The file unpacks to a suspicious size (\(part.printable())) and was not read; save it as CSV, then import that"
      ))
  }
}
