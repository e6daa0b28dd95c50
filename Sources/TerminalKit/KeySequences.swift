/// Whether an escape sequence has all its bytes; what is overlong counts as whole, so that it ends.
func isComplete(_ sequence: [UInt8]) -> Bool {
  guard sequence.count > 2, let last = sequence.last else { return false }
  if sequence.count > 32 { return true }
  if sequence[1] == UInt8(ascii: "O") { return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) }
  if sequence.count == 3 && last == UInt8(ascii: "[") { return false }
  return (0x40...0x7E).contains(last)
}

/// The key that a whole escape sequence stands for, in the forms that xterm, screen, tmux, rxvt, PuTTY,
/// the Linux console and the VT terminals send; with Shift or Ctrl held it is still that key.
func sequenceKey(_ sequence: [UInt8]) -> Key? {
  guard isComplete(sequence), let last = sequence.last else { return nil }
  let final = Character(Unicode.Scalar(last))
  if sequence[1] == UInt8(ascii: "O") { return movement(final) ?? keypad(final) }
  if sequence[2] == UInt8(ascii: "[") { return letterFunction(final, from: "A") }
  if final == "~" { return numbered(firstNumber(of: sequence.dropFirst(2))) }
  return movement(final) ?? (final == "Z" ? .backTab : nil)
}

private func firstNumber(of bytes: ArraySlice<UInt8>) -> Int {
  bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.reduce(0) {
    min($0, 1000) * 10 + Int($1 - UInt8(ascii: "0"))
  }
}

private func movement(_ final: Character) -> Key? {
  switch final {
  case "A": .up
  case "B": .down
  case "C": .right
  case "D": .left
  case "H": .home
  case "F": .end
  case "P"..."S": letterFunction(final, from: "P")
  default: nil
  }
}

private func letterFunction(_ final: Character, from first: Character) -> Key? {
  guard let number = final.asciiValue, let start = first.asciiValue, (start..<start + 5).contains(number) else {
    return nil
  }
  return .function(Int(number - start) + 1)
}

private func numbered(_ number: Int) -> Key? {
  switch number {
  case 1, 7: .home
  case 3: .delete
  case 4, 8: .end
  case 5: .pageUp
  case 6: .pageDown
  case 11...15: .function(number - 10)
  case 17...21: .function(number - 11)
  case 23, 24: .function(number - 12)
  default: nil
  }
}

/// The number pad in its application mode.
private func keypad(_ final: Character) -> Key? {
  switch final {
  case "M": .enter
  case "X": "="
  case "j"..."y": final.asciiValue.map { .character(Character(Unicode.Scalar($0 - 0x40))) }
  default: nil
  }
}
