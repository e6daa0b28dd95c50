/// Cuts a program's output into characters and control sequences.
struct SequenceParser: Equatable, Sendable {
  /// One thing a program sent.
  enum Token {
    case none
    case scalar(Unicode.Scalar)
    case control(UInt8)
    /// Esc and one character.
    case escape(Character)
    case sequence(ControlSequence)
    case unknown([UInt8])
  }

  private var pending: [UInt8] = []

  mutating func take(_ byte: UInt8) -> Token {
    if pending.isEmpty {
      if byte == 0x1B || byte >= 0xC2 {
        pending = [byte]
        return .none
      }
      return byte < 0x20 || byte == 0x7F ? .control(byte) : .scalar(Unicode.Scalar(byte))
    }
    pending.append(byte)
    return pending[0] == 0x1B ? afterEscape(byte) : afterLead()
  }

  private mutating func afterLead() -> Token {
    let length = pending[0] < 0xE0 ? 2 : pending[0] < 0xF0 ? 3 : 4
    guard pending.count == length else { return .none }
    defer { pending = [] }
    return String(decoding: pending, as: UTF8.self).unicodeScalars.first.map { .scalar($0) } ?? .unknown(pending)
  }

  private mutating func afterEscape(_ byte: UInt8) -> Token {
    switch pending[1] {
    case UInt8(ascii: "["):
      guard pending.count > 2, (0x40...0x7E).contains(byte) else { return .none }
      return finish(.sequence(ControlSequence(pending)))
    case UInt8(ascii: "]"):
      let ends = byte == 7 || pending.suffix(2) == [0x1B, UInt8(ascii: "\\")]
      return ends ? finish(.none) : .none
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: " "):
      return pending.count == 3 ? finish(.none) : .none
    default: return finish(.escape(Character(Unicode.Scalar(byte))))
    }
  }

  private mutating func finish(_ token: Token) -> Token {
    pending = []
    return token
  }
}

/// `Esc [`, numbers and a letter.
struct ControlSequence {
  /// The letter, with the private mark `?` or `>` before it and an intermediate byte where there is one.
  let name: String
  let numbers: [Int]
  let raw: [UInt8]

  init(_ bytes: [UInt8]) {
    raw = bytes
    let body = String(decoding: bytes.dropFirst(2), as: UTF8.self)
    name = String(body.filter { !$0.isNumber && $0 != ";" && $0 != ":" })
    numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { part in
      Int(part.filter(\.isNumber)) ?? 0
    }
  }

  /// A count: at least one.
  var count: Int { max(1, numbers.first ?? 1) }

  func number(_ index: Int, or standard: Int) -> Int {
    index < numbers.count && numbers[index] > 0 ? numbers[index] : standard
  }
}
