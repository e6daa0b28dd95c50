import TerminalKit

extension FormField {
  /// Does what a key says, and tells whether it was a key for this field.
  mutating func press(_ key: Key) -> Bool {
    switch editor {
    case .text(var field):
      guard key != .up, key != .down, field.press(key) else { return false }
      editor = .text(field)
    case .area(var area):
      guard ![.up, .down, .enter, .pageUp, .pageDown].contains(key), area.press(key) else { return false }
      editor = .area(area)
    case .tick(let isOn):
      guard let new = Self.ticked(isOn, by: key.halfWidthTwin) else { return false }
      editor = .tick(new)
    case .choice(let choices, let index):
      guard let new = Self.chosen(choices, index, by: key.halfWidthTwin) else { return false }
      editor = .choice(choices, new.index)
    case .several(let choices, let chosen, let at):
      guard let new = Self.picked(choices, chosen, at, by: key.halfWidthTwin) else { return false }
      editor = .several(choices, new.chosen, at: new.at)
    case .button: return false
    }
    return true
  }

  mutating func paste(_ text: String) {
    switch editor {
    case .text(var field):
      field.insert(text)
      editor = .text(field)
    case .area(var area):
      area.insert(text)
      editor = .area(area)
    case .tick, .choice, .several, .button: break
    }
  }

  private static func ticked(_ isOn: Bool, by key: Key) -> Bool? {
    switch key {
    case " ", .left, .right: !isOn
    case "1": true
    case "0", .backspace, .delete: false
    default: nil
    }
  }

  private static func chosen(_ choices: [Choice], _ index: Int?, by key: Key) -> (index: Int?, Void)? {
    guard !choices.isEmpty else { return nil }
    switch key {
    case .right, " ": return (index.map { ($0 + 1) % choices.count } ?? 0, ())
    case .left: return (index.map { ($0 + choices.count - 1) % choices.count } ?? choices.count - 1, ())
    case .backspace, .delete: return (nil, ())
    default: return choices.indices.first { Digit.key($0) == key }.map { ($0, ()) }
    }
  }

  private static func picked(
    _ choices: [Choice], _ chosen: Set<Int>, _ at: Int, by key: Key
  ) -> (chosen: Set<Int>, at: Int)? {
    guard !choices.isEmpty else { return nil }
    switch key {
    case .right: return (chosen, (at + 1) % choices.count)
    case .left: return (chosen, (at + choices.count - 1) % choices.count)
    case " ": return (chosen.symmetricDifference([at]), at)
    default:
      guard let index = choices.indices.first(where: { Digit.key($0) == key }) else { return nil }
      return (chosen.symmetricDifference([index]), index)
    }
  }
}
