/// Which row of a list is chosen; it stays inside the list as the list changes.
public struct Selection: Hashable, Sendable {
  public private(set) var index = 0
  public private(set) var count = 0

  public init(count: Int = 0, index: Int = 0) {
    self.count = max(0, count)
    move(to: index)
  }

  public mutating func fit(_ newCount: Int) {
    count = max(0, newCount)
    move(to: index)
  }

  public mutating func moveUp() { move(to: index - 1) }
  public mutating func moveDown() { move(to: index + 1) }
  public mutating func pageUp(_ rows: Int = 10) { move(to: index - max(1, rows)) }
  public mutating func pageDown(_ rows: Int = 10) { move(to: index + max(1, rows)) }
  public mutating func moveHome() { move(to: 0) }
  public mutating func moveEnd() { move(to: count - 1) }
  public mutating func move(to newIndex: Int) { index = max(0, min(newIndex, count - 1)) }

  /// Moves as the key says, and tells whether it was a key for lists.
  @discardableResult
  public mutating func press(_ key: Key, page: Int = 10) -> Bool {
    switch key {
    case .up: moveUp()
    case .down: moveDown()
    case .pageUp: pageUp(page)
    case .pageDown: pageDown(page)
    case .home: moveHome()
    case .end: moveEnd()
    default: return false
    }
    return true
  }

  /// Where the chosen row stands, as in `3/12`.
  public var position: String { count == 0 ? "0/0" : "\(index + 1)/\(count)" }

  /// The rows to show in `height` lines: the page that holds the chosen one.
  ///
  /// Whole pages, so that a step mostly changes two lines and nothing else moves under the eye or finger.
  public func visible(in height: Int) -> Range<Int> {
    guard height > 0, count > 0 else { return 0..<0 }
    let first = max(0, min(index / height * height, count - height))
    return first..<min(first + height, count)
  }
}
