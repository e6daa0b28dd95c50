/// The judgment by which a court declared somebody dead (Civil Code article 46; domain: 5.1, court paper needed).
public struct CourtJudgment: Hashable, Sendable {
  /// Its number, `（2026）湘1281民特3号`.
  public let number: String
  public let court: String

  public init(number: String, court: String) {
    self.number = number
    self.court = court
  }

  /// As an event, or a certificate's cancellation, tells it.
  public init?(_ fields: Entries) {
    let (number, court) = (fields.text("judgment"), fields.text("court"))
    if number.isEmpty && court.isEmpty { return nil }
    self.init(number: number, court: court)
  }

  public var fields: Entries {
    var fields: Entries = [:]
    if !number.isEmpty { fields["judgment"] = number }
    if !court.isEmpty { fields["court"] = court }
    return fields
  }

  /// Whether both are told.
  public var isWhole: Bool { !number.isEmpty && !court.isEmpty }

  public var words: Phrase { Phrase("\(court)判决 \(number)", "judgment \(number) of \(court)") }
}

extension SweepRow {
  /// Whether accepting it takes the judgment: it reports that a court has declared somebody dead.
  public var needsJudgment: Bool { kind == .death && source.deathKind == .declared }
}
