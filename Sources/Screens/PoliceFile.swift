public import CaseStore
public import Casework

/// Where a police file lies, and how it is to be read.
public struct PoliceSource: Hashable, Sendable {
  public var path: String
  /// The quarter that it is said to be of; where nobody has said one, that of today.
  public var quarter: Quarter
  public var isQuarterGiven = true
  /// The sheet of a workbook; `nil` for all that have people.
  public var sheet: String?
  /// Who sent it: the columns of the sender's last file are remembered.
  public var sender = ""
  /// Which office's list it is.
  public var office = SweepSource.police
  /// What every row reports where no column says it.
  public var kind: PoliceRecordKind?
  /// Whether a file mostly about people of another county is meant, or one mostly dated outside its quarter.
  public var isForeignTaken = false
  public var areOtherDatesTaken = false
  /// Whether one titled for another time or place is meant.
  public var isTitleTaken = false
  /// Whether what the list says outside of its rows was read and speaks against none of them.
  public var areTextsRead = false
  /// Columns whose headings nobody knows, as somebody mapped them by hand.
  public var mappings: [Mapping] = []

  public struct Mapping: Hashable, Sendable {
    public let column: String
    public let field: String

    public init(column: String, field: String) {
      self.column = column
      self.field = field
    }
  }

  public init(path: String, quarter: Quarter) {
    self.path = path
    self.quarter = quarter
  }
}

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

/// Opens a police file beside the loop; `note` is told how much of it is read, from 0 to 1, and may throw to end it.
public typealias PoliceFileReader =
  @Sendable (
    _ source: PoliceSource, _ note: @escaping @Sendable (_ share: Double) throws -> Void
  ) throws -> PoliceFile

/// Reads a police file without storing anything, and shows how its first rows are understood.
public typealias PolicePreviewer =
  @Sendable (
    _ source: PoliceSource, _ note: (_ rows: Int, _ share: Double) throws -> Void
  ) throws -> PolicePreview

/// Writes a printed text into a new file.
///
/// Throws `Refusal` where it cannot.
///
/// `note` is called once the text is written and before the file has its name; what it throws leaves no file.
public typealias TextWriter = (_ path: String, _ text: String, _ note: () throws -> Void) throws -> Void
