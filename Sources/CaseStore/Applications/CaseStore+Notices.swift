public import Casework
import GRDB

extension CaseStore {
  /// The public notices by village: what is posted, what is ready to be.
  public func notices(visibleTo session: Session) throws -> [VillageNotice] {
    let states: [Application.State] = [.assessedOK, .publicity, .objection]
    var found: [Application] = []
    for state in states { found += try cases(CaseFilter(state: state), visibleTo: session) }
    return try read { db in
      let calendar = try Self.calendar(in: db)
      return VillageNotice.all(
        try found.compactMap {
          NoticeLine($0, on: today, under: try policy(of: $0, in: db), calendar: calendar)
        })
    }
  }
}
