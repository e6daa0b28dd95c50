public import CaseStore
public import Casework

/// A police file that was opened: what it is, and how to read its rows.
public struct PoliceFile {
  public let received: ReceivedFile
  public let feed: (_ take: (PoliceRow) throws -> Void) throws -> FileReading

  public init(
    received: ReceivedFile, feed: @escaping (_ take: (PoliceRow) throws -> Void) throws -> FileReading
  ) {
    self.received = received
    self.feed = feed
  }
}

/// Opens a police file by its path.
public typealias PoliceFileReader = (_ path: String) throws -> PoliceFile
