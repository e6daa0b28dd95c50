import CaseStore
import Casework
import Dispatch
import Synchronization

/// Where work beside the loop leaves how far it has come, and what came of it; the loop is woken to look.
final class WorkReport: Sendable {
  /// How far it has come.
  struct Standing: Hashable, Sendable {
    var rows = 0
    var share = 0.0
    /// How long it has taken so far, in milliseconds.
    var elapsed: Int64 = 0

    /// How long it will take still, in seconds; `nil` while that is a guess.
    var secondsLeft: Int? {
      guard share > 0.02, elapsed > 500 else { return nil }
      return Int((Double(elapsed) / share * (1 - share) / 1000).rounded(.up))
    }
  }

  private struct State {
    var standing = Standing()
    var shown: Int64 = 0
    var isStopped = false
    var isDiscarded = false
    var outcome: Result<WorkResult, any Error>?
  }

  private let state = Mutex(State())
  private let over = DispatchSemaphore(value: 0)
  private let start: Instant
  private let now: @Sendable () -> Instant
  private let wake: @Sendable () -> Void
  /// Whether what is done by then is kept when somebody stops the work, to be gone on with.
  private let keeps: Bool

  init(now: @escaping @Sendable () -> Instant, wake: @escaping @Sendable () -> Void, keeps: Bool = false) {
    self.now = now
    self.wake = wake
    self.keeps = keeps
    start = now()
  }

  var standing: Standing { state.withLock { $0.standing } }
  var outcome: Result<WorkResult, any Error>? { state.withLock { $0.outcome } }

  func note(_ done: Int, of all: Int) throws { try note(done, share: all > 0 ? Double(done) / Double(all) : 1) }

  func note(_ rows: Int, share: Double) throws {
    try note { standing in
      standing.rows = rows
      standing.share = share
    }
  }

  /// One row more.
  func noteRow(share: Double) throws {
    try note { standing in
      standing.rows += 1
      standing.share = share
    }
  }

  func note(share: Double) throws { try note { $0.share = share } }

  /// Throws once somebody has asked for the end; whoever works then takes everything back, and keeps what may be gone on
  /// with where that is a `CancellationError`.
  private func note(_ change: (inout Standing) -> Void) throws {
    let elapsed = now().milliseconds - start.milliseconds
    let isDue = try state.withLock { state in
      guard !state.isStopped else {
        if keeps, !state.isDiscarded { throw CancellationError() }
        throw Refusal.stopped
      }
      change(&state.standing)
      state.standing.elapsed = elapsed
      guard elapsed - state.shown >= 100 else { return false }
      state.shown = elapsed
      return true
    }
    if isDue { wake() }
  }

  func finish(_ outcome: Result<WorkResult, any Error>) {
    state.withLock { $0.outcome = outcome }
    over.signal()
    wake()
  }

  /// - Parameter discarding: whether nothing is kept of work that could be gone on with.
  func stop(discarding: Bool = false) {
    state.withLock { state in
      state.isStopped = true
      if discarding { state.isDiscarded = true }
    }
  }

  /// Waits until the work is done or taken back.
  func waitForEnd() { over.wait() }
}

extension Refusal {
  static let stopped = Refusal(
    "stopped", Phrase("已停止，档案库没有改动", "Stopped; nothing in the store was changed"))

  /// An import that goes on where it stopped.
  static func importStopped(after rows: Int) -> Refusal {
    guard rows > 0 else {
      return Refusal(
        "import_stopped",
        Phrase("已停止，什么也没有留下", "Stopped; nothing is kept"),
        remedy: Phrase(
          "不满 \(CaseStore.pieceOfImport) 行的名单从头导入，用不了多久",
          "A list of less than \(CaseStore.pieceOfImport) rows starts over, which takes little time"))
    }
    return Refusal(
      "import_stopped",
      Phrase("已停止：已比对的 \(rows) 行留着，还不是一份名单", "Stopped: \(rows) compared rows are kept, and are no sweep yet"),
      remedy: Phrase(
        "今天再导入同一文件就接着办；导入时按 F8 则丢弃", "Import the same file today to go on; F8 while importing discards them"))
  }
}
