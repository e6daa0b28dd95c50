/// What an XML part is told to: elements by their local names, and the text between them.
protocol XMLListener {
  /// Whether text is wanted now.
  var wantsText: Bool { get }

  /// Set when the listener has what it was asked for; reading goes on at the next `read`.
  var isPaused: Bool { get set }

  /// The row that is being told, where there are rows.
  var place: Int? { get }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes)
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>)
  mutating func end(_ name: XMLName)
}

extension XMLListener {
  var place: Int? { nil }
}

/// An XML part of a workbook, scanned as it is unpacked.
final class XMLPart<Listener: XMLListener> {
  /// Longer than any honest tag or text.
  private static var longestToken: Int { 4 << 20 }

  private let part: ArchivePart
  private(set) var listener: Listener
  private var scanner = XMLScanner()
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 1)
  private var isAtEnd = false
  private var bytesRead = 0

  init(_ part: ArchivePart, listener: Listener) {
    self.part = part
    self.listener = listener
  }

  deinit { buffer.deallocate() }

  var share: Double { part.size == 0 ? 1 : min(1, Double(bytesRead) / Double(part.size)) }

  var name: String { part.name }

  /// Reads a whole part for a listener that never pauses.
  static func readAll(_ part: ArchivePart, listener: Listener) throws(FileProblem) {
    let xml = XMLPart(part, listener: listener)
    while try xml.read() {}
  }

  /// Reads until the listener pauses; `false` at the end of the part.
  func read() throws(FileProblem) -> Bool {
    while true {
      let bytes = UnsafeBufferPointer(buffer.bindMemory(to: UInt8.self))
      switch scanner.scan(bytes, isAtEnd: isAtEnd, to: &listener) {
      case .paused: return true
      case .broken: throw damage
      case .needsMore:
        if isAtEnd {
          guard scanner.isComplete else { throw damage }
          try part.finish()
          return false
        }
        try refill()
      }
    }
  }

  private var damage: FileProblem { .damaged(part: name, line: listener.place) }

  /// Moves what is not read yet to the front and unpacks more behind it.
  private func refill() throws(FileProblem) {
    let left = scanner.limit - scanner.cursor
    if left > Self.longestToken { throw damage }
    if scanner.cursor > 0, left > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[scanner.cursor..<scanner.limit]))
    }
    scanner.cursor = 0
    scanner.limit = left
    if buffer.count - left < 1 << 16 {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * buffer.count, alignment: 1)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<left]))
      buffer.deallocate()
      buffer = larger
    }
    guard let start = buffer.baseAddress else { throw damage }
    let got = try part.read(buffer.count - left, into: start + left)
    if bytesRead == 0, got >= 3, buffer.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF]) { scanner.cursor = 3 }
    bytesRead += got
    scanner.limit += got
    isAtEnd = got == 0
  }
}
