/// Which papers go to whom (domain: 5.1, outputs): offices get what they pay by, families their letters, and the lists of
/// rows stay in the house.
extension SweepPart {
  /// The parts that are written where nobody chooses any; without a receiver all, for the house itself.
  public static func usual(for receivers: [Receiver]) -> [SweepPart] {
    if receivers.isEmpty { return allCases }
    let ofOffices: [SweepPart] = receivers.contains { $0 != .holder } ? [.cancelled, .moved, .feed] : []
    return ofOffices + (receivers.contains(.holder) ? [.letters] : [])
  }

  /// Who is told by a part of papers written for some receivers: a letter tells holders alone, and only where it is
  /// written for them; lists tell offices.
  ///
  /// - Parameter chosen: the parts written together.
  public func told(_ receivers: [Receiver], amongParts chosen: [SweepPart]) -> [Receiver] {
    guard self == .letters else { return receivers.filter { $0 != .holder } }
    return receivers.contains(.holder) || receivers.isEmpty && chosen == [.letters] ? [.holder] : []
  }
}
