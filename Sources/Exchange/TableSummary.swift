public import Casework

/// What a file turned out to be, once it has been read to its end.
public struct TableSummary: Hashable, Sendable {
  public let format: TableFormat

  /// `nil` for a workbook.
  public let encoding: TextEncoding?

  /// The lists that were read: one, or each sheet that has people.
  public let parts: [Part]

  /// Visible sheets that were not read: people on them would be overlooked.
  public let otherSheets: [String]

  public let rows: Int
  public let passedOver: PassedOver

  /// What the lists are called: sheets, titles above the headings, headers and texts of pages.
  public let names: [String]

  /// What is said outside of the rows and is not known to be harmless.
  public let texts: [ListText]

  /// What columns that nobody knows say beside deaths and is not known to be harmless: those rows are asked one by one.
  public let unfamiliar: [UnfamiliarColumn]

  /// The last row of a text without a last line end, where its last cell may be cut short and nothing tells.
  public internal(set) var rowPerhapsCut: Int?

  /// The headings of the first list.
  public var headings: [Heading] { parts.first?.headings ?? [] }

  /// One list of a file.
  public struct Part: Hashable, Sendable {
    /// Empty for a text.
    public let sheet: String
    public let rows: Int
    public let headings: [Heading]
    /// Where the headings stand.
    public let headingLine: Int
  }

  /// One column's heading as written, and the field it stands for.
  public struct Heading: Hashable, Sendable {
    public let text: String
    public let field: String?
    /// What the first line has in the column, where that has no heading.
    public var sample = ""

    init(text: String, field: String?, sample: String = "") {
      self.text = text
      self.field = field
      self.sample = sample
    }
  }
}

/// Lines of a file that are no rows.
public struct PassedOver: Hashable, Sendable {
  /// Above the headings; between and below the rows what only says what the list is called or who made it.
  public internal(set) var titleRows = 0
  public internal(set) var blankRows = 0
  public internal(set) var totalRows = 0
  public internal(set) var repeatedHeadings = 0

  /// All lines that were no rows.
  public var total: Int { titleRows + blankRows + totalRows + repeatedHeadings }

  static func += (left: inout PassedOver, right: PassedOver) {
    left.titleRows += right.titleRows
    left.blankRows += right.blankRows
    left.totalRows += right.totalRows
    left.repeatedHeadings += right.repeatedHeadings
  }
}

/// The formats that can be read.
public enum TableFormat: String, Sendable {
  case csv
  case tsv
  case xlsx
  case xls
  /// A spreadsheet in XML.
  case xml
  /// A web page.
  case html
}

/// The encodings a text file may have.
public enum TextEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf8WithMark = "utf-8-bom"
  case gb18030
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
}
