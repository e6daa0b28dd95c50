extension Sweep {
  /// The cases that were still open when the death of their holder was carried out, by row.
  public var openCases: [(row: Int, cases: [String])] { Self.openCases(value("open_cases", of: .apply)) }

  /// As the event of applying tells them: `2:431281-2026-000012|431281-2026-000013,7:…`.
  public static func written(_ openCases: [(row: Int, cases: [String])]) -> String {
    openCases.map { "\($0.row):\($0.cases.joined(separator: "|"))" }.joined(separator: ",")
  }

  private static func openCases(_ text: String) -> [(row: Int, cases: [String])] {
    text.split(separator: ",").compactMap { item in
      guard let colon = item.firstIndex(of: ":"), let row = Int(item[..<colon]) else { return nil }
      return (row, item[colon...].dropFirst().split(separator: "|").map(String.init))
    }
  }
}
