/// A decision that was taken back before or after its letter went out (domain: 2.10).
public struct TakenBack: Hashable, Sendable {
  public let on: Day
  /// The case that took it back; empty where it was done without one.
  public let application: String

  /// `2026-11-23 已撤销（业务 431281-2026-000149）`.
  public var words: Phrase {
    let by = application.isEmpty ? Phrase("", "") : Phrase("（业务 \(application)）", " (case \(application))")
    return Phrase("此件的决定 \(on) 已撤销", "what this case decided was taken back on \(on)") + by
  }
}

extension Application {
  /// Whether what the case did to a certificate was taken back since as wrong: an end that was restored, a move undone.
  ///
  /// - Parameter cards: all cards under the number of that certificate.
  public func takenBack(among cards: [Certificate]) -> TakenBack? {
    let ways: (move: Certificate.Move, state: Certificate.State, back: Certificate.Move)? =
      switch service {
      case .cancel: (.cancel, .cancelled, .restore)
      case .transferOut: (.moveOut, .movedOut, .moveOutUndone)
      default: nil
      }
    guard let ways, day(of: .approve) != nil else { return nil }
    let own = cards.last { $0.entries.text("\(ways.move.rawValue).ground") == ground }
    if own?.state == ways.state { return nil }
    // What another case has cancelled since had been restored before that.
    let again = own == nil && service == .cancel ? cards.last { $0.day(of: ways.back) != nil } : nil
    guard let card = own ?? again, let day = card.day(of: ways.back) else { return nil }
    return TakenBack(on: day, application: Self.number(inGround: card.entries.text("\(ways.back.rawValue).ground")))
  }

  /// The case named by what a certificate keeps as the ground of a move; empty where it is another ground.
  fileprivate static func number(inGround ground: String) -> String {
    ground.hasPrefix(groundPrefix) ? String(ground.dropFirst(groundPrefix.count)) : ""
  }
}

extension Certificate {
  /// The case whose cancellation was taken back by a restore, and the day of that cancellation.
  public var restoredFrom: (application: String, on: Day)? {
    let number = Application.number(inGround: entries.text("cancel.ground"))
    guard state != .cancelled, !number.isEmpty else { return nil }
    return day(of: .cancel).map { (number, $0) }
  }
}

extension ApplicationFacts {
  /// What took back what a case decided.
  public func takenBack(_ application: Application) -> TakenBack? { application.takenBack(among: decidedOn) }
}
