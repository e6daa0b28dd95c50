/// Where canvases are shown and input comes from: a real terminal, or a script in a test.
public protocol Terminal: ~Copyable {
  var size: Size { get }

  /// Whether input waits, or comes within some milliseconds: drawing can be skipped until all of it is taken in.
  func hasInput(within milliseconds: Int) -> Bool

  mutating func present(_ canvas: Canvas)

  /// What wakes it from any thread, so that the next input is `.posted`; `nil` where nothing can.
  var waking: (@Sendable () -> Void)? { get }

  /// Waits for input; with a timeout in milliseconds answers `.tick` when it runs out.
  mutating func nextInput(timeout: Int?) -> Input
}

extension Terminal where Self: ~Copyable {
  public var waking: (@Sendable () -> Void)? { nil }

  /// Waits for input as long as it takes.
  public mutating func nextInput() -> Input { nextInput(timeout: nil) }
}

/// What can reach the program while it shows something.
public enum Input: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted as a whole, line ends as `\n`.
  case paste(String)
  case resized
  /// The time asked for went by without input.
  case tick
  /// Work done elsewhere has left something to fetch.
  case posted
  /// The terminal is gone or the program is asked to end; nothing more will come.
  case hungUp
}
