/// What the store knows of a move for which a certificate is to be frozen or to end (domain: 2.6).
public struct KnownMove: Hashable, Sendable {
  /// Rows of lists that tell of the holder's return, which nobody has rejected.
  public let returns: [ReportedReturn]
  /// The day of the notice that went out with the list which told of the move.
  public let notice: Day?

  public init(returns: [ReportedReturn] = [], notice: Day? = nil) {
    self.returns = returns
    self.notice = notice
  }
}

/// A row of a list by which somebody who moved out came back, or never moved.
public struct ReportedReturn: Hashable, Sendable {
  public let sweep: String
  public let row: Int
  /// The day as the list writes it, and its own words.
  public let day: String
  public let written: String
  /// Whether somebody has accepted the row.
  public let isAccepted: Bool

  public init(sweep: String, row: Int, day: String, written: String, isAccepted: Bool) {
    self.sweep = sweep
    self.row = row
    self.day = day
    self.written = written
    self.isAccepted = isAccepted
  }

  /// `名单 431281-2026Q4-1 第 8 行报此人 2026-12-01 迁入，尚未查明`.
  var sentence: Phrase {
    Phrase(
      "名单 \(sweep) 第 \(row) 行报此人 \(day) \(written)，" + (isAccepted ? "已同意" : "尚未查明"),
      "row \(row) of \(sweep) reports of this person: \(written), \(day), "
        + (isAccepted ? "which was accepted" : "which nobody has found out"))
  }
}

extension Application {
  /// Whether a certificate is to be frozen or to end because its holder moved and did not transfer it.
  public var isUntransferred: Bool {
    cancellationReason == .untransferred || freezeReason == .untransferred
  }

  /// What to look at before somebody who moved loses the certificate: a return, a clock that was ended, a holder whom
  /// nobody has told.
  func moveDoubts(_ known: KnownMove, about certificate: Certificate?) -> [Warning] {
    guard isUntransferred, !Self.decided.contains(state) else { return [] }
    var found = known.returns.map {
      Warning(
        code: .returnReported, sentence: $0.sentence, possibleFrom: nil,
        source: Phrase("请先查明是否迁回，再往下办", "find out whether the person came back before going on"))
    }
    guard let certificate, let clock = certificate.moveClock else { return found }
    if let ended = clock.endedOn {
      found.append(
        Warning(
          code: .clockEnded,
          sentence: Phrase("迁出计时已于 \(ended) 办结：", "the clock of the move was ended on \(ended): ")
            + .verbatim(clock.ending),
          possibleFrom: nil,
          source: Phrase("没有又迁出的，撤回本件", "withdraw this case unless the person moved again")))
      return found
    }
    let what: MoveDue.What = service == .cancel ? .cancel : .freeze
    let isTold = known.notice != nil || certificate.isTold(of: what, by: clock)
    if !isTold {
      found.append(
        Warning(
          code: .moveUntold, sentence: Phrase("没有寄过迁出通知书", "no letter about the move was sent"), possibleFrom: nil,
          source: Phrase("请先通知持证人", "tell the holder first")))
    }
    if service == .cancel, certificate.day(of: .freeze) == nil {
      found.append(
        Warning(
          code: .moveUnfrozen, sentence: Phrase("此前没有冻结过", "it was not frozen before"), possibleFrom: nil,
          source: Phrase("请查明为什么没有先冻结", "find out why it was not frozen first")))
    }
    return found
  }
}

extension Certificate {
  /// Whether a letter or a call has told its holder of a clock.
  fileprivate func isTold(of what: MoveDue.What, by clock: MoveClock) -> Bool {
    let day = what == .freeze ? clock.freezeOn : clock.cancelOn
    return day.map { moveLetter(what, on: $0) != nil } ?? false
  }
}
