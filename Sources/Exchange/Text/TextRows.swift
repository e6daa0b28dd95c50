import Casework

/// Gives the rows of a file one after the other, each into the same memory.
protocol RowSource: AnyObject {
  var cells: RowCells { get }

  /// The line or sheet row of the row given last.
  var line: Int { get }

  /// How much of the file is read, from 0 to 1.
  var share: Double { get }

  /// Reads the next row into `cells`; `false` at the end.
  func next() throws(FileProblem) -> Bool

  /// Whether rows without a value are never given: then `line` tells of them.
  var omitsBlankRows: Bool { get }

  /// Whether cells can reach over several rows.
  var mayMerge: Bool { get }

  /// What stands beside the table, once it has been read to its end.
  var outerTexts: [(place: ListText.Place, text: String)] { get }

  /// Where formats that depend on values strike or colour, once the table has been read to its end.
  var conditionalAreas: [ConditionalArea] { get }

  /// The first row of the merged cell that covers a place, as `line` counts rows.
  func mergeTop(row: Int, column: Int) throws(FileProblem) -> Int?
}

extension RowSource {
  var omitsBlankRows: Bool { false }
  var mayMerge: Bool { false }
  var outerTexts: [(place: ListText.Place, text: String)] { [] }
  var conditionalAreas: [ConditionalArea] { [] }
  func mergeTop(row: Int, column: Int) throws(FileProblem) -> Int? { nil }
}

/// The rows of a text file, read a chunk at a time.
final class TextRows: RowSource {
  /// Longer than any cell Excel can hold; a quote that is open so long was never closed.
  private static let longestRow = 1 << 20

  let cells = RowCells()
  private(set) var line = 1

  private let file: InputFile
  private let encoding: TextEncoding
  private let decoder: TextDecoder
  private let delimiter: Delimiter
  private let splitter: RowSplitter
  private let chunkSize: Int

  /// Bytes of the file not decoded yet, and where in the file they begin.
  private var raw: [UInt8] = []
  private var rawOffset = 0
  private var isFileRead = false

  /// Decoded bytes in `cells.bytes`, where the next row begins there, and its line.
  private var used = 0
  private var nextStart = 0
  private var nextLine = 1

  /// Why nothing can be read behind the decoded bytes.
  private var obstacle: Obstacle?
  private enum Obstacle { case undecodable, nul, cutShort }

  init(
    path: String, encoding: TextEncoding, decoder: TextDecoder, markLength: Int, delimiter: Delimiter, chunkSize: Int
  ) throws(FileProblem) {
    file = try InputFile(path: path)
    self.encoding = encoding
    self.decoder = decoder
    self.delimiter = delimiter
    splitter = RowSplitter(delimiter: delimiter.byte)
    self.chunkSize = chunkSize
    try file.read(markLength, into: &raw)
    rawOffset = raw.count
    raw.removeAll()
  }

  var share: Double { file.size == 0 ? 1 : min(1, Double(rawOffset) / Double(file.size)) }

  func next() throws(FileProblem) -> Bool {
    while true {
      let isLast = isFileRead && obstacle == nil
      if isLast && nextStart == used { return false }
      switch splitter.split(cells, from: nextStart, to: used, isLast: isLast) {
      case .row(let next, let lines):
        line = nextLine
        nextLine += lines
        nextStart = next
        return true
      case .openQuote(let start):
        throw .openQuote(line: lineOf(start))
      case .needsMore(let openQuote):
        if let obstacle { throw problem(of: obstacle) }
        if let openQuote, isLast || used - openQuote > Self.longestRow / 8 { throw .openQuote(line: lineOf(openQuote)) }
        if used - nextStart > Self.longestRow { throw .rowTooLong(line: nextLine) }
        try refill()
      }
    }
  }

  private func refill() throws(FileProblem) {
    makeRoom()
    let carried = raw.count
    try file.read(chunkSize, into: &raw)
    isFileRead = raw.count < carried + chunkSize
    let decoded = raw.withUnsafeBufferPointer { raw in
      cells.bytes.withUnsafeMutableBytes { decoder.decode(raw, into: .init(rebasing: $0[used...])) }
    }
    let isWhole = decoded.stop == .complete || decoded.stop == .cut && !isFileRead
    obstacle = isWhole ? nil : decoded.stop == .cut ? .cutShort : .undecodable
    raw.removeFirst(decoded.read)
    rawOffset += decoded.read
    let end = delimiter.fold(&cells.bytes, from: used, to: used + decoded.written)
    if let nul = cells.bytes[used..<end].firstIndex(of: 0) {
      obstacle = .nul
      used = nul
    } else {
      used = end
    }
  }

  /// Moves the row that is not complete to the front and makes room for a chunk behind it.
  private func makeRoom() {
    cells.bytes.withUnsafeMutableBytes { bytes in
      if nextStart > 0 { bytes.copyBytes(from: bytes[nextStart..<used]) }
    }
    used -= nextStart
    nextStart = 0
    let needed = used + 3 * (chunkSize + 4) + 8
    if cells.bytes.count < needed {
      cells.bytes += [UInt8](repeating: 0, count: needed - cells.bytes.count)
    }
  }

  private func lineOf(_ position: Int) -> Int {
    nextLine + lineEnds(in: cells.bytes[nextStart..<position])
  }

  private func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.indices.count { bytes[$0] == 10 || bytes[$0] == 13 && !($0 + 1 < bytes.endIndex && bytes[$0 + 1] == 10) }
  }

  private func problem(of obstacle: Obstacle) -> FileProblem {
    switch obstacle {
    case .undecodable:
      .undecodable(line: lineOf(used), byteOffset: rawOffset, encoding: encoding.rawValue)
    case .nul: .nulByte(line: lineOf(used))
    case .cutShort: .cutShort(line: lineOf(used))
    }
  }
}
