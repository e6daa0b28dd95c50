public import Casework

/// Why a file could not be read or written: a code for the command line, a sentence that says what to do next.
public struct FileProblem: Error, Hashable, Sendable {
  /// The kinds of problem; raw values are part of the command line and never renamed.
  public enum Code: String, CaseIterable, Sendable {
    case notFound = "not_found"
    case unreadable
    case emptyFile = "empty_file"
    case oldXLS = "old_xls"
    case encrypted
    case notATable = "not_a_table"
    case notWhatItSays = "not_what_it_says"
    case cutShort = "cut_short"
    case otherEncoding = "other_encoding"
    case undecodable
    case nulByte = "nul_byte"
    case openQuote = "open_quote"
    case rowTooLong = "row_too_long"
    case noHeadings = "no_headings"
    case missingHeading = "missing_heading"
    case ambiguousColumn = "ambiguous_column"
    case columnsChange = "columns_change"
    case severalPeople = "several_people"
    case unknownColumn = "unknown_column"
    case unknownField = "unknown_field"
    case noRows = "no_rows"
    case noSheet = "no_sheet"
    case damaged
    case tooLarge = "too_large"
    case cannotWrite = "cannot_write"
    case alreadyExists = "already_exists"
    case tooManyRows = "too_many_rows"
    case cellTooLong = "cell_too_long"
  }

  public let code: Code
  public let explanation: Phrase

  /// What else helps whoever calls by command; empty where that is nothing.
  public let byCommand: Phrase

  /// The line of a text file or the row of a sheet, where there is one.
  public let line: Int?

  /// Where in the file the bad byte stands, counted from 0.
  public let byteOffset: Int?

  /// What stands where the headings must be, for somebody to say which column is which.
  public let headings: [TableSummary.Heading]

  init(
    _ code: Code, _ explanation: Phrase, byCommand: Phrase = Phrase("", ""), line: Int? = nil, byteOffset: Int? = nil,
    headings: [TableSummary.Heading] = []
  ) {
    self.code = code
    self.explanation = explanation
    self.byCommand = byCommand
    self.line = line
    self.byteOffset = byteOffset
    self.headings = headings
  }
}

extension FileProblem {
  /// Whether a text read in the wrong encoding looks so.
  var mayBeAboutEncoding: Bool { [.undecodable, .nulByte, .noHeadings, .missingHeading].contains(code) }
}
