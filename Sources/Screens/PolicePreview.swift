public import Casework

/// A police file as it will be understood, before anything of it is stored.
public struct PolicePreview: Hashable, Sendable {
  /// A heading as it is written, and the code of the field it is taken for.
  public struct Heading: Hashable, Sendable {
    public let text: String
    public let field: String?
    /// Whether somebody has said so, now or for the sender's last file.
    public let isByHand: Bool
    /// What the first line has in the column, where that has no heading.
    public let sample: String

    public init(text: String, field: String?, sample: String = "", isByHand: Bool = false) {
      self.text = text
      self.field = field
      self.sample = sample
      self.isByHand = isByHand
    }
  }

  /// What a column may be taken for.
  public struct Field: Hashable, Sendable {
    public let code: String
    public let name: Phrase

    public init(code: String, name: Phrase) {
      self.code = code
      self.name = name
    }
  }

  /// A sheet of a workbook, and how many rows it has; `nil` where it has no headings.
  public struct Sheet: Hashable, Sendable {
    public let name: String
    public let rows: Int?

    public init(name: String, rows: Int?) {
      self.name = name
      self.rows = rows
    }
  }

  public let name: String
  /// What kind of file it is, and how many rows it has.
  public let file: [Phrase]
  public let headings: [Heading]
  public let fields: [Field]
  /// The first rows.
  public var rows: [PoliceRow] = []
  public var sheets: [Sheet] = []
  /// Fields without which no row can be read; somebody must say which columns they are.
  public var missing: [Phrase] = []
  public var warnings: [Phrase] = []
  /// What it says outside of its rows and is not known to be harmless.
  public var texts: [ListText] = []
  /// What its lists are called, and what the office's own county is and was called.
  public var titles: [String] = []
  public var places: [String] = []
  public var isMostlyForeign = false
  public var strayDates: StrayDates?
  /// The quarter in which most dates lie.
  public var quarterOfDates: Quarter?

  public init(of name: String, _ file: [Phrase], headings: [Heading], fields: [Field]) {
    self.name = name
    self.file = file
    self.headings = headings
    self.fields = fields
  }
}
