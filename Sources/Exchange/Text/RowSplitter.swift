/// Cuts UTF-8 bytes into rows and cells: quotes with line ends inside, `""` for a quote, CRLF, LF or CR.
struct RowSplitter {
  enum Outcome {
    /// A row, the byte after it, and the lines it took.
    case row(next: Int, lines: Int)
    /// The row is not complete; a quote is open since the given byte.
    case needsMore(openQuote: Int?)
    /// A quote that closes in the middle of a cell many lines on was never meant to close there.
    case openQuote(at: Int)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  let delimiter: UInt8

  /// Splits the row that begins at `start`; `isLast` says that no more bytes follow `end`.
  func split(_ cells: RowCells, from start: Int, to end: Int, isLast: Bool) -> Outcome {
    cells.places.removeAll(keepingCapacity: true)
    var needsCare = false
    let outcome = cells.bytes.withUnsafeBufferPointer { bytes in
      scan(
        UnsafeBufferPointer(rebasing: bytes[..<end]), from: start, isLast: isLast, into: &cells.places,
        needsCare: &needsCare)
    }
    if needsCare, case .row = outcome {
      for column in cells.places.indices {
        if cells.places[column].form != .plain { unquote(&cells.places[column], in: &cells.bytes) }
        ProtectedText.restore(&cells.places[column], in: cells.bytes)
      }
    }
    return outcome
  }

  /// Finds the cells; `needsCare` says that some of them are not simply the bytes that stand there.
  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, into places: inout [RowCells.Place],
    needsCare: inout Bool
  ) -> Outcome {
    let plainAbove = max(delimiter, Self.carriageReturn)
    var index = start
    var lines = 0
    while true {
      let cellStart = index
      var place = RowCells.Place(start: index, end: index, form: .plain)
      if index < bytes.count, bytes[index] == Self.quote {
        guard let closing = closingQuote(bytes, from: index + 1, lines: &lines, form: &place.form) else {
          return .needsMore(openQuote: cellStart)
        }
        if closing + 1 == bytes.count && !isLast { return .needsMore(openQuote: cellStart) }
        place.start = index + 1
        place.end = closing
        index = closing + 1
        if index < bytes.count, !isBoundary(bytes[index]) {
          if bytes[cellStart..<closing].contains(where: { $0 == Self.lineFeed || $0 == Self.carriageReturn }) {
            return .openQuote(at: cellStart)
          }
          place.start = cellStart
          place.form = .irregular
        }
      }
      while index < bytes.count {
        let byte = bytes[index]
        if byte > plainAbove || !isBoundary(byte) { index += 1 } else { break }
      }
      if place.start == cellStart { place.end = index }
      if place.form != .plain || ProtectedText.mayBegin(in: bytes, place) { needsCare = true }
      guard index < bytes.count else {
        if !isLast { return .needsMore(openQuote: nil) }
        places.append(place)
        return .row(next: index, lines: lines + 1)
      }
      places.append(place)
      if bytes[index] == delimiter {
        index += 1
        continue
      }
      if bytes[index] == Self.carriageReturn {
        if index + 1 == bytes.count && !isLast { return .needsMore(openQuote: nil) }
        if index + 1 < bytes.count && bytes[index + 1] == Self.lineFeed { index += 1 }
      }
      return .row(next: index + 1, lines: lines + 1)
    }
  }

  @inline(__always)
  private func isBoundary(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  /// The quote that ends a cell.
  private func closingQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, lines: inout Int, form: inout RowCells.Form
  ) -> Int? {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case Self.quote:
        guard index + 1 < bytes.count, bytes[index + 1] == Self.quote else { return index }
        form = .escaped
        index += 2
        continue
      case Self.lineFeed: lines += 1
      case Self.carriageReturn where index + 1 < bytes.count && bytes[index + 1] != Self.lineFeed: lines += 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Writes a cell's text over itself without its quotes; behind a closing quote everything is taken as it stands.
  private func unquote(_ place: inout RowCells.Place, in bytes: inout [UInt8]) {
    var isQuoted = true
    var read = place.form == .irregular ? place.start + 1 : place.start
    var written = place.start
    while read < place.end {
      if isQuoted && bytes[read] == Self.quote {
        read += 1
        isQuoted = read < place.end && bytes[read] == Self.quote
        if !isQuoted { continue }
      }
      bytes[written] = bytes[read]
      written += 1
      read += 1
    }
    place.end = written
    place.form = .plain
  }
}
