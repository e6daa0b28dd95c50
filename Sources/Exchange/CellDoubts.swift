import Casework

/// A column of which a cell may speak against its row, and what is fit to stand there.
struct LookedColumn {
  let column: Int
  let heading: String
  let content: CellContent
  /// Whether it tells the day of the death once more, or when the death was registered: 死亡日期2, 死亡登记日期.
  let isOfTheDeath: Bool
  /// Whether it tells of what somebody died.
  private let isCause: Bool
  /// What is fit to stand there beside a death, where nobody knows what the column is for.
  let unfamiliar: UnfamiliarWords?

  init(column: Int, heading: String, field: String = "", content: CellContent, isUnrelated: Bool = true) {
    self.column = column
    self.heading = heading
    self.content = content
    isCause = CauseOfDeath.isTold(under: heading)
    unfamiliar = field.isEmpty && !isUnrelated ? UnfamiliarWords(under: heading, content) : nil
    isOfTheDeath =
      field.isEmpty && (content == .date(comesAfter: true) || content == .free && heading.contains("日期"))
      && PoliceRow.deaths.contains(where: heading.contains)
  }

  /// The columns of a list, those without a meaning first.
  static func all(of columns: Columns) -> [LookedColumn] {
    let others = columns.withoutMeaning + columns.withoutHeading
    // With nobody else in the list a relation is that of the person of the row, and judged as such.
    let all = (others + columns.headings.indices.filter { !others.contains($0) })
      .filter { !columns.ofRelation.contains($0) && !columns.ofOthers.deaths.contains($0) }
    return all.compactMap { column in
      let heading = columns.headings[column]
      let field = columns.fieldOfColumn[column].map { columns.vocabulary.fields[$0].code } ?? ""
      return CellContent(under: heading, ofField: field).map {
        LookedColumn(
          column: column, heading: heading, field: field, content: $0,
          isUnrelated: !columns.vocabulary.isOfDeaths || columns.unrelated.contains(column)
            || columns.ofOthers.deadKin.contains(column))
      }
    }
  }

  /// Whether its day is one of what follows a death.
  var isRegistered: Bool { Self.following.contains(where: heading.contains) }

  private static let following = [
    "登记", "申报", "注销", "销户", "证", "报", "录", "核", "审", "签", "开具", "办", "受理", "确认", "比对", "变", "公示",
  ]

