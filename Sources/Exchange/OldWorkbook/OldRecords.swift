/// The records of an old workbook, one after the other: a kind, a length, the data.
struct OldRecords {
  enum Kind {
    static let beginning = 0x0809
    static let end = 0x000A
    static let encryption = 0x002F
    static let dateMode = 0x0022
    static let sheet = 0x0085
    static let sharedTexts = 0x00FC
    static let continuation = 0x003C
    static let format = 0x041E
    static let font = 0x0031
    static let style = 0x00E0
    static let number = 0x0203
    static let shortNumber = 0x027E
    static let shortNumbers = 0x00BD
    static let sharedText = 0x00FD
    static let label = 0x0204
    static let richLabel = 0x00D6
    static let formula = 0x0006
    static let formulaText = 0x0207
    static let truth = 0x0205
    static let merged = 0x00E5
    static let row = 0x0208
    static let header = 0x0014
    static let footer = 0x0015
    static let note = 0x001C
    static let object = 0x005D
    static let objectText = 0x01B6
  }

  private let stream: ByteView
  private(set) var offset: Int

  init(_ stream: ByteView, from offset: Int) {
    self.stream = stream
    self.offset = offset
  }

  /// The next record; `nil` where the stream ends or the record is cut.
  mutating func next() -> (kind: Int, data: ByteView)? {
    guard let kind = stream.short(offset), let length = stream.short(offset + 2),
      let data = stream.part(offset + 4, length)
    else { return nil }
    offset += 4 + length
    return (kind, data)
  }

  /// The data of the records that go on with the one given last.
  mutating func continuations() -> [ByteView] {
    var parts: [ByteView] = []
    while stream.short(offset) == Kind.continuation, let (_, data) = next() { parts.append(data) }
    return parts
  }
}

/// Texts that may be cut by the end of a record and go on in the next.
struct OldTexts {
  private var parts: ArraySlice<ByteView>
  private var part = ByteView([])
  private var offset = 0

  init(_ parts: [ByteView]) {
    self.parts = parts[...]
    advance()
  }

  var isAtEnd: Bool { offset >= part.count && parts.isEmpty }

  private mutating func advance() {
    part = parts.popFirst() ?? ByteView([])
    offset = 0
  }

  mutating func byte() -> Int? {
    while offset >= part.count {
      if parts.isEmpty { return nil }
      advance()
    }
    offset += 1
    return part.byte(offset - 1)
  }

  mutating func short() -> Int? {
    guard let low = byte(), let high = byte() else { return nil }
    return low | high << 8
  }

  mutating func long() -> Int? {
    guard let low = short(), let high = short() else { return nil }
    return low | high << 16
  }

  /// A text behind its length, as cells and shared texts have it.
  mutating func text(lengthIsByte: Bool = false) -> String? {
    guard let length = lengthIsByte ? byte() : short(), let flags = byte() else { return nil }
    var runs = 0
    var extra = 0
    if flags & 8 != 0 {
      guard let count = short() else { return nil }
      runs = count
    }
    if flags & 4 != 0 {
      guard let count = long() else { return nil }
      extra = count
    }
    guard let text = characters(length, isWide: flags & 1 != 0), skip(4 * runs + extra) else { return nil }
    return text
  }

  /// The text of an object, whose length stands in the record before these.
  mutating func text(ofObject length: Int) -> String? {
    guard let flags = byte() else { return nil }
    return characters(length, isWide: flags & 1 != 0)
  }

  /// Characters in one or two bytes each; where a record ends between them, the next says anew which.
  private mutating func characters(_ count: Int, isWide: Bool) -> String? {
    var units: [UInt16] = []
    units.reserveCapacity(count)
    var isWide = isWide
    while units.count < count {
      if offset >= part.count {
        guard !parts.isEmpty else { return nil }
        advance()
        guard let flags = byte() else { return nil }
        isWide = flags & 1 != 0
      }
      guard let unit = isWide ? short() : byte() else { return nil }
      units.append(UInt16(unit))
    }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func skip(_ count: Int) -> Bool {
    var left = count
    while left > 0 {
      let here = min(left, part.count - offset)
      offset += here
      left -= here
      if left > 0 {
        if parts.isEmpty { return false }
        advance()
      }
    }
    return true
  }
}
