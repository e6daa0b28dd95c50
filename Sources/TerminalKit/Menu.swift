/// Things to choose from, each by its key or by going to it; what is not possible now says why.
public struct Menu: Equatable, Sendable {
  /// One thing to choose.
  public struct Item: Hashable, Sendable {
    public var name: String
    public var key: Key?
    /// Why it is not possible now.
    public var refusal: String?

    public init(_ name: String, key: Key? = nil, refusal: String? = nil) {
      self.name = name
      self.key = key
      self.refusal = refusal
    }
  }

  /// What a key did in a menu.
  public enum Outcome: Hashable, Sendable {
    case chosen(Int)
    case refused(Int)
    case moved
    /// The key means nothing here.
    case passed
  }

  public var items: [Item] { didSet { selection.fit(items.count) } }
  public private(set) var selection: Selection

  public init(_ items: [Item]) {
    self.items = items
    selection = Selection(count: items.count)
  }

  public mutating func press(_ key: Key) -> Outcome {
    if selection.press(key) { return .moved }
    if key == .enter { return choice(selection.index) }
    guard let index = items.firstIndex(where: { $0.key != nil && $0.key == key.halfWidthTwin }) else { return .passed }
    selection.move(to: index)
    return choice(index)
  }

  private func choice(_ index: Int) -> Outcome {
    guard items.indices.contains(index) else { return .passed }
    return items[index].refusal == nil ? .chosen(index) : .refused(index)
  }
}

extension Canvas {
  /// Draws a menu: key, name and, in faint letters, why it is not possible.
  public mutating func menu(_ menu: Menu, from top: Int, to bottom: Int, column: Int = 1) {
    let width = menu.items.compactMap { $0.key?.label.columns }.max() ?? 0
    let names = column + 2 + (width > 0 ? width + 2 : 0)
    list(menu.selection, from: top, to: bottom, column: column) { canvas, index, line, style in
      let item = menu.items[index]
      let own: Style = style == .selected ? .selected : item.refusal == nil ? .plain : .faint
      if let key = item.key {
        canvas.write(key.label, column: column + 2, row: line, style: own == .plain ? .key : own)
      }
      let next = canvas.write(item.name, column: names, row: line, style: own)
      if let refusal = item.refusal { canvas.write(refusal, column: next + 2, row: line, style: own) }
    }
  }
}