  /// Whether a cell can be seen at a glance to say nothing against its row, as nearly all do.
  func isPlain(_ cell: Span<UInt8>) -> Bool {
    if isOfTheDeath || unfamiliar != nil { return false }
    switch content {
    case .serial, .age: return cell.areAll { Self.isDigit($0) }
    case .date(comesAfter: true): return cell.areAll { Self.isDigit($0) || $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }
    case .code: return cell.count > 3 && cell.areAll { Self.isDigit($0) || Self.isLetter($0) || $0 == 0x2D }
    case .sex:
      return cell.count == 3 && cell[0] == 0xE7 && cell[1] == 0x94 && cell[2] == 0xB7
        || cell.count == 3 && cell[0] == 0xE5 && cell[1] == 0xA5 && cell[2] == 0xB3
    case .date(comesAfter: false), .standing, .reported, .living: return false
    case .words where isCause: return cell.count > 5 && !Self.mayDeny(cell, Self.inCauses)
    case .address: return cell.count > 5 && !Self.mayDeny(cell, Self.inAddresses)
    case .words, .declarant: return cell.count > 5 && !Self.mayDeny(cell, Self.inWords)
    case .free: return !heading.isEmpty && cell.count > 5 && !Self.isDigit(cell[0]) && !Self.mayDeny(cell, Self.inFree)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

  /// One bit for each character of the basic plane: a cell is gone through without making a text of it.
  private static let inWords = bits(of: Denial.beginnings(in: .words))
  private static let inCauses = bits(of: Denial.beginnings(in: .words) + CauseOfDeath.beginnings)
  private static let inAddresses = bits(of: Denial.beginnings(in: .address))
  private static let inFree = bits(of: Denial.beginnings(in: .free))

  private static func bits(of scalars: [Unicode.Scalar]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 1024)
    for scalar in scalars where scalar.value <= 0xFFFF {
      bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
    return bits
  }

  private static func mayDeny(_ cell: Span<UInt8>, _ bits: [UInt64]) -> Bool {
    var place = 0
    while place < cell.count {
      let lead = cell[place]
      if lead < 0x80 {
        if lead == 0x3F { return true }
        place += 1
      } else if lead >= 0xE0, lead < 0xF0, place + 2 < cell.count {
        let code = Int(lead & 15) << 12 | Int(cell[place + 1] & 63) << 6 | Int(cell[place + 2] & 63)
        if bits[code >> 6] & (1 << UInt64(code & 63)) != 0 { return true }
        place += 3
      } else {
        place += 1
      }
    }
    return false
  }
}

extension Span<UInt8> {
  fileprivate func areAll(_ isFit: (UInt8) -> Bool) -> Bool {
    for place in indices where !isFit(self[place]) { return false }
    return true
  }
}

extension TableRow {
  /// The cells that speak against what the row reports, each behind its heading: text that does not fit its column, words
  /// that deny, a day on which somebody dead did something.
  func cellDoubts(reporting written: String, on date: EventDate) -> [String] {
    let looked = columns.looked
    let bytes = cells.bytes
    var doubts: [String] = []
    for place in looked.indices {
      let column = looked[place].column
      guard column < cells.count else { continue }
      let cell = cells.places[column]
      if cell.start == cell.end { continue }
      let span = bytes.span
      if looked[place].content == .serial, columns.serials.hangs(span.extracting(cell.start..<cell.end)),
        PoliceRecordKind(written) == .death
      {
        doubts.append("\(looked[place].heading):\(cells.text(column))")
        continue
      }
      if looked[place].isPlain(span.extracting(cell.start..<cell.end)) { continue }
      if let doubt = doubt(looked[place], reporting: written, on: date) { doubts.append(doubt) }
    }
    if cells.count > columns.headings.count {
      let beyond = (columns.headings.count..<cells.count).filter { !cells.isBlank($0) }
      doubts += beyond.compactMap {
        doubt(LookedColumn(column: $0, heading: "", content: .free), reporting: written, on: date)
      }
    }
    return doubts
  }

  private func doubt(_ looked: LookedColumn, reporting written: String, on date: EventDate) -> String? {
    if cells.isBlank(looked.column) { return nil }
    let kind = PoliceRecordKind(written)
    let value = cells.text(looked.column)
    if kind == .death, let death = date.day, let day = dayOfLife(looked, value, inYearOf: death), day > death {
      return Denial.doubt(about: .laterDate, saying: "\(looked.heading) \(day)")
    }
    if kind == .death, looked.isOfTheDeath, let death = date.day,
      let day = PoliceDate.parse(cells.cell(looked.column)).day, day != death
    {
      if day < death { return Denial.doubt(about: .earlierDate, saying: "\(looked.heading) \(day)") }
      if !looked.isRegistered { return Denial.doubt(about: .laterDate, saying: "\(looked.heading) \(day)") }
    }
    // What cannot be a date of the event is told of the event itself.
    if !looked.content.isDoubted(by: value, under: looked.heading, of: kind) {
      guard kind == .death, let unfamiliar = looked.unfamiliar, !unfamiliar.knows(value) else { return nil }
      columns.unfamiliar[looked.column, default: UnfamiliarColumn(heading: looked.heading)].add(value.trimmed)
    }
    return "\(looked.heading.isEmpty ? "无列名" : looked.heading):\(value)"
  }

  /// The day that a cell tells, where it is not known to be one of a paper or of what is done with the dead.
  private func dayOfLife(_ looked: LookedColumn, _ value: String, inYearOf death: Day) -> Day? {
    switch looked.content {
    case .date(comesAfter: false), .living:
      PoliceDate.parse(cells.cell(looked.column)).day ?? PoliceDate.month(value)
        ?? PoliceDate.day(value, in: death.year)
    case .free where value.utf8.count >= 6 && !looked.heading.isEmpty:
      PoliceDate.parse(cells.cell(looked.column)).day ?? PoliceDate.month(value)
    default: nil
    }
  }
}
