/// What a page does not show: rows, and the parts in which they stand.
struct PageHiding {
  /// What a row or a part may be called that the style sheet hides.
  var classes: Set<String> = []
  /// The part that is hidden, and how many of its name are open in it.
  private var hidden: (name: String, depth: Int)?

  /// Follows the beginning or the end of a part.
  mutating func take(_ tag: PageTag) {
    if let inner = hidden {
      guard tag.name == inner.name else { return }
      let depth = inner.depth + (tag.isEnd ? -1 : 1)
      hidden = depth > 0 ? (inner.name, depth) : nil
    } else if !tag.isEnd, hides(itself: tag) {
      hidden = (tag.name, 1)
    }
  }

  /// Whether a row is not shown.
  func hides(_ row: PageTag) -> Bool { hidden != nil || hides(itself: row) }

  private func hides(itself tag: PageTag) -> Bool {
    if tag.attribute("hidden") != nil { return true }
    if let style = tag.attribute("style"), Self.isTold(in: style) { return true }
    if classes.isEmpty { return false }
    let named = tag.attribute("class")?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
    return named.contains { classes.contains(String($0)) }
  }

  /// Whether a style hides what has it: `display: none`.
  static func isTold(in style: some StringProtocol) -> Bool {
    let bare = style.lowercased().filter { !$0.isWhitespace }
    return hiding.contains(where: bare.contains)
  }

  private static let hiding = ["display:none", "visibility:hidden", "visibility:collapse", "mso-hide:all"]
}
