/// What the caller knows about a file better than the file shows.
public struct ReadingOptions: Sendable {
  /// The encoding of a text file, as `--encoding` names it.
  public enum Encoding: String, CaseIterable, Sendable {
    case automatic = "auto"
    case utf8 = "utf-8"
    case gb18030
    case utf16 = "utf-16"

    var mayBeUTF16: Bool { self == .automatic || self == .utf16 }
  }

  public var encoding: Encoding

  /// The sheet to read; otherwise the first visible one with headings.
  public var sheet: String?

  /// Townships and villages of which the caller knows people: alone in a line they are titles.
  public var places: Set<String> = []

  /// How many bytes are read at a time.
  var chunkSize = 1 << 16

  public init(encoding: Encoding = .automatic, sheet: String? = nil) {
    self.encoding = encoding
    self.sheet = sheet
  }
}
