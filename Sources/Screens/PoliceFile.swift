public import CaseStore
public import Casework

/// Where a police file lies, and how it is to be read.
public struct PoliceSource: Hashable, Sendable {
  public var path: String
  /// The sheet of a workbook; `nil` for all that have people.
  public var sheet: String?
  /// Who sent it: the columns of the sender's last file are remembered.
  public var sender = ""
  /// Which office's list it is.
  public var office = SweepSource.police
  /// What every row reports where no column says it.
  public var kind: PoliceRecordKind?
  /// Whether a file mostly about people of another county is meant.
  public var isForeignTaken = false
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

  public init(path: String) { self.path = path }
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

/// A police file as it will be understood, before anything of it is stored.
public struct PolicePreview: Hashable, Sendable {
  /// A heading as it is written, and the field it is taken for.
  public struct Heading: Hashable, Sendable {
    public let text: String
    public let field: String?
    /// Whether somebody has said so, now or for the sender's last file.
    public let isByHand: Bool

    public init(text: String, field: String?, isByHand: Bool = false) {
      self.text = text
      self.field = field
      self.isByHand = isByHand
    }
  }

  /// What kind of file it is, and how many rows it has.
  public let file: [Phrase]
  public let headings: [Heading]
  public let rows: [PoliceRow]
  /// The fields that a column may be taken for, by the heading people know best.
  public let fields: [Heading]
  public let warnings: [Phrase]
  public let isMostlyForeign: Bool

  public init(
    file: [Phrase], headings: [Heading], rows: [PoliceRow], fields: [Heading], warnings: [Phrase] = [],
    isMostlyForeign: Bool = false
  ) {
    self.file = file
    self.headings = headings
    self.rows = rows
    self.fields = fields
    self.warnings = warnings
    self.isMostlyForeign = isMostlyForeign
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
public typealias TextWriter = (_ path: String, _ text: String) throws -> Void
