public import Casework
import Dispatch
import Synchronization

/// Reads a police file: hands on row by row, and tells at the end what kind of file it was.
///
/// It runs beside whatever else its caller does.
public typealias PoliceRowFeed = @Sendable (_ take: (PoliceRow) throws -> Void) throws -> FileReading

/// Cleaned rows on their way from the thread that reads a file to the one that compares them, a batch at a time.
final class RowPipe: Sendable {
  private struct State {
    var batches: [[CleanedRow]] = []
    var end: Result<End, any Error>?
    var isClosed = false
  }

  /// What stands once the last row is read.
  struct End {
    let reading: FileReading
    /// The rows that may report several deaths at one address, house by house.
    let houses: [[Int]]
  }

  /// The first batches are small, so that both sides soon have work; the later ones large, so that look-ups in the
  /// order of the index find most of their pages read.
  private static let smallest = 512
  private static let largest = 16_384

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 2)
  private let news = DispatchSemaphore(value: 0)

  /// Begins to read.
  init(_ feed: @escaping PoliceRowFeed, today: Day) {
    DispatchQueue(label: "police file").async { [self] in
      let end = Result { try read(feed, today: today) }
      state.withLock { $0.end = end }
      news.signal()
    }
  }

  /// The next rows; `nil` at the end of the file.
  ///
  /// Throws what reading threw.
  func next() throws -> [CleanedRow]? {
    news.wait()
    let (batch, end) = state.withLock { state in
      (state.batches.isEmpty ? nil : state.batches.removeFirst(), state.end)
    }
    if let batch {
      room.signal()
      return batch
    }
    _ = try end?.get()
    return nil
  }

  /// Only after the last rows.
  func end() throws -> End {
    guard let end = state.withLock({ $0.end }) else { preconditionFailure("the file has not been read to its end") }
    return try end.get()
  }

  /// Nobody takes any more rows.
  func close() {
    state.withLock { $0.isClosed = true }
    room.signal()
  }

  private func read(_ feed: PoliceRowFeed, today: Day) throws -> End {
    var cleaning = RowCleaning(today: today)
    var size = Self.smallest
    var batch: [CleanedRow] = []
    let reading = try feed { row in
      batch.append(cleaning.clean(row))
      if batch.count < size { return }
      try hand(batch)
      size = min(2 * size, Self.largest)
      batch = []
      batch.reserveCapacity(size)
    }
    try hand(batch)
    return End(reading: reading, houses: cleaning.houses)
  }

  private func hand(_ batch: [CleanedRow]) throws {
    if batch.isEmpty { return }
    room.wait()
    let isClosed = state.withLock { state in
      state.batches.append(batch)
      return state.isClosed
    }
    news.signal()
    if isClosed { throw CancellationError() }
  }
}
