/// Bytes from a terminal made into keys: a value that knows no time and no terminal.
///
/// An Esc may be a key or the beginning of one. Until that is known `isUndecided` holds, and whoever
/// reads calls `timePassed()` once the escape delay has gone by with nothing more.
public struct KeyDecoder: Equatable, Sendable {
  private var pending: [UInt8] = []
  private var pasted: [UInt8]?
  private let terminfo: [[UInt8]: Key]

  /// A decoder for the usual sequences and those that the terminal's description adds.
  public init(terminfo: [[UInt8]: Key] = [:]) {
    self.terminfo = terminfo.filter { $0.key.count > 1 && $0.key[0] == escape && sequenceKey($0.key) != $0.value }
  }

  /// Whether bytes wait for more that may never come.
  public var isUndecided: Bool { !pending.isEmpty && pasted == nil }

  /// What the bytes mean, together with those that came before.
  public mutating func decode(_ bytes: some Sequence<UInt8>) -> [Input] {
    var inputs: [Input] = []
    for byte in bytes { take(byte, &inputs) }
    return inputs
  }

  /// What the waiting bytes mean, now that nothing more has come.
  public mutating func timePassed() -> [Input] {
    guard isUndecided else { return [] }
    defer { pending = [] }
    guard pending[0] == escape else { return [.key(.character("\u{FFFD}"))] }
    guard pending.count <= 2 else { return [] }
    return [.key(.escape)] + pending.dropFirst().compactMap { controlOrASCII($0) }.map { .key($0) }
  }

  private mutating func take(_ byte: UInt8, _ inputs: inout [Input]) {
    if pasted != nil { return takePasted(byte, &inputs) }
    if pending.isEmpty { return begin(byte, &inputs) }
    if pending[0] == escape { return takeInSequence(byte, &inputs) }
    takeInCharacter(byte, &inputs)
  }

  private mutating func begin(_ byte: UInt8, _ inputs: inout [Input]) {
    if byte == escape || (0xC2...0xF4).contains(byte) {
      pending = [byte]
    } else {
      inputs.append(.key(controlOrASCII(byte) ?? .character("\u{FFFD}")))
    }
  }

  /// Goes on with a character of several bytes; a broken one is shown as such and never swallows the next.
  private mutating func takeInCharacter(_ byte: UInt8, _ inputs: inout [Input]) {
    let length = pending[0] < 0xE0 ? 2 : pending[0] < 0xF0 ? 3 : 4
    let continues = byte & 0xC0 == 0x80
    if continues { pending.append(byte) }
    if continues && pending.count < length { return }
    let character = String(decoding: pending, as: UTF8.self).first ?? "\u{FFFD}"
    inputs.append(.key(.character(character)))
    pending = []
    if !continues { begin(byte, &inputs) }
  }

  private mutating func takeInSequence(_ byte: UInt8, _ inputs: inout [Input]) {
    pending.append(byte)
    if let key = terminfo[pending] {
      inputs.append(.key(key))
      pending = []
    } else if terminfo.keys.contains(where: { $0.starts(with: pending) }) {
      return
    } else if pending.count == 2 && !introducers.contains(byte) {
      pending = []
      if let number = functionNumber(ofDigit: byte) { return inputs.append(.key(.function(number))) }
      inputs.append(.key(.escape))
      begin(byte, &inputs)
    } else if isComplete(pending) {
      if pending == pasteBegin { pasted = [] } else if let key = sequenceKey(pending) { inputs.append(.key(key)) }
      pending = []
    }
  }

  private mutating func takePasted(_ byte: UInt8, _ inputs: inout [Input]) {
    pasted?.append(byte)
    guard byte == pasteEnd.last, let bytes = pasted, bytes.suffix(pasteEnd.count) == pasteEnd[...] else { return }
    pasted = nil
    let text = String(decoding: bytes.dropLast(pasteEnd.count), as: UTF8.self)
    inputs.append(.paste(String(text.map { $0.isNewline ? "\n" : $0 })))
  }
}

private let escape: UInt8 = 0x1B
private let introducers = [UInt8(ascii: "["), UInt8(ascii: "O")]
private let pasteBegin = Array("\u{1B}[200~".utf8)
private let pasteEnd = Array("\u{1B}[201~".utf8)

/// Esc and a digit stand for a function key, for keyboards and hands that have none: Esc 1 is F1, Esc 0 is F10.
private func functionNumber(ofDigit byte: UInt8) -> Int? {
  guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
  return byte == UInt8(ascii: "0") ? 10 : Int(byte - UInt8(ascii: "0"))
}

private func controlOrASCII(_ byte: UInt8) -> Key? {
  switch byte {
  case 0: .control(" ")
  case 8, 0x7F: .backspace
  case 9: .tab
  case 10, 13: .enter
  case 0x1B: .escape
  case 1..<0x20: .control(Character(Unicode.Scalar(byte < 0x1B ? byte + 0x60 : byte + 0x40)))
  case 0x20..<0x7F: .character(Character(Unicode.Scalar(byte)))
  default: nil
  }
}
