public import Casework
import GRDB

extension CaseStore {
  /// Judges an act on a subject that has just been read and keeps what it leads to.
  ///
  /// The only writer of events about subjects and of their rows: reading, judging and writing are one transaction,
  /// so two people at two desks cannot both act on the same state.
  func record<S: StoredSubject>(
    _ act: Act<S>, on subject: S, expecting sequence: Int? = nil, in circumstances: Circumstances<S.Facts>,
    db: Database, adding more: Entries = [:]
  ) throws -> S {
    if let sequence, sequence != subject.sequence { throw try changedMeanwhile(subject, db) }
    var event = try subject.decide(act, in: circumstances)
    if !more.isEmpty { event = event.adding(more) }
    var changed = subject
    changed.apply(event)
    try EventLog.append(event, of: subject.id, sequence: changed.sequence, in: db)
    try changed.update(from: subject, in: db)
    return changed
  }

  /// Who acted on a subject since it was shown, and with what.
  private func changedMeanwhile<S: StoredSubject>(_ subject: S, _ db: Database) throws -> Refusal {
    guard let last = try EventLog.events(of: S.kind, subject.id, in: db).last else { return .changedMeanwhile }
    let name = try Self.staffMember(last.actor, in: db)?.name ?? last.actor
    let move = S.Move(rawValue: last.move)?.name ?? .verbatim(last.move)
    return Refusal(
      Refusal.changedMeanwhile.code,
      Phrase("\(name)刚办理了「\(move.chinese)」", "\(name) has just done “\(move.english)”"),
      remedy: Refusal.changedMeanwhile.remedy)
  }

  /// Begins a subject with its first event.
  func begin<S: StoredSubject>(_ event: Event<S>, id: Int64, by staff: StaffMember, db: Database) throws -> S {
    guard let opening = S.openings.first(where: { $0.move == event.move }) else {
      preconditionFailure("\(S.kind) does not begin with \(event.move.rawValue)")
    }
    guard staff.isActive else { throw Refusal.notActive }
    guard staff.holds(opening.roles) else { throw Refusal.notYourRole(opening.roles) }
    guard let subject = S(id: id, opening: event) else { throw StoreProblem.damaged("\(S.kind) \(id)") }
    try EventLog.append(event, of: id, sequence: 1, in: db)
    try subject.insert(in: db)
    return subject
  }
}

extension Event {
  /// The same event with what only the store knows: a digest, a number drawn; an empty text takes back what was known.
  func adding(_ more: Entries) -> Event {
    var data = data
    for (code, text) in more.pairs { data[code] = text }
    return Event(move: move, to: to, staff: staff, second: second, at: at, day: day, data: data)
  }
}

extension Refusal {
  /// Somebody else acted on the same subject since it was shown.
  public static let changedMeanwhile = Refusal(
    "changed_meanwhile", Phrase("此业务刚被他人办理过", "Somebody else has just acted on this"),
    remedy: Phrase("已重新读取，请看后再办", "It was read again: look, then act"))
}
