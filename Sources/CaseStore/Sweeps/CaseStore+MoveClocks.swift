import Casework
import GRDB

/// A row about somebody of whom the store knows more than that a register was taken over: perhaps a clock of a move runs.
struct SuspectMove {
  let row: SweepRow

  init?(_ row: SweepRow, _ answer: borrowing StoreRegister.Answer, _ place: Int) {
    guard row.kind == .moveOut || row.kind == .other, row.proposal != .none, !row.certificate.isEmpty,
      answer.matches(at: place).contains(where: \.isTouched)
    else { return nil }
    self.row = row
  }
}

extension CaseStore {
  /// Keeps what the clocks of moves say against rows about the same holders (domain: 2.6).
  func keepClocks(of suspects: [SuspectMove], in sweep: Int64, db: Database) throws {
    for suspect in suspects {
      // The list has no number yet, and has started no clock.
      for sign in try signs(ofClockAgainst: suspect.row, of: "", in: db) {
        try keep(sign, row: suspect.row.row, of: sweep, in: db)
      }
    }
  }

  /// What the clock of a move says now against a row about its holder.
  func signs(ofClockAgainst row: SweepRow, of sweep: String, in db: Database) throws -> [LifeSign] {
    guard row.kind == .moveOut || row.kind == .other, let number = row.target,
      let held = try Self.inForce(numbered: number, in: db), held.state.isActive
    else { return [] }
    return held.signs(ofClockAgainst: row, of: sweep)
  }
}
