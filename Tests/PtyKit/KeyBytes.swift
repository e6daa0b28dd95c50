public import TerminalKit

extension Key {
  /// What xterm sends for this key to a program that asked for application keys.
  public var bytes: [UInt8] {
    switch self {
    case .character(let character): Array(character.utf8)
    case .enter: [13]
    case .escape: [27]
    case .tab: [9]
    case .backTab: sequence("[Z")
    case .backspace: [127]
    case .delete: sequence("[3~")
    case .up: sequence("OA")
    case .down: sequence("OB")
    case .right: sequence("OC")
    case .left: sequence("OD")
    case .home: sequence("OH")
    case .end: sequence("OF")
    case .pageUp: sequence("[5~")
    case .pageDown: sequence("[6~")
    case .function(let number): functionBytes(number)
    case .control(let character): [(character.asciiValue ?? 64) & 0x1F]
    }
  }
}

private func sequence(_ rest: String) -> [UInt8] { Array("\u{1B}\(rest)".utf8) }

private func functionBytes(_ number: Int) -> [UInt8] {
  switch number {
  case 1...4: sequence("O\(["P", "Q", "R", "S"][number - 1])")
  case 5: sequence("[15~")
  case 6...10: sequence("[\(number + 11)~")
  default: sequence("[\(number + 12)~")
  }
}
