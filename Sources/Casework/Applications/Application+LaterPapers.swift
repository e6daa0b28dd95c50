/// Papers that come after the acceptance: with a file of another county, or with a correction.
extension Application {
  static let laterPaperMoves: [Move] = [.arrive, .receiveForwarded, .resubmitAfterReview]

  /// They add to what was presented before, and take nothing away.
  var laterPapers: Materials {
    Self.laterPaperMoves.compactMap { Materials(value("materials", of: $0)) }.reduce(Materials()) { $0.adding($1) }
  }

  /// The papers as they stand once the act is made.
  func presented(with act: Act<Application>) -> Materials {
    guard let told = Materials(act.fields.text("materials")), !told.counts.isEmpty else { return materials }
    return Self.laterPaperMoves.contains(act.move) ? materials.adding(told) : told
  }

  /// The papers waived once the act is made, each with its reason.
  func waived(with act: Act<Application>) -> [MaterialCode: String] {
    waivers.merging(Materials.waivers(act.fields.text("waived")) ?? [:]) { _, later in later }
  }

  /// Kept whole with the event, so that a second correction forgets nothing of the first.
  func laterPaperEntries(of act: Act<Application>) -> Entries {
    let waived = waived(with: act).sorted { $0.key.rawValue < $1.key.rawValue }
    return [
      "materials": presented(with: act).text,
      "waived": waived.map { "\($0.key.rawValue):\($0.value)" }.joined(separator: ","),
    ]
  }
}
