import Casework
import TerminalKit

/// An Enter, and whether it opened or closed a screen.
struct Entered: Hashable, Sendable {
  let at: Instant
  let turned: Bool
}

extension App {
  /// Within so many milliseconds of another Enter it repeats that one: the key is held, or had waited unseen.
  private static let repeats: Int64 = 150
  /// A held key waits so long before it repeats; on a screen that it has just opened it is still the same Enter.
  private static let firstRepeat: Int64 = 700

  /// Does what a key means on the top screen; an Enter that nobody can have pressed anew carries out no act there.
  mutating func act(on key: Key) throws {
    let (before, pressed) = (places.count, store.now)
    let isHeld = key == .enter && isHeld(at: pressed)
    var screen = places[before - 1].screen
    let effect = screen.press(key)
    if isHeld, effect.isAct {
      entered = Entered(at: pressed, turned: entered?.turned ?? false)
      notice = .refused(
        Phrase("回车按得太连：这一件还没有办。看清后再按一次", "Enter came too fast: nothing is done yet. Look, then press it once more"))
      return
    }
    places[before - 1].screen = screen
    try carryOut(effect)
    entered = key == .enter ? Entered(at: pressed, turned: places.count != before || effect.isAct) : nil
  }

  private func isHeld(at moment: Instant) -> Bool {
    guard let entered else { return false }
    let passed = moment.milliseconds - entered.at.milliseconds
    return passed < (entered.turned ? Self.firstRepeat : Self.repeats)
  }
}

extension Effect {
  /// Whether something is decided by it or leaves the house; what is only written down, opened or shown is no act.
  var isAct: Bool {
    switch self {
    case .all(let effects): effects.contains(where: \.isAct)
    case .record(let act): act.move != .edit
    case .recordOnCertificate, .recordMany, .importApplicants, .begin, .decide, .decideAsBefore, .takeBack, .accept,
      .tellApart, .holdPossible, .recordSweep, .undoSweep, .addStaff, .retireStaff, .setPosts, .handOver, .setPassword,
      .setPIN, .takePINAway, .setRecusals, .changeList, .assess,
      .delegate,
      .recall, .setPolicy, .signReport, .correctReport, .keepNotices, .keepPrint, .keepList, .noteCorrected,
      .keepPapers,
      .keepMoveLetters, .key:
      true
    case .none, .reload, .say, .open, .replace, .back, .press, .signIn, .unlock, .signOut, .reveal, .revealFor,
      .openCase,
      .stopWork:
      false
    }
  }
}
