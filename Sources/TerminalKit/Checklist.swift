/// Things that must be there, each present, missing or waived.
public struct Checklist: Equatable, Sendable {
  /// What is known of one item.
  public enum Mark: String, CaseIterable, Hashable, Sendable {
    case missing, present, waived
  }

  /// One thing that must be there.
  public struct Item: Hashable, Sendable {
    public var name: String
    public var mark: Mark
    /// Whether anyone may waive it.
    public var mayBeWaived: Bool

    public init(_ name: String, _ mark: Mark = .missing, mayBeWaived: Bool = false) {
      self.name = name
      self.mark = mark
      self.mayBeWaived = mayBeWaived
    }
  }

  public private(set) var items: [Item]
  public private(set) var selection: Selection

  public init(_ items: [Item]) {
    self.items = items
    selection = Selection(count: items.count)
  }

  public var missingCount: Int { items.count { $0.mark == .missing } }

  /// Moves, or on Space goes on to the item's next mark; tells whether it was a key for checklists.
  @discardableResult
  public mutating func press(_ key: Key) -> Bool {
    if selection.press(key) { return true }
    guard key == " ", items.indices.contains(selection.index) else { return false }
    advance()
    return true
  }

  /// Sets the chosen item's mark.
  public mutating func set(_ mark: Mark) {
    guard items.indices.contains(selection.index) else { return }
    if mark != .waived || items[selection.index].mayBeWaived { items[selection.index].mark = mark }
  }

  private mutating func advance() {
    let item = items[selection.index]
    switch item.mark {
    case .missing: set(.present)
    case .present: set(item.mayBeWaived ? .waived : .missing)
    case .waived: set(.missing)
    }
  }
}

extension Canvas {
  /// Draws a checklist, the word for the mark before the name, so that it is heard first.
  public mutating func checklist(
    _ checklist: Checklist, from top: Int, to bottom: Int, column: Int = 1, word: (Checklist.Mark) -> String
  ) {
    let width = Checklist.Mark.allCases.map { word($0).columns }.max() ?? 0
    list(checklist.selection, from: top, to: bottom, column: column) { canvas, index, line, style in
      let item = checklist.items[index]
      let own: Style = style == .selected ? .selected : item.mark == .missing ? .warning : .plain
      canvas.write(word(item.mark), column: column + 2, row: line, style: own)
      canvas.write(item.name, column: column + 2 + width + 2, row: line, style: style)
    }
  }
}
