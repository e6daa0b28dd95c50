/// What the columns of one file stand for, as its heading row says.
final class Columns {
  let vocabulary: HeadingVocabulary

  /// The headings as written, spaces at the ends apart; empty for a column without one.
  let headings: [String]

  /// The field of each column.
  let fieldOfColumn: [Int?]

  /// The columns of each field, the most telling first.
  let ofField: [[Int]]

  /// Columns with a heading the vocabulary does not know.
  let unknown: [Int]

  /// A heading row has at least one known heading.
  init?(of cells: RowCells, in vocabulary: HeadingVocabulary) {
    let texts = (0..<cells.count).map { cells.isBlank($0) ? "" : cells.text($0).trimmed }
    let places = texts.map { $0.isEmpty || $0.utf8.count > 256 ? nil : vocabulary.place(of: $0) }
    guard places.contains(where: { $0 != nil }) else { return nil }

    self.vocabulary = vocabulary
    headings = Array(texts[...(texts.lastIndex { !$0.isEmpty } ?? 0)])
    fieldOfColumn = headings.indices.map { places[$0]?.field }
    unknown = headings.indices.filter { places[$0] == nil && !texts[$0].isEmpty }
    ofField = vocabulary.fields.indices.map { field in
      places.indices.filter { places[$0]?.field == field }
        .sorted { (places[$0]?.priority ?? 0, $0) < (places[$1]?.priority ?? 0, $1) }
    }
  }

  /// How many columns have a heading.
  var headingCount: Int { headings.count { !$0.isEmpty } }

  /// How many columns stand for a field.
  var knownCount: Int { fieldOfColumn.count { $0 != nil } }

  /// The required fields without a column, by the name people know best.
  var missing: [String] {
    vocabulary.fields.indices.filter { vocabulary.fields[$0].isRequired && ofField[$0].isEmpty }
      .map { vocabulary.fields[$0].spellings.first ?? vocabulary.fields[$0].code }
  }

  /// The caller's own columns that the file does not have.
  var missingOwn: [String] {
    let present = Set(headings.map(HeadingVocabulary.normalized))
    return vocabulary.ownColumns.filter { !present.contains(HeadingVocabulary.normalized($0)) }
  }

  /// Whether a row repeats the headings, as printed lists do at the top of each page.
  func isRepeated(by cells: RowCells) -> Bool {
    guard let required = vocabulary.fields.indices.first(where: { vocabulary.fields[$0].isRequired }),
      let column = ofField[required].first, column < cells.count,
      let first = headings[column].utf8.first
    else { return false }
    let start = cells.firstVisible(column)
    guard start < cells.places[column].end, cells.bytes[start] == first else { return false }
    return headings.indices.allSatisfy { column in
      fieldOfColumn[column] == nil
        || column < cells.count
          && vocabulary.place(of: cells.text(column))?.field == fieldOfColumn[column]
    }
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmed: String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
