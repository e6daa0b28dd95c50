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
    /// The deaths that somebody declared who had died before.
    let deadDeclarants: [DeclaredDeaths.DeadDeclarant]
    /// Rows of whose number another row tells something else.
    let secondReports: [RowCleaning.SecondReport]
    /// Rows passed over as the same as an earlier one, though they bear another name.
    let otherNames: [RowCleaning.OtherName]
    /// Remarks that take something back, perhaps not of their own row alone.
    let remarks: [RemarkAboutOthers]
  }

  /// A batch is small at first, so that all sides soon have work and that the last one of a short file is not waited
  /// for, and grows with what went before: look-ups in the order of the index find more of their pages read.
  private static func size(after rows: Int) -> Int { min(max(128, rows / 16), largest) }

  /// How many rows a batch has at most; a table of them and its texts are pieces that the process has at hand.
  static let largest = 1024

  /// How many batches wait at most: what waits is looked up together.
  static let room = 12

  private let belt = Conveyor<[CleanedRow]>(room: room)
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

  /// The next batches, as many as wait, `most` at most and one at least; none at the end of the file.
  ///
  /// Throws what reading threw.
  func next(most: Int) throws -> [[CleanedRow]] { try belt.takeWaiting(most: most) }

  /// Only after the last rows.
  func end() -> End {
    guard let end = told.withLock({ $0 }) else { preconditionFailure("the file has not been read to its end") }
    return end
  }

  /// Nobody takes any more rows.
  func close() { belt.close() }

  private func read(_ feed: PoliceRowFeed, today: Day) throws -> End {
    var cleaning = RowCleaning(today: today)
    var rows = 0
    var size = Self.size(after: rows)
    var batch: [CleanedRow] = []
    batch.reserveCapacity(size)
    let reading = try feed { row in
      batch.append(cleaning.clean(row))
      if batch.count < size { return }
      try belt.put(batch)
      rows += size
      size = Self.size(after: rows)
      batch = []
      batch.reserveCapacity(size)
    }
    if !batch.isEmpty { try belt.put(batch) }
    return End(
      reading: reading, houses: cleaning.houses, deadDeclarants: cleaning.deadDeclarants,
      secondReports: cleaning.secondReports, otherNames: cleaning.otherNames,
      remarks: cleaning.remarksAboutOthers)
  }
}
