import CaseStore
import Casework
import Foundation
import TerminalKit

extension App {
  /// Starts work beside the loop; where nothing could wake the loop it is done at once.
  mutating func begin(_ work: LongWork) throws {
    guard running == nil else { throw Refusal.alreadyWorking }
    let (session, files, store) = (try deskSession(), policeFiles, store)
    let report = WorkReport(now: { store.now }, wake: wake ?? {}, keeps: work.keepsWhatIsDone)
    let carryOut: @Sendable () -> Void = {
      report.finish(
        Result { try work.carryOut(on: store.reopened(), by: session, reading: files, telling: report) })
    }
    running = report
    if notice?.tone == .refused { notice = nil }
    places.append(Place(route: nil, screen: WorkScreen(work.name, keeps: work.keepsWhatIsDone)))
    guard wake != nil else {
      carryOut()
      return try takeReport()
    }
    let thread = Thread(block: carryOut)
    thread.stackSize = 1 << 24
    thread.start()
  }

  /// Shows how far the work beside has come, or what came of it.
  mutating func takeReport() throws {
    guard let running else { return }
    let place = places.lastIndex { $0.screen is WorkScreen }
    guard let outcome = running.outcome else {
      if let place, var screen = places[place].screen as? WorkScreen {
        screen.standing = running.standing
        places[place].screen = screen
      }
      return
    }
    self.running = nil
    if let place { places.remove(at: place) }
    isStale = true
    let ahead = typedAhead
    typedAhead = []
    // Keys that were meant for what should have come are not for what came instead.
    guard try attempt({ app in try app.show(outcome.get()) }) == .done else { return }
    for input in ahead { try handle(input) }
  }

  /// Whether a key waits for the screen that comes after the work that goes on.
  func isForLater(_ input: TerminalKit.Input) -> Bool {
    guard running != nil, lock == nil, let screen = places.last?.screen as? WorkScreen else { return false }
    switch input {
    case .key(let key): return !screen.own.contains(key)
    case .paste: return true
    case .resized, .tick, .posted, .hungUp: return false
    }
  }

  /// Ends the work beside before the desk itself ends.
  mutating func endWork() {
    running?.stop()
    running?.waitForEnd()
    running = nil
  }

  private mutating func show(_ result: WorkResult) throws {
    guard let session else { return }
    switch result {
    case .previewed(let wanted, let preview):
      if places.last?.screen is PolicePreviewForm { places.removeLast() }
      try open(.policePreview(wanted, preview))
    case .imported(let sweep):
      closeDialogs()
      try open(.sweep(sweep.id))
      notice = .done(Phrase("已存：\(sweep.number)", "Saved: \(sweep.number)"))
    case .rehearsed(let id, let rehearsal, let outcomes):
      closeDialogs()
      try show(RehearsalScreen(id: id, rehearsal: rehearsal, outcomes: outcomes, language: language))
    case .readyToConfirm(let id, let confirming):
      closeDialogs()
      try show(ConfirmingScreen(id: id, confirming: confirming, session: session, language: language))
    case .applied(let id):
      closeDialogs()
      try open(.sweepOutcome(id))
      notice = .saved
    case .undone(let id, let undoing):
      closeDialogs()
      if places.last?.route != .sweepOutcome(id) { try open(.sweepOutcome(id)) }
      if !undoing.corrections.isEmpty { try open(.corrections) }
      notice = .done(
        Phrase(
          "已存：整批撤销，退回 \(undoing.undone.count) 行，留下 \(undoing.left.count) 行（可再撤销），须更正 \(undoing.corrections.count) 项",
          "Saved: \(undoing.undone.count.counted("row")) undone, \(undoing.left.count) left (undo again later), \(undoing.corrections.count) to be corrected"
        ) + undoing.othersWords)
    }
  }

  /// Shows what work beside has found out: it is kept nowhere, so it has no name to be opened by.
  private mutating func show(_ screen: some Screen) throws {
    var screen: any Screen = screen
    try load(&screen)
    places.append(Place(route: nil, screen: screen))
  }
}

extension Refusal {
  fileprivate static let alreadyWorking = Refusal(
    "already_working", Phrase("还有工作正在进行", "Other work is still under way"), remedy: Phrase("请等它完成", "Wait for its end"))
}
