/// What one cell of a row holds.
public struct Cell: Hashable, Sendable {
  /// The text as the file has it; a date cell of a workbook as `yyyy-MM-dd`.
  public let text: String

  /// Whether a workbook kept the cell as a number: one of 16 or more digits has then lost its last ones.
  public let isNumberCell: Bool

  /// Whether a day number in it counts from 1904, as the workbooks of old Macintoshes do.
  public let startsIn1904: Bool

  public init(text: String, isNumberCell: Bool = false, startsIn1904: Bool = false) {
    self.text = text
    self.isNumberCell = isNumberCell
    self.startsIn1904 = startsIn1904
  }
}
