import Casework

/// The rows of one sheet of an old workbook, which has 65,536 at most and is taken into memory whole.
final class OldSheetRows: RowSource {
  private struct Value {
    let row: UInt16
    let column: UInt16
    let form: Form
    let style: UInt16
    let bits: UInt64
  }

  private enum Form: UInt8 { case number, text, truth }

  let cells = RowCells()
  private(set) var line = 0
  let mayMerge = true
  let omitsBlankRows = true

  private let contents: OldContents
  private var values: [Value] = []
  private var position = 0
  private var merged = MergedCells()
  private var hidden: Set<UInt16> = []
  /// Where formulas stand: row, then column.
  private var formulas: Set<UInt32> = []
  /// What is noted at each row, counted from 0.
  private var notes: [Int: String] = [:]
  private var margins: [String] = []
  private var boxes: [String] = []
  private var formats: Set<String> = []

  init(_ records: OldRecords, contents: OldContents, sheet: String) throws(FileProblem) {
    self.contents = contents
    cells.startsIn1904 = contents.startsIn1904
    var records = records
    guard let (kind, _) = records.next(), kind == OldRecords.Kind.beginning else { throw .damaged(part: sheet) }
    var depth = 1
    var notes = OldNotes()
    while depth > 0 {
      guard let (kind, data) = records.next() else {
        throw .damaged(part: sheet, line: values.last.map { Int($0.row) + 1 })
      }
      if kind == OldRecords.Kind.beginning { depth += 1 }
      if kind == OldRecords.Kind.end { depth -= 1 }
      if depth == 1 {
        take(kind, data, &records)
        notes.take(kind, data, &records)
      }
    }
    self.notes = notes.ofRow
    boxes = notes.besideCells
    merged.sort()
    if !zip(values, values.dropFirst()).allSatisfy({ $0.row <= $1.row }) { values.sort { $0.row < $1.row } }
  }

  var share: Double { values.isEmpty ? 1 : Double(position) / Double(values.count) }

  func next() throws(FileProblem) -> Bool {
    guard position < values.count else { return false }
    let row = values[position].row
    line = Int(row) + 1
    cells.bytes.removeAll(keepingCapacity: true)
    cells.places.removeAll(keepingCapacity: true)
    cells.isHidden = hidden.contains(row)
    cells.isStruck = false
    cells.comment = notes.isEmpty ? "" : notes[Int(row)] ?? ""
    cells.valued.removeAll(keepingCapacity: true)
    cells.colours.removeAll(keepingCapacity: true)
    while position < values.count, values[position].row == row {
      let value = values[position]
      position += 1
      if !formulas.isEmpty, formulas.contains(UInt32(row) << 16 | UInt32(value.column)) {
        cells.valued.append(Int(value.column))
      }
      guard !show(value) else { continue }
      throw .damaged(part: "SST", line: line)
    }
    return true
  }

  var outerTexts: [(place: ListText.Place, text: String)] {
    boxes.map { (.box, $0) } + margins.map { (.margin, $0) } + formats.sorted().map { (.format, $0) }
  }

  func mergeTop(row: Int, column: Int) -> Int? { merged.top(row: row, column: column) }

  /// Puts a value into the row; `false` where it refers to a text that is not there.
  private func show(_ value: Value) -> Bool {
    let start = cells.bytes.count
    if contents.styles.strikesThrough(Int(value.style)) { cells.isStruck = true }
    if contents.styles.tells, let words = contents.styles.words(of: Int(value.style)) { formats.insert(words) }
    if contents.styles.colours.areAny {
      cells.colours.append(UInt32(value.column) << 16 | UInt32(contents.styles.colours.look(Int(value.style))))
    }
    var form = RowCells.Form.plain
    switch value.form {
    case .text:
      guard let index = Int(exactly: value.bits), index < contents.texts.count else { return false }
      contents.texts.bytes.withUnsafeBufferPointer { cells.bytes.append(contentsOf: $0[contents.texts[index]]) }
    case .truth: cells.bytes.append(contentsOf: (value.bits == 0 ? "FALSE" : "TRUE").utf8)
    case .number:
      let number = Double(bitPattern: value.bits)
      if contents.styles.showsDate(Int(value.style)),
        let day = SheetNumber.day(number, startsIn1904: contents.startsIn1904)
      {
        cells.bytes.append(contentsOf: day.utf8)
      } else {
        cells.bytes.append(contentsOf: SheetNumber.text(number).utf8)
        form = .number
      }
    }
    while cells.places.count <= Int(value.column) { cells.places.append(.empty) }
    var place = RowCells.Place(start: start, end: cells.bytes.count, form: form)
    ProtectedText.restoreNumber(&place, in: cells.bytes)
    cells.places[Int(value.column)] = place
    return true
  }

