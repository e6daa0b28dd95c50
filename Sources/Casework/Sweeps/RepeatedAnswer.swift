/// The answer to a row of an earlier sweep, given again to the same row of a later one.
///
/// It is kept as the reason of the later row, as a code and its parts; whoever reads it reads a sentence of his language.
public struct RepeatedAnswer: Hashable, Sendable {
  /// The number of the sweep in which it was given first, and the row there.
  public let sweep: String
  public let row: Int
  /// Who gave it, as people are called.
  public let name: String
  public let day: String
  /// Why it was given there; "" where nobody said.
  public let reason: String

  private static let code = "as_before"
  /// No keyboard types it, so no reason that somebody writes is taken for a repeated one.
  private static let separator: Character = "\u{1F}"

  public init(sweep: String, row: Int, name: String, day: String, reason: String) {
    self.sweep = sweep
    self.row = row
    self.name = name
    self.day = day
    self.reason = reason
  }

  /// What is kept as a reason; `nil` where that is somebody's own words.
  public init?(kept: String) {
    let parts = kept.split(separator: Self.separator, maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == Self.code, let row = Int(parts[2]) else { return nil }
    self.init(sweep: parts[1], row: row, name: parts[3], day: parts[4], reason: parts[5])
  }

  public var kept: String {
    [Self.code, sweep, String(row), name, day, reason].joined(separator: String(Self.separator))
  }

  public var words: Phrase {
    let place = Sweep.short(sweep)
    return Phrase(
      "同 \(place) 第 \(row) 行（\(name) \(day)）" + (reason.isEmpty ? "" : "：\(reason)"),
      "as row \(row) of \(place) (\(name) \(day))" + (reason.isEmpty ? "" : ": \(reason)"))
  }
}

extension Phrase {
  /// Why a row was decided so, as it is kept: somebody's own words, or that an earlier answer was given again.
  public static func reason(_ kept: String) -> Phrase { RepeatedAnswer(kept: kept)?.words ?? .verbatim(kept) }
}
