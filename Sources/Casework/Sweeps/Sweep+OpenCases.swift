extension Sweep {
  /// The cases that were still open when the death of their holder was carried out, by row.
  public var openCases: [(row: Int, cases: [String])] { Self.listed(value("open_cases", of: .apply)).map { ($0, $1) } }

  /// The rows that say the contrary of a death that was carried out, by row.
  public var contradicted: [(row: Int, places: [String])] {
    Self.listed(value("contradicted", of: .apply)).map { ($0, $1) }
  }

  /// As the event of applying tells them: `2:431281-2026-000012|431281-2026-000013,7:…`.
  public static func written(_ listed: [(row: Int, of: [String])]) -> String {
    listed.map { "\($0.row):\($0.of.joined(separator: "|"))" }.joined(separator: ",")
  }

  private static func listed(_ text: String) -> [(row: Int, of: [String])] {
    text.split(separator: ",").compactMap { item in
      guard let colon = item.firstIndex(of: ":"), let row = Int(item[..<colon]) else { return nil }
      return (row, item[colon...].dropFirst().split(separator: "|").map(String.init))
    }
  }
}
