import Dispatch
import Synchronization

/// Carries items from one thread to another in their order; only a few lie on it, so that neither runs far ahead.
final class Conveyor<Item: Sendable>: Sendable {
  private struct State {
    var items: [Item] = []
    var end: Result<Void, any Error>?
    var isClosed = false
  }

  private let state = Mutex(State())
  // One that begins with its room would not bear to be let go while items wait.
  private let room = DispatchSemaphore(value: 0)
  private let news = DispatchSemaphore(value: 0)

  /// - Parameter places: how many items may wait.
  init(room places: Int) {
    for _ in 0..<places { room.signal() }
  }

  /// Throws `CancellationError` where nobody takes any more.
  func put(_ item: Item) throws {
    room.wait()
    let isClosed = state.withLock { state in
      state.items.append(item)
      return state.isClosed
    }
    news.signal()
    if isClosed { throw CancellationError() }
  }

  /// Nothing comes any more; what went wrong is thrown to whoever takes.
  func end(_ result: Result<Void, any Error>) {
    state.withLock { $0.end = result }
    news.signal()
  }

  /// The next item; `nil` at the end.
  ///
  /// Throws what `end` was told.
  func take() throws -> Item? {
    news.wait()
    let (item, end) = state.withLock { state in
      (state.items.isEmpty ? nil : state.items.removeFirst(), state.end)
    }
    if let item {
      room.signal()
      return item
    }
    // Whoever asks again gets the same answer.
    news.signal()
    try end?.get()
    return nil
  }

  /// The next items, as many as lie there, `most` at most and one at least; none at the end.
  ///
  /// Throws what `end` was told.
  func takeWaiting(most: Int) throws -> [Item] {
    var taken: [Item] = []
    while let item = try take() {
      taken.append(item)
      if taken.count >= most || isBare { break }
    }
    return taken
  }

  private var isBare: Bool { state.withLock { $0.items.isEmpty } }

  /// Nobody takes any more.
  func close() {
    state.withLock { $0.isClosed = true }
    room.signal()
  }
}
