import Casework
import TerminalKit

extension App {
  /// How long after an Esc a digit may still be its second half, in milliseconds.
  private static let halves: Int64 = 2_000

  /// The key that somebody means: Esc and a digit are a function key also where they come apart.
  ///
  /// The Esc has left a screen by then, so a digit that would begin to decide something there was hardly meant to. A
  /// digit that leads somewhere or is typed keeps its meaning.
  func meant(by key: Key) -> Key {
    guard let leftAt, store.now.milliseconds - leftAt.milliseconds <= Self.halves, lock == nil,
      let screen = places.last?.screen, let index = Digit.index(of: key.halfWidthTwin),
      screen.message(typing: key) == nil,
      screen.hints.contains(where: { $0.decides && $0.key == key.halfWidthTwin })
    else { return key }
    return .function(index + 1)
  }
}
