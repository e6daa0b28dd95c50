import CaseStore
import Casework
import TerminalKit

/// A form on a case that a colleague may take over while it is being filled in (features: 54).
protocol CaseWriting: Screen {
  /// The case, and who had it in hand when the form was opened; `nil` before there is one.
  var held: HeldCase? { get }
  /// Who has taken it over since.
  var takenOver: String? { get set }
}

/// Whose a case was.
struct HeldCase: Hashable, Sendable {
  let id: Int64
  let owner: StaffMember.ID
}

extension CaseWriting {
  /// Stands above all else, and stays.
  var takeOverLines: [FactLine] {
    takenOver.map { name in
      [
        FactLine(
          Phrase("已被接手", "Taken over"),
          Phrase(
            "\(name) 刚接手此件；您填的都在，先与\(name)商量再存",
            "\(name) has just taken the case over; what you typed stays: talk first"),
          .danger)
      ]
    } ?? []
  }

  var takeOverMark: Phrase { takenOver.map { Phrase(" · 已由\($0)接手", " · taken over by \($0)") } ?? Phrase("", "") }
}

extension App {
  /// So often a form looks whether its case was taken over while nobody presses a key, in milliseconds.
  static let lookout = 2_000

  /// Tells whoever fills in a form at once that the case is no longer his.
  mutating func noticeTakeOver() throws {
    guard lock == nil, let session, var screen = places.last?.screen as? any CaseWriting, screen.takenOver == nil,
      let held = screen.held, held.owner == session.staff.id
    else { return }
    let newest = try store.newestEvent()
    guard newest != lastEvent else { return }
    lastEvent = newest
    let owner = try store.application(held.id).owner
    guard owner != held.owner else { return }
    screen.takenOver = try store.staffNames()[owner] ?? owner
    places[places.count - 1].screen = screen
  }
}
