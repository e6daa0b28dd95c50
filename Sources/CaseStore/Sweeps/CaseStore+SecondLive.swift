import Casework
import GRDB

/// A person of whom the register holds two live certificates (domain: 3.3): one row ends one of them.
extension CaseStore {
  /// The live certificates that a person reported dead has besides the one that the report would end; those of somebody
  /// else under the same number are told apart by `SweepBlock.sharedNumber`.
  func secondLiveSigns(of identity: String, besides number: String, in db: Database) throws -> [LifeSign] {
    let cards = try Self.certificates(of: identity, in: db)
    let name = cards.first { $0.number == number }?.name
    return
      cards.filter { $0.number != number && $0.name == name && $0.state(on: today).isActive }
      .map { LifeSign(.otherLive, on: "", source: $0.number) }
  }

  /// Other live certificates of the same person that were not live when an event of this one was recorded: what stood
  /// beside it then may stand beside it again.
  func liveSince(_ event: LoggedEvent, besides certificate: Certificate, in db: Database) throws -> [String] {
    let before = try db.cachedStatement(
      sql: """
        SELECT to_state FROM event WHERE kind = 'certificate' AND subject = ? AND seq < ?
        ORDER BY subject_seq DESC LIMIT 1
        """)
    return try Self.certificates(of: certificate.identity, in: db)
      .filter { $0.id != certificate.id && $0.state(on: today).isActive }
      .filter { other in
        let state = try String.fetchOne(before, arguments: [other.id, event.seq]).flatMap(Certificate.State.init)
        return !(state?.isActive ?? false)
      }
      .map(\.number)
  }
}

extension ArraySlice<RegisterMatch> {
  /// Whether more than one of them is live.
  var hasSecondLive: Bool { count > 1 && count(where: \.isActive) > 1 }
}
