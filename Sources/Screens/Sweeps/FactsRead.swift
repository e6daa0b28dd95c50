import Casework
import TerminalKit

/// The facts of a row as they are drawn: the last drawn row, how many there is room for, and how many there are.
struct FactsShown: Equatable, Sendable {
  let last: Int
  let room: Int
  let of: Int
}

/// How far the facts of a row have been on the screen: nobody accepts it before they were there to their end.
struct FactsRead: Equatable, Sendable {
  /// How many drawn rows are above the window.
  private(set) var scroll = 0
  private var row = 0
  private var person = 0
  private var last = 0
  private var shown = FactsShown(last: 0, room: 0, of: 0)

  /// Takes note of what is drawn of a row, beside one of those whom it may mean.
  mutating func show(row: Int, person: Int, _ draw: (_ scroll: Int) -> FactsShown) {
    if row != self.row || person != self.person { self = FactsRead(row, person) }
    shown = draw(scroll)
    if scroll > bottom {
      scroll = bottom
      shown = draw(scroll)
    }
    last = max(last, shown.last)
  }

  init() {}

  private init(_ row: Int, _ person: Int) {
    self.row = row
    self.person = person
  }

  private var bottom: Int { max(0, shown.of - shown.room) }

  /// Turns by so many drawn rows, none of them passed over.
  mutating func turn(by rows: Int) {
    scroll = max(0, min(bottom, scroll + max(-max(1, shown.room), min(rows, max(1, shown.room)))))
  }

  /// Why the row is not accepted yet; `nil` once all has been on the screen.
  var refusal: Phrase? {
    last >= shown.of ? nil : Phrase("下面还有没看的：先按 PgDn 看到底", "There is more below: read it to its end with PgDn")
  }
}
