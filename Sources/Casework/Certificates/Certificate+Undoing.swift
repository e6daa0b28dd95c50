extension Certificate {
  /// Under which an event that undoes another tells what stood there before.
  static let backPrefix = "back."

  /// What an undoing event must tell so that the certificate is again what it was: every entry that differs, and since
  /// when it stood as it did.
  public static func wayBack(from after: Certificate, to before: Certificate) -> Entries {
    var told: Entries = after.state == before.state ? [:] : ["since": before.since.iso]
    for code in changedCodes(before, after) { told[backPrefix + code] = before.entries.text(code) }
    return told
  }

  /// What of a change no longer stands as it was left, by code; the state goes under `state`.
  public func departures(from after: Certificate, since before: Certificate) -> [String] {
    let moved = after.state != before.state && (state != after.state || since != after.since) ? ["state"] : []
    return moved + Self.changedCodes(before, after).filter { entries[$0] != after.entries[$0] }
  }

  private static func changedCodes(_ before: Certificate, _ after: Certificate) -> [String] {
    let codes = Set(before.entries.pairs.map(\.code) + after.entries.pairs.map(\.code))
    return codes.filter { before.entries[$0] != after.entries[$0] }.sorted()
  }
}
