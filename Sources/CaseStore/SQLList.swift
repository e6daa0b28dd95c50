extension Sequence where Element: RawRepresentable<String> {
  /// The codes as a list of SQL, `('a', 'b')`, in one order always, so that a statement is prepared once.
  var sqlList: String { "(" + map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ") + ")" }
}
