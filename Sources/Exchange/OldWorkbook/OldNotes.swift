/// What people have noted at the cells of an old sheet: a note names its object, whose text stands elsewhere.
struct OldNotes {
  /// The object last begun.
  private var object: Int?
  private var texts: [Int: String] = [:]
  private var notes: [(row: Int, object: Int, author: String)] = []

  mutating func take(_ kind: Int, _ data: ByteView, _ records: inout OldRecords) {
    switch kind {
    // Its first part is what it is and its number.
    case OldRecords.Kind.object: object = data.short(0) == 0x15 ? data.short(6) : nil
    case OldRecords.Kind.objectText:
      var reader = OldTexts(records.continuations())
      guard let object, let length = data.short(10) else { return }
      texts[object] = reader.text(ofObject: length)
    case OldRecords.Kind.note:
      guard let row = data.short(0), let object = data.short(6), let rest = data.part(8, max(0, data.count - 8)) else {
        return
      }
      var reader = OldTexts([rest])
      notes.append((row, object, reader.text() ?? ""))
    default: break
    }
  }

  /// The texts of objects that are no notes: boxes that lie over the cells.
  var besideCells: [String] {
    let noted = Set(notes.map(\.object))
    return texts.keys.filter { !noted.contains($0) }.sorted().compactMap { texts[$0] }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// The notes of each row, counted from 0.
  var ofRow: [Int: String] {
    var found: [Int: String] = [:]
    for note in notes {
      let said = CellNote.text(texts[note.object] ?? "", by: note.author)
      if !said.isEmpty { found[note.row] = (found[note.row].map { [$0, said] } ?? [said]).joined(separator: " ") }
    }
    return found
  }
}
