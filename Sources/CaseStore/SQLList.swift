extension Sequence where Element: RawRepresentable<String> {
  /// The codes as a list of SQL, `('a', 'b')`, in one order always, so that a statement is prepared once.
  var sqlList: String { "(" + map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ") + ")" }
}

extension Sequence<String> {
  /// Texts without quotation marks, numbers of people and the like, as `json_each` reads them.
  var jsonList: String { "[" + map { "\"\($0)\"" }.joined(separator: ",") + "]" }
}

extension Sequence where Element: BinaryInteger {
  /// Numbers as `json_each` reads them.
  var jsonList: String { "[" + lazy.map { "\($0)" }.joined(separator: ",") + "]" }
}
