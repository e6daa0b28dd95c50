import CExpat

/// What an XML part is told to: elements by their local names, and the text between them.
protocol XMLListener: AnyObject {
  /// Whether text is wanted now.
  var wantsText: Bool { get }

  /// Set when the listener has what it was asked for; reading goes on at the next `read`.
  var isPaused: Bool { get set }

  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  func end(_ name: XMLName)
}

/// An element or attribute name without its prefix, as one number that is quickly compared.
///
/// Strict and ordinary OOXML, and writers with prefixes of their own, share local names; namespaces are not looked at.
struct XMLName: Hashable {
  private let packed: UInt64

  init(_ name: String) {
    packed = name.utf8.reduce(0) { $0 << 8 ^ $0 >> 56 ^ UInt64($1) }
  }

  @inline(__always)
  init(_ name: UnsafePointer<CChar>) {
    var packed: UInt64 = 0
    var index = 0
    while name[index] != 0 {
      let byte = UInt8(bitPattern: name[index])
      packed = byte == UInt8(ascii: ":") ? 0 : packed << 8 ^ packed >> 56 ^ UInt64(byte)
      index += 1
    }
    self.packed = packed
  }
}

/// The attributes of one element, valid while its start is told.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// Shows each attribute's name and value.
  @inline(__always)
  func forEach(_ body: (XMLName, UnsafePointer<CChar>) -> Void) {
    guard let pairs else { return }
    var index = 0
    while let name = pairs[index], let value = pairs[index + 1] {
      body(XMLName(name), value)
      index += 2
    }
  }

  func value(_ wanted: XMLName) -> String? {
    var found: String?
    forEach { name, value in if name == wanted { found = String(cString: value) } }
    return found
  }
}

/// An XML part of a workbook, parsed as it is unpacked.
final class XMLPart {
  private static let chunkSize = 1 << 16

  private let part: ArchivePart
  private let parser: XML_Parser
  private let listener: any XMLListener
  private var isPaused = false
  private var isAtEnd = false
  private(set) var bytesRead = 0

  init(_ part: ArchivePart, listener: any XMLListener) throws(FileProblem) {
    guard let parser = XML_ParserCreate(nil) else { throw .damaged(part: part.name) }
    self.part = part
    self.parser = parser
    self.listener = listener
  }

  deinit { XML_ParserFree(parser) }

  var share: Double { part.size == 0 ? 1 : min(1, Double(bytesRead) / Double(part.size)) }

  var name: String { part.name }

  /// Reads a whole part for a listener that never pauses.
  static func readAll(_ part: ArchivePart, listener: any XMLListener) throws(FileProblem) {
    let xml = try XMLPart(part, listener: listener)
    while try xml.read() {}
  }

  /// Reads until the listener pauses; `false` at the end of the part.
  func read() throws(FileProblem) -> Bool {
    listen()
    while true {
      let status = try isPaused ? XML_ResumeParser(parser) : parseChunk()
      isPaused = status == XML_STATUS_SUSPENDED
      if isPaused { return true }
      guard status == XML_STATUS_OK else {
        throw .damaged(part: name, line: Int(XML_GetCurrentLineNumber(parser)))
      }
      if isAtEnd {
        try part.finish()
        return false
      }
    }
  }

  private func parseChunk() throws(FileProblem) -> XML_Status {
    guard !isAtEnd, let room = XML_GetBuffer(parser, Int32(Self.chunkSize)) else { throw .damaged(part: name) }
    let got = try part.read(Self.chunkSize, into: room)
    bytesRead += got
    isAtEnd = got == 0
    return XML_ParseBuffer(parser, Int32(got), isAtEnd ? 1 : 0)
  }

  private static func part(_ data: UnsafeMutableRawPointer?) -> XMLPart? {
    data.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Sets the callbacks; workbooks have no document type, so one that has (to define entities) is refused.
  private func listen() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let part = XMLPart.part(data), let name else { return }
        part.listener.start(XMLName(name), XMLAttributes(pairs: attributes))
      },
      { data, name in
        guard let part = XMLPart.part(data), let name else { return }
        part.listener.end(XMLName(name))
        if part.listener.isPaused {
          part.listener.isPaused = false
          XML_StopParser(part.parser, 1)
        }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let part = XMLPart.part(data), part.listener.wantsText, let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        part.listener.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let part = XMLPart.part(data) else { return }
      XML_StopParser(part.parser, 0)
    }
  }
}
