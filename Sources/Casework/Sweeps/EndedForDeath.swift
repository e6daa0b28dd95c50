/// A certificate that a death has ended, and what has ended it.
public struct EndedForDeath: Hashable, Sendable {
  public let certificate: String
  /// The day of that death, where it was told.
  public let day: Day?
  /// The row by which a sweep has ended it (`431281-2026Q3-1:7`); `nil` where a case has.
  public let place: String?

  public init(certificate: String, day: Day?, place: String?) {
    self.certificate = certificate
    self.day = day
    self.place = place
  }

  /// `nil` for a certificate that no death has ended.
  public init?(_ held: Certificate) {
    guard held.isEndedByDeath else { return nil }
    certificate = held.number
    day = held.deathDay
    let ground = held.entries.text("cancel.ground").split(separator: ":")
    place = ground.count == 3 && ground[0] == "sweep" ? ground.dropFirst().joined(separator: ":") : nil
  }

  /// The number of the sweep that has ended it.
  public var sweep: String? { place?.split(separator: ":").first.map(String.init) }

  /// The row of that sweep.
  public var row: Int? { place?.split(separator: ":").last.flatMap { Int($0) } }

  /// What speaks on a row that tells of somebody alive.
  ///
  /// - Parameter text: what the list says beside its rows, where it says it there.
  public func sign(beside text: String = "") -> LifeSign {
    LifeSign(.endedForDeath, on: day?.iso ?? "", source: place ?? certificate, detail: text)
  }

  /// Accepting such a row: nothing can be done for it before the certificate is given back.
  var refusal: Refusal {
    let card = Masking.certificate(certificate)
    let undo = sweep.flatMap { sweep in row.map { (Sweep.short(sweep), $0) } }
    return Refusal(
      Sweep.Requirement.notEnded.rawValue,
      Phrase("证件 \(card) 已因死亡注销，此行不能照办", "\(card) was ended for a death: nothing can be done for the row"),
      remedy: undo.map { list, row in
        Phrase(
          "查明健在的：先撤销 \(list) 第 \(row) 行（sweep undo \(list) --row \(row)），此后另有人办过而撤不了的办「恢复」；不属实的：不同意，写明查明的情况",
          "Whoever lives: undo row \(row) of \(list) first (sweep undo \(list) --row \(row)), or restore the certificate by a case where that "
            + "cannot be done; else reject the row and say what was found")
      }
        ?? Phrase(
          "查明健在的：先办「恢复」；不属实的：不同意，写明查明的情况",
          "Whoever lives: restore the certificate by a case first; else reject the row and say what was found"))
  }
}
