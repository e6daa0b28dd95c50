public import Casework

extension ApplicantLine {
  /// A row of a list of applicants as the file writes it.
  public init(_ row: borrowing TableRow) {
    var cells: [String: String] = [:]
    var numberCells: Set<String> = []
    for (position, field) in HeadingVocabulary.applicants.fields.enumerated() {
      let cell = row[position]
      if !cell.text.isEmpty { cells[field.code] = cell.text }
      if cell.isNumberCell { numberCells.insert(field.code) }
    }
    self.init(row: row.number, cells: cells, numberCells: numberCells)
  }

  /// The lines of a pasted text, their cells parted by tabs, or by commas where it has no tab.
  ///
  /// A first line of headings says what the columns are; without one each cell says by its shape what it is.
  public static func pasted(_ text: String) -> [ApplicantLine] {
    let separators: Set<Character> = text.contains("\t") ? ["\t"] : [",", "，"]
    var rows = text.split(whereSeparator: \.isNewline)
      .map { $0.split(omittingEmptySubsequences: false) { separators.contains($0) }.map { Cleaning.field(String($0)) } }
      .filter { cells in cells.contains { !$0.isEmpty } }
    let vocabulary = HeadingVocabulary.applicants
    let headings = (rows.first ?? []).map { vocabulary.place(of: $0).map { vocabulary.fields[$0.field].code } }
    let hasHeadings = headings.count { $0 != nil } >= 2
    if hasHeadings { rows.removeFirst() }
    return zip(1..., rows).map { number, cells in
      ApplicantLine(row: number, cells: hasHeadings ? named(cells, by: headings) : guessed(cells))
    }
  }

  private static func named(_ cells: [String], by headings: [String?]) -> [String: String] {
    var named: [String: String] = [:]
    for (cell, heading) in zip(cells, headings) where !cell.isEmpty {
      if let heading, named[heading] == nil { named[heading] = cell }
    }
    return named
  }

  /// Each cell goes to the first field it looks like that is still free; what looks like none is a remark.
  private static func guessed(_ cells: [String]) -> [String: String] {
    var guessed: [String: String] = [:]
    var notes: [String] = []
    for cell in cells where !cell.isEmpty {
      let fitting = ["identity", "phone", "category", "address", "name"].first {
        guessed[$0] == nil && looks(cell, like: $0)
      }
      if let fitting { guessed[fitting] = cell } else if !isSerial(cell) { notes.append(cell) }
    }
    if !notes.isEmpty { guessed["note"] = notes.joined(separator: " ") }
    return guessed
  }

  private static func looks(_ cell: String, like field: String) -> Bool {
    let number = Cleaning.number(cell).text
    let digits = number.utf8.count { (48...57).contains($0) }
    switch field {
    case "identity": return digits >= 14 || (digits > 4 && number.uppercased().contains("E+")) || number.contains("**")
    case "phone": return digits >= 7 && digits <= 13 && number.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 }
    case "category": return DisabilityCategory(chinese: cell) != nil && Int(cell) == nil
    case "address":
      return cell.count > 4 && cell.contains { "省市县区镇乡村街社组号".contains($0) }
    default: return digits == 0 && cell.count <= 20
    }
  }

  /// The count of a line at its beginning.
  private static func isSerial(_ cell: String) -> Bool { cell.count <= 4 && cell.allSatisfy(\.isNumber) }
}
