public import CaseStore

/// A police file that was opened: what it is, and how to read its rows.
public struct PoliceFile {
  public let received: ReceivedFile
  public let feed: PoliceRowFeed

  public init(received: ReceivedFile, feed: @escaping PoliceRowFeed) {
    self.received = received
    self.feed = feed
  }
}

/// Reads a file by its path: a photo, a scan.
///
/// Throws `Refusal` where it cannot.
public typealias AnyFileReader = (_ path: String) throws -> ReceivedFile

/// Opens a police file by its path.
public typealias PoliceFileReader = (_ path: String) throws -> PoliceFile

/// Writes a printed text into a new file.
///
/// Throws `Refusal` where it cannot.
public typealias TextWriter = (_ path: String, _ text: String) throws -> Void
