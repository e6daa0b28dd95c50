/// The dates of a file most of which lie outside the quarter it is said to be of.
public struct StrayDates: Hashable, Sendable {
  public let quarter: Quarter
  /// The quarter in which most dates lie.
  public let suggested: Quarter
  /// How many rows have a date, how many of them outside the quarter, and the first of those.
  public let dated: Int
  public let rows: Int
  public let first: Int

  public var words: Phrase {
    Phrase(
      "\(dated) 行写明日期，\(rows) 行不在 \(quarter.text)，多在 \(suggested.text)",
      "Of \(dated) dates \(rows) are not of \(quarter.text), most are of \(suggested.text)")
  }
}

/// Counts dates by quarter.
///
/// Stragglers of earlier quarters are usual; a file is doubted where they are more than half of at least five dates,
/// as one with foreign addresses is.
struct QuarterCheck: Sendable {
  private let wanted: Quarter?
  private var counts: [Quarter: Int] = [:]
  private var first: Int?

  init(_ wanted: Quarter?) { self.wanted = wanted }

  mutating func add(_ day: Day, _ row: Int) {
    guard let wanted else { return }
    let quarter = Quarter(of: day)
    counts[quarter, default: 0] += 1
    if first == nil, quarter != wanted { first = row }
  }

  /// The quarter in which most dates lie; of two the later.
  var most: Quarter? { counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key }

  var stray: StrayDates? {
    guard let wanted, let first else { return nil }
    let dated = counts.values.reduce(0, +)
    let outside = dated - (counts[wanted] ?? 0)
    guard dated >= 5, outside * 2 > dated,
      let most = counts.filter({ $0.key != wanted }).max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    else { return nil }
    return StrayDates(quarter: wanted, suggested: most.key, dated: dated, rows: outside, first: first)
  }
}
