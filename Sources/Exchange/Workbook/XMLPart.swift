import Glibc

/// What an XML part is told to: elements by their local names, and the text between them.
protocol XMLListener: AnyObject {
  /// Whether text is wanted now.
  var wantsText: Bool { get }

  /// Set when the listener has what it was asked for; reading goes on at the next `read`.
  var isPaused: Bool { get set }

  /// The row that is being told, where there are rows.
  var place: Int? { get }

  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  func end(_ name: XMLName)
}

extension XMLListener {
  var place: Int? { nil }
}

/// An XML part of a workbook, parsed as it is unpacked: one pass over the bytes, each told where it lies.
///
/// It knows what workbooks are made of (UTF-8, no document type, no entities of their own) and takes everything else
/// for damage. Expat spends on such a part half as long again as everything else together.
final class XMLPart<Listener: XMLListener> {
  private enum Outcome { case paused, needsMore, broken }

  /// Longer than any honest tag or text.
  private static var longestToken: Int { 4 << 20 }
  private static var deepest: Int { 256 }

  private let part: ArchivePart
  private let listener: Listener
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 1)
  private var cursor = 0
  private var limit = 0
  private var isAtEnd = false
  private var open: [XMLName] = []
  private var hasRoot = false
  private var plain: [UInt8] = []
  private(set) var bytesRead = 0

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
      switch scan(buffer.bindMemory(to: UInt8.self)) {
      case .paused: return true
      case .broken: throw damage
      case .needsMore:
        if isAtEnd {
          guard hasRoot, open.isEmpty, cursor == limit else { throw damage }
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
    let left = limit - cursor
    if left > Self.longestToken { throw damage }
    if cursor > 0, left > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[cursor..<limit]))
    }
    cursor = 0
    limit = left
    if buffer.count - limit < 1 << 16 {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * buffer.count, alignment: 1)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<limit]))
      buffer.deallocate()
      buffer = larger
    }
    guard let start = buffer.baseAddress else { throw damage }
    let got = try part.read(buffer.count - limit, into: start + limit)
    let isMarked = bytesRead == 0 && got >= 3 && buffer.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF])
    bytesRead += got
    limit += got
    isAtEnd = got == 0
    if isMarked { cursor = 3 }
  }

  private func scan(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Outcome {
    let bytes = UnsafeBufferPointer(bytes)
    while cursor < limit {
      if bytes[cursor] != UInt8(ascii: "<") {
        guard let next = find(UInt8(ascii: "<"), in: bytes, from: cursor) else {
          if open.isEmpty || !listener.wantsText { return skipText(bytes, to: limit) ? .needsMore : .broken }
          return .needsMore
        }
        let isTold =
          open.isEmpty || !listener.wantsText
          ? skipText(bytes, to: next) : tell(UnsafeBufferPointer(rebasing: bytes[cursor..<next]), hasEntities: true)
        if !isTold { return .broken }
        cursor = next
      }
      guard cursor + 1 < limit else { return .needsMore }
      let second = bytes[cursor + 1]
      if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
        if let outcome = skipDeclaration(bytes, second) { return outcome }
        continue
      }
      guard let end = tagEnd(bytes) else { return .needsMore }
      let isTold = second == UInt8(ascii: "/") ? tellEnd(bytes, end) : tellStart(bytes, end)
      if !isTold { return .broken }
      cursor = end + 1
      if listener.isPaused {
        listener.isPaused = false
        return .paused
      }
    }
    return .needsMore
  }

  /// Passes over text that nobody wants; outside the root element there may be none.
  private func skipText(_ bytes: UnsafeBufferPointer<UInt8>, to end: Int) -> Bool {
    if open.isEmpty, bytes[cursor..<end].contains(where: { $0 > 0x20 }) { return false }
    cursor = end
    return true
  }

  @inline(__always)
  private func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), limit - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where the tag ends that begins at the cursor; `>` within quotes does not end it.
  @inline(__always)
  private func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = cursor + 1
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { return index }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        index += 1
        while index < limit, bytes[index] != byte { index += 1 }
      }
      index += 1
    }
    return nil
  }

  @inline(__always)
  private func tellStart(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    var nameEnd = cursor + 1
    while nameEnd < end, bytes[nameEnd] > 0x20, bytes[nameEnd] != UInt8(ascii: "/") { nameEnd += 1 }
    guard nameEnd > cursor + 1, open.count < Self.deepest, !(open.isEmpty && hasRoot) else { return false }
    let isEmpty = bytes[end - 1] == UInt8(ascii: "/")
    let name = XMLName(UnsafeBufferPointer(rebasing: bytes[(cursor + 1)..<nameEnd]))
    let attributes = UnsafeBufferPointer(rebasing: bytes[nameEnd..<max(nameEnd, isEmpty ? end - 1 : end)])
    hasRoot = true
    listener.start(name, XMLAttributes(bytes: attributes))
    if isEmpty { listener.end(name) } else { open.append(name) }
    return true
  }

  @inline(__always)
  private func tellEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    var nameEnd = cursor + 2
    while nameEnd < end, bytes[nameEnd] > 0x20 { nameEnd += 1 }
    let name = XMLName(UnsafeBufferPointer(rebasing: bytes[(cursor + 2)..<nameEnd]))
    guard open.popLast() == name else { return false }
    listener.end(name)
    return true
  }

  /// Tells text; `false` where it is no valid UTF-8 or holds what text cannot.
  @inline(__always)
  private func tell(_ text: UnsafeBufferPointer<UInt8>, hasEntities: Bool) -> Bool {
    if text.allSatisfy({ $0 < 0x80 && $0 != 0 && $0 != UInt8(ascii: "&") }) {
      listener.text(text)
      return true
    }
    guard UTF8Check.validPrefix(of: text) == (text.count, .complete), !text.contains(0) else { return false }
    guard hasEntities, text.contains(UInt8(ascii: "&")) else {
      listener.text(text)
      return true
    }
    plain.removeAll(keepingCapacity: true)
    let isKnown = XMLEntities.appendPlain(text, to: &plain)
    plain.withUnsafeBufferPointer(listener.text)
    return isKnown
  }

  /// Comments, processing instructions and CDATA; a document type, which could define entities, is refused.
  private func skipDeclaration(_ bytes: UnsafeBufferPointer<UInt8>, _ second: UInt8) -> Outcome? {
    let rest = bytes[cursor..<limit]
    let kinds: [(opening: String, closing: String)] = [("<?", "?>"), ("<!--", "-->"), ("<![CDATA[", "]]>")]
    guard let kind = kinds.first(where: { rest.starts(with: $0.opening.utf8) }) else {
      return rest.count < 9 && !isAtEnd ? .needsMore : .broken
    }
    var index = cursor + kind.opening.utf8.count
    while let found = find(UInt8(ascii: ">"), in: bytes, from: index) {
      let start = found + 1 - kind.closing.utf8.count
      if start >= cursor + kind.opening.utf8.count, bytes[start...found].elementsEqual(kind.closing.utf8) {
        if kind.closing == "]]>", listener.wantsText {
          let text = UnsafeBufferPointer(rebasing: bytes[(cursor + 9)..<start])
          if !tell(text, hasEntities: false) { return .broken }
        }
        cursor = found + 1
        return nil
      }
      index = found + 1
    }
    return .needsMore
  }
}
