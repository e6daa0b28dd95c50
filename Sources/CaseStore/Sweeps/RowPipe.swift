public import Casework
import Dispatch
import Synchronization

/// Reads a police file: hands on row by row, and tells at the end what kind of file it was.
///
/// It runs beside whatever else its caller does.
public typealias PoliceRowFeed = @Sendable (_ take: (PoliceRow) throws -> Void) throws -> FileReading

/// Cleaned rows on their way from the thread that reads a file to the one that looks them up, a batch at a time.
final class RowPipe: Sendable {
  /// What stands once the last row is read.
  struct End {
    let reading: FileReading
    /// The rows that may report several deaths at one address, house by house.
    let houses: [[Int]]
  }

  /// The first batches are small, so that all sides soon have work; the later ones larger, so that look-ups in the
  /// order of the index find more of their pages read.
  private static let smallest = 256
  private static let largest = 2048

  private let belt = Conveyor<[CleanedRow]>(room: 2)
  private let told = Mutex<End?>(nil)

  /// Begins to read.
  init(_ feed: @escaping PoliceRowFeed, today: Day) {
    DispatchQueue(label: "police file").async { [self] in
      belt.end(
        Result {
          let end = try read(feed, today: today)
          told.withLock { $0 = end }
        })
    }
  }

  /// The next rows; `nil` at the end of the file.
  ///
  /// Throws what reading threw.
  func next() throws -> [CleanedRow]? { try belt.take() }

  /// Only after the last rows.
  func end() -> End {
    guard let end = told.withLock({ $0 }) else { preconditionFailure("the file has not been read to its end") }
    return end
  }

  /// Nobody takes any more rows.
  func close() { belt.close() }

  private func read(_ feed: PoliceRowFeed, today: Day) throws -> End {
    var cleaning = RowCleaning(today: today)
    var size = Self.smallest
    var batch: [CleanedRow] = []
    batch.reserveCapacity(size)
    let reading = try feed { row in
      batch.append(cleaning.clean(row))
      if batch.count < size { return }
      try belt.put(batch)
      size = min(size + size / 4, Self.largest)
      batch = []
      batch.reserveCapacity(size)
    }
    if !batch.isEmpty { try belt.put(batch) }
    return End(reading: reading, houses: cleaning.houses)
  }
}
