/// Writes a table for people to open in Excel or WPS, so that reading it again gives the same values.
///
/// The file appears under its name only when it is complete; until then, and after a failure, whatever stood there
/// before stands there still.
public struct TableWriter: Sendable {
  /// How the table is kept.
  public enum Format: String, CaseIterable, Sendable {
    /// CSV in UTF-8 with the mark by which Excel knows it.
    case csv
    /// CSV as older Chinese programs expect it.
    case csvGB18030 = "csv-gb18030"
    case xlsx
  }

  /// One column and its width in half-width characters.
  public struct Column: Hashable, Sendable {
    public let heading: String
    public let width: Int
    /// Whether a workbook keeps its whole numbers as numbers, which can be added up.
    public let isNumber: Bool

    public init(_ heading: String, width: Int? = nil, isNumber: Bool = false) {
      self.heading = heading
      self.isNumber = isNumber
      self.width = width ?? max(10, 2 * heading.count + 2)
    }
  }

  public let path: String
  public let format: Format
  public let columns: [Column]
  public let sheet: String
  public let replacesExisting: Bool

  public init(
    path: String, format: Format, columns: [Column], sheet: String = "Sheet1", replacesExisting: Bool = true
  ) {
    self.path = path
    self.format = format
    self.columns = columns
    self.sheet = sheet
    self.replacesExisting = replacesExisting
  }

  /// Writes the headings and every row that `rows` appends; gives their number.
  ///
  /// - Parameter note: told the number of rows and where the complete file can be read before it has its name; what it
  ///   throws leaves no file.
  @discardableResult
  public func write(
    _ rows: (inout TableRows) throws -> Void,
    noting note: (_ rows: Int, _ temporaryPath: String) throws -> Void = { _, _ in }
  ) throws -> Int {
    let file = try PendingFile(path: path, replacesExisting: replacesExisting)
    let sink = try sink(into: file)
    do {
      var table = TableRows(sink: sink, width: columns.count)
      try sink.begin(sheet: sheet, columns: columns)
      try rows(&table)
      try sink.finish()
      try file.commit { try note(table.count, $0) }
      return table.count
    } catch {
      sink.abandon()
      throw error
    }
  }

  private func sink(into file: borrowing PendingFile) throws(FileProblem) -> any RowSink {
    switch format {
    case .csv: CSVSink(descriptor: file.descriptor)
    case .csvGB18030: try CSVSink(gb18030Into: file.descriptor)
    case .xlsx: try WorkbookSink(path: file.temporaryPath)
    }
  }
}

/// The rows of a table that is being written.
public struct TableRows {
  let sink: any RowSink
  let width: Int
  public private(set) var count = 0

  fileprivate init(sink: any RowSink, width: Int) {
    self.sink = sink
    self.width = width
  }

  /// Appends one row; cells that are not given stay empty.
  public mutating func append(_ cells: [String]) throws(FileProblem) {
    precondition(cells.count <= width, "a row has no more cells than there are columns")
    try sink.append(cells)
    count += 1
  }
}

/// Where the rows of one format go.
protocol RowSink: AnyObject {
  /// Begins the table with its headings.
  func begin(sheet: String, columns: [TableWriter.Column]) throws(FileProblem)
  func append(_ cells: [String]) throws(FileProblem)
  func finish() throws(FileProblem)

  /// Lets go of the file, which must be done before it is removed.
  func abandon()
}
