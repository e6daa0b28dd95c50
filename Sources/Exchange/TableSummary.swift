/// What a file turned out to be, once it has been read to its end.
public struct TableSummary: Hashable, Sendable {
  public let format: TableFormat

  /// `nil` for a workbook.
  public let encoding: TextEncoding?

  /// The sheet that was read.
  public let sheet: String?

  /// Visible sheets that were not read: people on them would be overlooked.
  public let otherSheets: [String]

  public let rows: Int
  public let passedOver: PassedOver

  /// The headings as written, and the field each stands for.
  public let headings: [Heading]

  /// One column's heading.
  public struct Heading: Hashable, Sendable {
    public let text: String
    public let field: String?
  }
}

/// Lines of a file that are no rows.
public struct PassedOver: Hashable, Sendable {
  /// Above the headings.
  public internal(set) var titleRows = 0
  public internal(set) var blankRows = 0
  public internal(set) var totalRows = 0
  public internal(set) var repeatedHeadings = 0
}

/// The formats that can be read.
public enum TableFormat: String, Sendable {
  case csv
  case tsv
  case xlsx
}

/// The encodings a text file may have.
public enum TextEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf8WithMark = "utf-8-bom"
  case gb18030
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
}
