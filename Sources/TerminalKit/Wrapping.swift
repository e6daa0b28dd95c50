extension StringProtocol {
  /// The text broken into lines of at most `columns` columns.
  public func wrapped(to columns: Int) -> [String] {
    let characters = Array(self)
    return lineRanges(of: characters, columns: columns).map { String(characters[$0]) }
  }

  /// The beginning of the text broken into at most `rows` lines; … ends what is cut.
  public func wrapped(to columns: Int, rows: Int) -> [String] {
    var lines = wrapped(to: columns)
    guard rows > 0, lines.count > rows else { return Array(lines.prefix(Swift.max(0, rows))) }
    lines.removeSubrange(rows...)
    let last = lines[rows - 1]
    lines[rows - 1] = last.columns < columns ? last + "…" : (last + "…").shortened(to: columns)
    return lines
  }
}

/// Where lines begin and end: between Chinese characters, after spaces, at line feeds, else where the room ends.
///
/// No closing mark begins a line and no opening mark ends one (禁则). A space that no longer fits hangs
/// over the edge. Line feeds belong to no line.
func lineRanges(of characters: [Character], columns: Int) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var width = 0
  var lastBreak = 0
  for (index, character) in characters.enumerated() {
    if character.isNewline {
      lines.append(start..<index)
      (start, width, lastBreak) = (index + 1, 0, index + 1)
      continue
    }
    if index > start, mayBreak(between: characters[index - 1], and: character) { lastBreak = index }
    if width + character.columns > columns, index > start, character != " " {
      let end = lastBreak > start ? lastBreak : index
      lines.append(start..<end)
      start = end
      width = characters[end..<index].columns
      lastBreak = start
    }
    width += character.columns
  }
  lines.append(start..<characters.count)
  return lines
}

extension ArraySlice<Character> {
  fileprivate var columns: Int { reduce(0) { $0 + $1.columns } }
}

private func mayBreak(between left: Character, and right: Character) -> Bool {
  if closing.contains(right) || opening.contains(left) || right == " " { return false }
  return left == " " || left == "-" || left.columns > 1 || right.columns > 1
}

private let closing: Set<Character> = Set("、。，．：；！？）］｝〉》」』】〕〗”’…—～·％°ー々,.;:!?)]}>%")
private let opening: Set<Character> = Set("（［｛〈《「『【〔〖“‘￥([{<$#")
