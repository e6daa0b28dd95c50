extension String {
  /// What somebody wrote, as a sentence quotes it: in one line, and of a long text the beginning; … ends what is cut.
  func quoted(_ most: Int = 30) -> String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > most ? line.prefix(most - 1) + "…" : line
  }
}
