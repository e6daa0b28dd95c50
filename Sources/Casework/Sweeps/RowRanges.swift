/// Row numbers as people write them: `1-5,7`.
public enum RowRanges {
  public static func text(_ rows: [Int]) -> String {
    var parts: [ClosedRange<Int>] = []
    var index = 0
    while index < rows.count {
      var last = index
      while last + 1 < rows.count, rows[last + 1] == rows[last] + 1 { last += 1 }
      parts.append(rows[index]...rows[last])
      index = last + 1
    }
    return text(parts)
  }

  public static func text(_ ranges: [ClosedRange<Int>]) -> String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }

  /// `nil` for anything that is not a list of rows.
  public static func ranges(_ text: some StringProtocol) -> [ClosedRange<Int>]? {
    let items = String(text).split { $0 == "," || $0 == "，" || $0 == " " }
    let ranges = items.compactMap { item -> ClosedRange<Int>? in
      let ends = item.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, 1 <= first, first <= last
      else { return nil }
      return first...last
    }
    return ranges.count == items.count && !ranges.isEmpty ? ranges : nil
  }
}
