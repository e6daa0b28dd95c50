import CXlsxWriter
import Casework
import Glibc

/// Rows as sheets of an XLSX workbook, every cell as text but for columns of numbers, the headings frozen; a row leaves
/// the memory when the next one comes.
final class WorkbookSink: RowSink {
  private static let mostRows: UInt32 = 1_048_576
  private static let longestCell = 32_767
  /// 2000-01-01T00:00:00Z: the same rows give the same bytes.
  private static let created: time_t = 946_684_800

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var worksheet: UnsafeMutablePointer<lxw_worksheet>?
  private let bold: UnsafeMutablePointer<lxw_format>?
  private var isClosed = false
  private var row: UInt32 = 0
  private var numbers: Set<Int> = []

  init(path: String) throws(FileProblem) {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let workbook = workbook_new_opt(path, &options) else { throw .cannotWrite("xlsx") }
    self.workbook = workbook
    bold = workbook_add_format(workbook)
    format_set_bold(bold)
    var properties = lxw_doc_properties()
    properties.created = Self.created
    workbook_set_properties(workbook, &properties)
  }

  func begin(sheet: String, columns: [TableWriter.Column]) throws(FileProblem) {
    guard let worksheet = workbook_add_worksheet(workbook, Self.sheetName(sheet)) else {
      throw .cannotWrite("xlsx: \(sheet.printable())")
    }
    self.worksheet = worksheet
    row = 0
    numbers = Set(columns.indices.filter { columns[$0].isNumber })
    for (index, column) in columns.enumerated() {
      worksheet_set_column(worksheet, UInt16(index), UInt16(index), Double(min(column.width, 255)), nil)
    }
    worksheet_freeze_panes(worksheet, 1, 0)
    try append(columns.map(\.heading))
  }

  func append(_ cells: [String]) throws(FileProblem) {
    if row >= Self.mostRows { throw .tooManyRows }
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      if cell.utf16.count > Self.longestCell { throw .cellTooLong(row: Int(row)) }
      if row > 0, numbers.contains(column), cell.utf8.count < 15, let number = Int(cell) {
        worksheet_write_number(worksheet, row, UInt16(column), Double(number), nil)
        continue
      }
      let text = EscapedCharacters.escaped(ProtectedText.protectedInWorkbook(cell.printableCell()))
      let error = worksheet_write_string(worksheet, row, UInt16(column), text, row == 0 ? bold : nil)
      if error != LXW_NO_ERROR { throw .cannotWrite(String(cString: lxw_strerror(error))) }
    }
    row += 1
  }

  func finish() throws(FileProblem) {
    isClosed = true
    let error = Self.quietly { workbook_close(workbook) }
    if error != LXW_NO_ERROR, errno == ENOSPC || errno == EDQUOT {
      throw .cannotWrite(.systemCause(ENOSPC, "disk full"))
    }
    if error != LXW_NO_ERROR { throw .cannotWrite(String(cString: lxw_strerror(error))) }
  }

  func abandon() {
    if !isClosed { _ = Self.quietly { workbook_close(workbook) } }
    isClosed = true
  }

  /// The library complains on standard error by itself; what it returns is told in a sentence of ours.
  private static func quietly(_ body: () -> lxw_error) -> lxw_error {
    let saved = dup(STDERR_FILENO)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    if saved >= 0 && nowhere >= 0 { dup2(nowhere, STDERR_FILENO) }
    errno = 0
    let error = body()
    let code = errno
    if saved >= 0 {
      dup2(saved, STDERR_FILENO)
      close(saved)
    }
    if nowhere >= 0 { close(nowhere) }
    errno = code
    return error
  }

  /// Excel allows 31 characters and none of `[]:*?/\`.
  private static func sheetName(_ name: String) -> String {
    let allowed = String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
    return allowed.isEmpty ? "Sheet1" : allowed
  }
}
