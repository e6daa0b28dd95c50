import Casework
import GRDB

extension CaseStore {
  /// What says that the holder, or whoever comes for the card, has died: the register, and the lists of the last year.
  func deadAtHandingOver(
    _ application: Application, to collector: String, in db: Database
  ) throws -> [DeadAtHandingOver] {
    let number = IdentityCheck.check(collector, today: today).number?.text ?? ""
    let holder = application[.identity]
    let people = [holder, number == holder ? "" : number].filter { !$0.isEmpty }
    return try people.flatMap { identity in
      let held = try Self.onePerson(identity, as: nil, in: db)
      let isHolder = identity == holder
      if let ended = held.last(where: \.isEndedByDeath), !held.contains(where: { $0.state(on: today).isActive }) {
        return [DeadAtHandingOver(isHolder: isHolder, day: ended.deathDay?.iso ?? "")]
      }
      // Lists until a certificate was restored were found to be wrong.
      let restored = held.compactMap { $0.day(of: .restore) }.max()
      return try deathRows(of: [identity], in: db)
        .filter { row in !row.isTakenBack && restored.map { row.since > $0 } ?? true }
        .map {
          DeadAtHandingOver(
            isHolder: isHolder, day: $0.day, row: DeadAtHandingOver.Row(sweep: $0.sweep, number: $0.row))
        }
    }
  }
}
