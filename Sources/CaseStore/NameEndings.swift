extension String {
  /// The text from each of its characters on, by which a name is found from any of them.
  var endings: Set<String> { Set(indices.map { String(self[$0...]) }) }
}
