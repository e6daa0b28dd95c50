extension Certificate {
  /// What an undoing event must tell so that the certificate is again what it was: the entries that differ as they
  /// were, those that were not there, and since when it stood as it did.
  public static func wayBack(from after: Certificate, to before: Certificate) -> Entries {
    var told: Entries = after.state == before.state ? [:] : ["since": before.since.iso]
    let changed = changedCodes(before, after)
    for code in changed { told[backPrefix + code] = before.entries[code] }
    told["gone"] = changed.filter { before.entries[$0] == nil }.joined(separator: ",")
    return told
  }

  /// What no longer stands as an act left it: its state, and of what the act changed the entries.
  public func departures(from after: Certificate, since before: Certificate) -> [String] {
    let moved = state != after.state || since != after.since ? ["state"] : []
    return moved + Self.changedCodes(before, after).filter { entries[$0] != after.entries[$0] }
  }

  /// Under which an undoing event tells what stood there before.
  static let backPrefix = "back."

  private static func changedCodes(_ before: Certificate, _ after: Certificate) -> [String] {
    let codes = Set(before.entries.pairs.map(\.code) + after.entries.pairs.map(\.code))
    return codes.filter { before.entries[$0] != after.entries[$0] }.sorted()
  }
}
