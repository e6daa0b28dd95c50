import Casework
import GRDB

/// A question about a case put to those who decide, and what was answered (features: 58).
public struct Advice: Hashable, Sendable {
  public let asked: LogEntry
  public fileprivate(set) var answered: LogEntry?

  public var question: String { asked.data.text("question") }
  /// Of whom it was asked, where that was said.
  public var addressee: String { asked.data.text("to") }
  public var answer: String? { answered?.data.text("advice") }
}

extension [LogEntry] {
  /// The questions that a case has had, the oldest first; an answer is one to all that were open.
  public var advice: [Advice] {
    reduce(into: []) { all, entry in
      switch Application.Move(rawValue: entry.move) {
      case .askAdvice: all.append(Advice(asked: entry))
      case .answerAdvice:
        for index in all.indices where all[index].answered == nil { all[index].answered = entry }
      default: break
      }
    }
  }
}

extension CaseStore {
  /// Questions that wait for an answer, and answers after which nobody has gone on with the case yet.
  func adviceProposals(_ limit: Int, in db: Database) throws -> [Proposal] {
    let newest = try db.cachedStatement(
      sql: """
        SELECT subject, max(seq), move, subject_seq, day FROM event INDEXED BY event_advice
        WHERE move IN ('ask_advice', 'answer_advice') GROUP BY subject ORDER BY 2 DESC LIMIT ?
        """)
    return try Row.fetchAll(newest, arguments: [limit]).compactMap { row in
      let application = try application(row[0], in: db)
      guard let day = Day(iso: row[4]), !Application.State.finished.contains(application.state) else { return nil }
      let isOpen = application.openQuestion != nil
      guard isOpen || application.sequence == row[3] else { return nil }
      return Proposal(
        kind: isOpen ? .questionOpen : .questionAnswered,
        subject: .application(application.id, number: application.number), name: application.applicant, due: day,
        action: isOpen ? .move(.answerAdvice) : .look)
    }
  }
}
