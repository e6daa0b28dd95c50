import Casework
import Glibc

/// Rows as CSV: CRLF, quotes where needed, text protected from spreadsheets (see `ProtectedText`).
final class CSVSink: RowSink {
  private static let flushAbove = 1 << 16

  private let descriptor: Int32
  private let encoder: GB18030Encoder?
  private var pending: [UInt8] = []

  /// UTF-8 with a byte order mark.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    encoder = nil
    pending = [0xEF, 0xBB, 0xBF]
  }

  init(gb18030Into descriptor: Int32) throws(FileProblem) {
    self.descriptor = descriptor
    encoder = try GB18030Encoder()
  }

  func begin(sheet: String, columns: [TableWriter.Column]) throws(FileProblem) { try append(columns.map(\.heading)) }

  func append(_ cells: [String]) throws(FileProblem) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { pending.append(UInt8(ascii: ",")) }
      append(ProtectedText.protected(cell.printableCell()), isAlone: cells.count == 1)
    }
    pending.append(contentsOf: [13, 10])
    if pending.count > Self.flushAbove { try flush() }
  }

  func finish() throws(FileProblem) { try flush() }

  func abandon() { pending.removeAll() }

  private func append(_ text: String, isAlone: Bool) {
    let needsQuotes = text.utf8.contains { $0 == 10 || $0 == 13 || $0 == 9 || $0 == 0x22 || $0 == 0x2C || $0 == 0x3B }
    guard needsQuotes || isAlone && text.isEmpty else {
      pending.append(contentsOf: text.utf8)
      return
    }
    pending.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { pending.append(byte) }
      pending.append(byte)
    }
    pending.append(0x22)
  }

  private func flush() throws(FileProblem) {
    let bytes = try encoder?.encode(pending) ?? pending
    pending.removeAll(keepingCapacity: true)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw .cannotWrite(.lastSystemCause) }
      written += count
    }
  }
}
