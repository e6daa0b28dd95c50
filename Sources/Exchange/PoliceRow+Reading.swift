public import Casework

extension PoliceRow {
  /// A row as the file writes it; a former name in a column of its own counts as a remark.
  public init(_ row: borrowing TableRow) {
    let identity = row[Place.identity]
    let former = row[Place.formerName].text
    let own = row[Place.kind].text
    let kind = row.kind.words(of: own)
    let date = Self.eventDate(row[Place.eventDate])
    let note = Self.note(of: row, reporting: kind, own: own, on: date)
    self.init(
      row: row.number, identity: identity.text, identityIsNumberCell: identity.isNumberCell, name: row[Place.name].text,
      birth: PoliceDate.parse(row[Place.birth]), kind: kind,
      eventDate: date, address: row[Place.address].text,
      note: former.isEmpty ? note : "原姓名:\(former) \(note)", details: Self.details(of: row, identity.text))
  }

  /// The remark, with what other cells and the list itself say against the row.
  private static func note(
    of row: borrowing TableRow, reporting kind: String, own: String, on date: EventDate
  ) -> String {
    let written = row[Place.note].text
    let note =
      row.comment.isEmpty ? written : [written, "批注:\(row.comment)"].filter { !$0.isEmpty }.joined(separator: " ")
    let doubts =
      sharedDayDoubts(row, reporting: kind) + row.cellDoubts(reporting: kind, on: date) + row.kind.doubts(ofRow: own)
      + (row.isStruck ? [Denial.doubt(about: .strike)] : []) + dateDoubts(row, reporting: kind)
      + kindDoubts(row, reporting: kind) + moveDoubts(row, reporting: kind)
      + row.otherPeople(
        besides: row[Place.identity].text, row[Place.name].text, names: (name: Place.name, identity: Place.identity))
      + ageDoubts(row) + row.relations.map { Denial.doubt(about: .relative, saying: $0) }
      + (row.hasFormulaWithoutValue ? [Denial.doubt(about: .formula)] : [])
    if doubts.isEmpty { return note }
    return ([note].filter { !$0.isEmpty } + doubts).joined(separator: " ")
  }

  /// Whose death it was that one merged cell dates takes a person to say: also the row above is asked about.
  private static func sharedDayDoubts(_ row: borrowing TableRow, reporting kind: String) -> [String] {
    guard row.isDayShared, PoliceRecordKind(kind) == .death else { return [] }
    return [Denial.doubt(about: .sharedDay, saying: "见上一行")]
  }

  /// Whoever has died moves nowhere.
  private static func moveDoubts(_ row: borrowing TableRow, reporting kind: String) -> [String] {
    guard row.hasColumn(of: Place.destination) else { return [] }
    let place = row[Place.destination].text
    guard !CellContent.isBlank(place), PoliceRecordKind(kind) == .death else { return [] }
    return [Denial.doubt(about: .movedTo, saying: place.trimmed)]
  }

  /// What is done with the dead, and with their papers, comes after the death, which has one day.
  private static func dateDoubts(_ row: borrowing TableRow, reporting kind: String) -> [String] {
    let dates = row.several(of: Place.eventDate)
    guard dates.count > 1, let death = dates.first(where: { tellsADeath($0.heading) }),
      PoliceRecordKind(kind) == .death
    else { return [] }
    let day = PoliceDate.parse(death.cell).day
    return dates.compactMap { date in
      let other = PoliceDate.parse(date.cell).day
      if tellsADeath(date.heading) {
        if other == day || other == nil && PoliceDate.isTimeOfDay(date.cell.text) { return nil }
        return Denial.doubt(about: .otherDay, saying: "\(date.heading) \(other?.iso ?? date.cell.text.trimmed)")
      }
      guard let day, let other, other < day else { return nil }
      return Denial.doubt(about: .earlierDate, saying: "\(date.heading) \(other)")
    }
  }

  private static func tellsADeath(_ heading: String) -> Bool { deaths.contains(where: heading.contains) }

  /// Another column of kinds that says something else than a death.
  private static func kindDoubts(_ row: borrowing TableRow, reporting kind: String) -> [String] {
    let kinds = row.several(of: Place.kind)
    guard kinds.count > 1, PoliceRecordKind(kind) == .death else { return [] }
    return kinds.dropFirst().filter { CellContent.reported.isDoubted(by: $0.cell.text, under: $0.heading, of: .death) }
      .map { "\($0.heading):\($0.cell.text.trimmed)" }
  }

  /// What a heading says that tells the day of a death.
  static let deaths = ["死", "亡", "去世", "离世", "逝", "病故"]

  /// An age that nobody with the number of the row can have had on its day, by either way of counting.
  private static func ageDoubts(_ row: borrowing TableRow) -> [String] {
    guard row.hasColumn(of: Place.age) else { return [] }
    let told = row[Place.age].text
    guard let age = Int(told.prefix { !"岁周 ".contains($0) }), let day = eventDate(row[Place.eventDate]).day,
      let birth = IdentityNumber(Cleaning.number(row[Place.identity].text).text)?.birth
    else { return [] }
    let years = day.year - birth.year
    return (years - 1...years + 2).contains(age) ? [] : [Denial.doubt(about: .age, saying: told)]
  }

  /// What stands for no date, 不详 or a dash, is kept as it was written.
  private static func eventDate(_ cell: Cell) -> EventDate {
    let date = PoliceDate.parse(cell)
    let written = date == .missing ? cell.text.trimmed : ""
    return written.isEmpty ? date : .unreadable(written)
  }

  /// Where the fields stand in `HeadingVocabulary.police`; looked up once.
  private enum Place {
    static let identity = place("identity")
    static let name = place("name")
    static let formerName = place("old_name")
    static let birth = place("birth")
    static let kind = place("kind")
    static let eventDate = place("event_date")
    static let address = place("address")
    static let note = place("note")
    static let age = place("age")
    static let destination = place("dest")
    static let details = PoliceRow.Detail.allCases.map { (detail: $0, place: place($0.rawValue)) }

    private static func place(_ code: String) -> Int {
      guard let found = HeadingVocabulary.police.position(of: code) else {
        preconditionFailure("\(code) is a field of the police list")
      }
      return found
    }
  }

  private static func details(of row: borrowing TableRow, _ identity: String) -> [Detail: String] {
    var details: [Detail: String] = [:]
    for (detail, place) in Place.details where row.hasColumn(of: place) {
      let text = row[place].text
      if text.isEmpty || (detail == .sex && tellsSex(identity, as: text)) { continue }
      details[detail] = text
    }
    return details
  }
}