  private func take(_ kind: Int, _ data: ByteView, _ records: inout OldRecords) {
    switch kind {
    case OldRecords.Kind.number:
      if let value = data.double(6) { add(data, .number, value.bitPattern) }
    case OldRecords.Kind.shortNumber:
      if let value = data.long(6) { add(data, .number, Self.number(value).bitPattern) }
    case OldRecords.Kind.shortNumbers:
      for index in 0..<max(0, (data.count - 6) / 6) {
        if let value = data.long(6 + 6 * index), let style = data.short(4 + 6 * index) {
          add(data, .number, Self.number(value).bitPattern, columnOffset: index, style: style)
        }
      }
    case OldRecords.Kind.sharedText:
      if let index = data.long(6) { add(data, .text, UInt64(index)) }
    case OldRecords.Kind.label, OldRecords.Kind.richLabel:
      if let rest = data.part(6, max(0, data.count - 6)) { addText([rest], to: data) }
    case OldRecords.Kind.truth:
      if data.byte(7) == 0, let value = data.byte(6) { add(data, .truth, UInt64(value)) }
    case OldRecords.Kind.formula: takeFormula(data, &records)
    case OldRecords.Kind.header, OldRecords.Kind.footer:
      var reader = OldTexts([data])
      if let text = reader.text().map(PageMargin.text), !text.isEmpty { margins.append(text) }
    case OldRecords.Kind.row:
      // The bit that says its height is nothing.
      if let row = data.short(0), let options = data.byte(12), options & 0x20 != 0 { hidden.insert(UInt16(row)) }
    case OldRecords.Kind.merged:
      for index in 0..<(data.short(0) ?? 0) {
        guard let first = data.short(2 + 8 * index), let last = data.short(4 + 8 * index),
          let column = data.short(6 + 8 * index), first <= last
        else { break }
        merged.add(rows: (first + 1)...(last + 1), column: column)
      }
    default: break
    }
  }

  /// A formula's last value; a text stands in a record of its own behind it.
  private func takeFormula(_ data: ByteView, _ records: inout OldRecords) {
    if let row = data.short(0), let column = data.short(2) { formulas.insert(UInt32(row) << 16 | UInt32(column)) }
    guard data.short(12) == 0xFFFF else {
      if let value = data.double(6) { add(data, .number, value.bitPattern) }
      return
    }
    switch data.byte(6) {
    case 0:
      var ahead = records
      for _ in 0..<3 {
        guard let (kind, text) = ahead.next() else { return }
        if kind == OldRecords.Kind.formulaText {
          addText([text] + ahead.continuations(), to: data)
          records = ahead
          return
        }
      }
    case 1: if let value = data.byte(8) { add(data, .truth, UInt64(value)) }
    default: break
    }
  }

  private func addText(_ parts: [ByteView], to data: ByteView) {
    var reader = OldTexts(parts)
    guard let text = reader.text() else { return }
    contents.texts.add(text.utf8)
    add(data, .text, UInt64(contents.texts.endText()))
  }

  private func add(_ data: ByteView, _ form: Form, _ bits: UInt64, columnOffset: Int = 0, style: Int? = nil) {
    guard let row = data.short(0), let column = data.short(2), column + columnOffset < 256,
      let style = style ?? data.short(4)
    else { return }
    values.append(
      Value(row: UInt16(row), column: UInt16(column + columnOffset), form: form, style: UInt16(style), bits: bits))
  }

  /// A number in 30 bits: whole or the upper half of a double, and perhaps in hundredths.
  private static func number(_ short: Int) -> Double {
    let value =
      short & 2 != 0
      ? Double(Int32(truncatingIfNeeded: short) >> 2) : Double(bitPattern: UInt64(short & 0xFFFF_FFFC) << 32)
    return short & 1 != 0 ? value / 100 : value
  }
}
