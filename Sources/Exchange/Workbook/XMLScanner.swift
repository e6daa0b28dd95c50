import Glibc

/// Reads XML in one pass over its bytes, each told where it lies.
///
/// It knows what workbooks are made of (UTF-8, no document type, no entities of their own) and takes everything else
/// for damage. Expat spends on such a part half as long again as everything else together.
struct XMLScanner {
  enum Outcome { case paused, needsMore, broken }

  private static let deepest = 256

  /// Where to go on, and where the bytes end.
  var cursor = 0
  var limit = 0

  private var open: [XMLName] = []
  private var hasRoot = false
  private var plain: [UInt8] = []

  /// Whether the root element is closed and nothing is left.
  var isComplete: Bool { hasRoot && open.isEmpty && cursor == limit }

  /// Tells what lies between the cursor and the limit, until the listener pauses.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isAtEnd: Bool, to listener: inout some XMLListener) -> Outcome
  {
    while cursor < limit {
      if bytes[cursor] != UInt8(ascii: "<") {
        guard let next = find(UInt8(ascii: "<"), in: bytes, from: cursor) else {
          if open.isEmpty || !listener.wantsText { return skipText(bytes, to: limit) ? .needsMore : .broken }
          return .needsMore
        }
        let isTold =
          open.isEmpty || !listener.wantsText
          ? skipText(bytes, to: next)
          : tell(UnsafeBufferPointer(rebasing: bytes[cursor..<next]), hasEntities: true, &listener)
        if !isTold { return .broken }
        cursor = next
      }
      guard cursor + 1 < limit else { return .needsMore }
      let second = bytes[cursor + 1]
      if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
        if let outcome = skipDeclaration(bytes, isAtEnd: isAtEnd, &listener) { return outcome }
        continue
      }
      guard let end = tagEnd(bytes) else { return .needsMore }
      let isTold = second == UInt8(ascii: "/") ? tellEnd(bytes, end, &listener) : tellStart(bytes, end, &listener)
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
  private mutating func skipText(_ bytes: UnsafeBufferPointer<UInt8>, to end: Int) -> Bool {
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
  private mutating func tellStart(
    _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ listener: inout some XMLListener
  ) -> Bool {
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
  private mutating func tellEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ listener: inout some XMLListener
  ) -> Bool {
    var nameEnd = cursor + 2
    while nameEnd < end, bytes[nameEnd] > 0x20 { nameEnd += 1 }
    let name = XMLName(UnsafeBufferPointer(rebasing: bytes[(cursor + 2)..<nameEnd]))
    guard open.popLast() == name else { return false }
    listener.end(name)
    return true
  }

  /// Tells text; `false` where it is no valid UTF-8 or holds what text cannot.
  @inline(__always)
  private mutating func tell(
    _ text: UnsafeBufferPointer<UInt8>, hasEntities: Bool, _ listener: inout some XMLListener
  ) -> Bool {
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
    plain.withUnsafeBufferPointer { listener.text($0) }
    return isKnown
  }

  /// Comments, processing instructions and CDATA; a document type, which could define entities, is refused.
  private mutating func skipDeclaration(
    _ bytes: UnsafeBufferPointer<UInt8>, isAtEnd: Bool, _ listener: inout some XMLListener
  ) -> Outcome? {
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
          if !tell(text, hasEntities: false, &listener) { return .broken }
        }
        cursor = found + 1
        return nil
      }
      index = found + 1
    }
    return .needsMore
  }
}
