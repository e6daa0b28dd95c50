/// Something printed or exported: chapters of tables and letters, with the marks that say who took it out, when and why.
public struct Paper: Hashable, Sendable {
  public let title: Phrase
  public var chapters: [Chapter]
  /// What stands at the foot of every page (features: 95).
  public var marks: [Phrase]

  public init(_ title: Phrase, _ chapters: [Chapter], marks: [Phrase] = []) {
    self.title = title
    self.chapters = chapters
    self.marks = marks
  }

  /// One part: a table, and where people are written to, the letters made from it.
  public struct Chapter: Hashable, Sendable {
    /// Names the part in file names and in the journal: `a`, `by_grade`.
    public let code: String
    public let title: Phrase
    public let notes: [Phrase]
    public let columns: [Column]
    public let rows: [[Phrase]]
    public let letters: [Letter]

    public init(
      _ code: String, _ title: Phrase, notes: [Phrase] = [], _ columns: [Column], _ rows: [[Phrase]],
      letters: [Letter] = []
    ) {
      self.code = code
      self.title = title
      self.notes = notes
      self.columns = columns
      self.rows = rows
      self.letters = letters
    }
  }

  public struct Column: Hashable, Sendable {
    public let heading: Phrase
    /// In half-width characters.
    public let width: Int
    public let isNumber: Bool

    public init(_ heading: Phrase, _ width: Int, isNumber: Bool = false) {
      self.heading = heading
      self.width = width
      self.isNumber = isNumber
    }
  }

  /// A letter of its own page.
  public struct Letter: Hashable, Sendable {
    public let title: Phrase
    public let paragraphs: [Phrase]
    public let close: [Phrase]

    public init(_ title: Phrase, _ paragraphs: [Phrase], close: [Phrase]) {
      self.title = title
      self.paragraphs = paragraphs
      self.close = close
    }
  }

  /// Every text of the chapters in order, for a digest of the contents.
  public func contents(in language: Language) -> String {
    var text = title(in: language) + "\n"
    for chapter in chapters {
      text += chapter.title(in: language) + "\n"
      for row in chapter.rows { text += row.map { $0(in: language) }.joined(separator: "\t") + "\n" }
      for letter in chapter.letters {
        text += letter.paragraphs.map { $0(in: language) }.joined(separator: "\n") + "\n"
      }
    }
    return text
  }
}
