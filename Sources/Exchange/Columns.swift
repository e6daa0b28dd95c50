import Casework

/// What the columns of one file stand for, as its heading row says.
final class Columns {
  let vocabulary: HeadingVocabulary

  /// The headings as written, spaces at the ends apart; empty for a column without one.
  let headings: [String]

  /// The field of each column.
  let fieldOfColumn: [Int?]

  /// The columns of each field, the most telling first.
  let ofField: [[Int]]

  /// Columns with a heading the vocabulary does not know that may say something of a row.
  let withoutMeaning: [Int]

  /// Columns among the others that have no heading at all.
  let withoutHeading: [Int]

  /// Columns among those of which somebody has said that they tell nothing of what the list reports.
  let unrelated: Set<Int>

  /// What columns that nobody knows say beside a death and is not known to be harmless, by their place.
  var unfamiliar: [Int: UnfamiliarColumn] = [:]

  /// The number of the last row, by which one that hangs on it is known.
  var serials = SerialOrder()

  /// Columns that tell how the person of the row is related to the dead.
  let ofRelation: [Int]

  /// The columns that may tell of somebody else than the person of the row.
  let ofOthers: ColumnsOfOthers

  /// The columns that somebody has said for an earlier file of the sender, with those of the same required field that are
  /// recognised by themselves: only one of them may have something.
  let contested: [[Int]]

  /// The columns of people's numbers and of their names.
  private let number: Int?
  private let name: Int?

  /// The sheet, and what stands above the headings: they may say what kind of list it is.
  let sheet: String
  let titles: [String]

  /// The columns of which a cell may speak against its row.
  lazy var looked = LookedColumn.all(of: self)

  /// The columns whose value one merged cell may give to several rows.
  let carried: [Int]

  /// The columns that tell what a row reports.
  let ofKinds: [Int]
  /// The columns that tell the day of what a row reports.
  let ofDays: [Int]

  /// The texts of a row of headings, without spaces at their ends.
  static func texts(of cells: RowCells) -> [String] {
    (0..<cells.count).map { cells.isBlank($0) ? "" : cells.text($0).trimmed }
  }

  /// Headings that describe the person or the list, and speak neither for nor against a report.
  private static let describing: Set<String> = [
    "序号", "编号", "行号", "no", "民族", "年龄", "联系电话", "电话", "手机", "手机号码", "户号", "户主", "户主姓名", "与户主关系",
    "文化程度", "婚姻状况", "籍贯", "出生地", "残疾证号", "残疾人证号", "残疾类别", "残疾等级", "县区", "乡镇", "街道", "村", "社区", "村社区", "所属乡镇",
  ]

  /// A heading row has at least one known heading.
  init?(_ texts: [String], in vocabulary: HeadingVocabulary, sheet: String = "", titles: [String] = []) {
    var places = texts.map { vocabulary.place(ofHeading: $0) }
    guard places.contains(where: { $0 != nil }), !texts.contains(where: HeadingVocabulary.isNumber) else { return nil }

    let aside = vocabulary.position(of: HeadingVocabulary.unrelated)
    unrelated = Set(places.indices.filter { aside != nil && places[$0]?.field == aside })
    for column in unrelated { places[column] = nil }

    self.vocabulary = vocabulary
    self.sheet = sheet
    self.titles = titles
    headings = Array(texts[...(texts.lastIndex { !$0.isEmpty } ?? 0)])
    let keys = headings.map { HeadingVocabulary.normalized($0) }
    let dead = keys.map { vocabulary.isOfDeaths ? OfTheDead($0) : nil }
    for (column, heading) in dead.enumerated() where places[column] == nil {
      // Name and number of a dead relative together say whom the list is about.
      guard let heading, dead.contains(where: { $0?.person == heading.person && $0?.field != heading.field }) else {
        continue
      }
      places[column] = vocabulary.position(of: heading.field).map {
        HeadingVocabulary.Place(field: $0, priority: HeadingVocabulary.Place.ofTheDead)
      }
    }
    let own = vocabulary.fields.indices.map { field in
      let all = places.indices.filter { places[$0]?.field == field }
        .sorted { (places[$0]?.priority ?? 0, $0) < (places[$1]?.priority ?? 0, $1) }
      // Beside the dead, 姓名 and 身份证号 are those of whoever applies; what somebody has mapped by hand stays.
      guard Self.ofPeople.contains(vocabulary.fields[field].code),
        all.contains(where: { dead[$0] != nil })
      else { return all }
      return all.filter { dead[$0] != nil || (places[$0]?.isByHand ?? false) }
    }
    let ofField = vocabulary.fields.indices.map { field in
      own[field].isEmpty
        ? vocabulary.fields[field].substitute.flatMap { vocabulary.position(of: $0) }.map { own[$0] } ?? [] : own[field]
    }
    self.ofField = ofField
    fieldOfColumn = headings.indices.map { column in
      places[column].flatMap { own[$0.field].contains(column) ? $0.field : nil }
    }
    let isBesideAnother = headings.indices.contains { column in
      let isNumber = places[column].map { vocabulary.fields[$0.field].code == "identity" } ?? false
      return OfTheDead.isAnother(keys[column]) || isNumber && dead[column] != nil
    }
    let relations = headings.indices.filter {
      places[$0] == nil && !isBesideAnother && OfTheDead.isRelation(keys[$0])
    }
    ofRelation = relations
    withoutMeaning = headings.indices.filter {
      places[$0] == nil && !texts[$0].isEmpty && !Self.describing.contains(keys[$0]) && !relations.contains($0)
    }
    withoutHeading = texts.indices.prefix(headings.count).filter { texts[$0].isEmpty }
    ofOthers = ColumnsOfOthers(
      among: withoutMeaning, withoutHeading: withoutHeading, headings: keys, dead: dead, own: own, ofField: ofField,
      in: vocabulary)
    contested = vocabulary.fields.indices.filter { vocabulary.fields[$0].isRequired }.compactMap { field in
      let all = places.indices.filter { places[$0]?.field == field }
      let isSaid = all.contains { places[$0]?.isByHand ?? false }
      let remembered = all.count { places[$0]?.isRemembered ?? false }
      return isSaid || remembered == 0 || remembered == all.count ? nil : all
    }
    number = vocabulary.fields.firstIndex(where: \.isRequired).flatMap { ofField[$0].first }
    name = vocabulary.position(of: "name").flatMap { ofField[$0].first }
    let merged = vocabulary.fields.indices.filter { vocabulary.fields[$0].mayBeMerged }.flatMap { own[$0] }
    ofKinds = vocabulary.position(of: "kind").map { own[$0] } ?? []
    ofDays = vocabulary.position(of: "event_date").map { own[$0] } ?? []
    // What a column without meaning says counts for each row that its cell covers, also right of the last heading.
    let beyond = headings.count..<(headings.count + Self.mostBeyond)
    carried = merged.isEmpty ? [] : merged + withoutMeaning + withoutHeading + relations + beyond
  }

  /// The fields that tell who somebody is.
  static let ofPeople: Set<String> = ["identity", "name"]
  /// How many columns right of the last heading may have merged cells.
  private static let mostBeyond = 4

  /// Whether somebody's number stands where numbers do, as in nearly all rows.
  func hasNumber(_ cells: RowCells) -> Bool {
    number.map { $0 < cells.count && cells.holdsANumber($0) } ?? false
  }

  /// Whether a name or a number stands in a column.
  func isOfPerson(_ column: Int) -> Bool { column == number || column == name }

  /// Whether a row without one is about somebody, and no title or note: a name with more beside it.
  func tellsOfSomebodyWithoutNumber(_ cells: RowCells) -> Bool {
    guard cells.isWiderThanATitle else { return false }
    if let name, !cells.isBlank(name), cells.places[name].end - cells.places[name].start <= Self.longestName {
      // Headings in other words are about nobody.
      return vocabulary.place(ofHeading: cells.text(name)) == nil
    }
    return (0..<cells.count).contains { cells.holdsANumber($0) && cells.text($0).count(where: \.isNumber) >= 15 }
  }

  private static let longestName = 60

  /// Whether a column may say something of a row: a field, or a heading that nobody has given a meaning.
  func mayTell(_ column: Int) -> Bool {
    column >= headings.count || fieldOfColumn[column] != nil || withoutMeaning.contains(column)
      || withoutHeading.contains(column) || ofRelation.contains(column)
  }

  /// The columns with a second row of headings under merged ones; `nil` where a row is no such row.
  ///
  /// It says something new of a column and has nothing where people's names and numbers stand.
  func joined(with cells: RowCells) -> Columns? {
    guard
      vocabulary.fields.indices.allSatisfy({ field in
        !vocabulary.fields[field].isRequired || ofField[field].allSatisfy { cells.isBlank($0) }
      })
    else { return nil }
    let joined = Columns(
      vocabulary.joining(headings, Self.texts(of: cells), keepingUnknown: true), in: vocabulary, sheet: sheet,
      titles: titles)
    return (joined?.knownCount ?? 0) > knownCount ? joined : nil
  }

  /// Each heading with the field that it stands for.
  var summary: [TableSummary.Heading] {
    headings.indices.map { column in
      TableSummary.Heading(
        text: headings[column],
        field: unrelated.contains(column)
          ? HeadingVocabulary.unrelated : fieldOfColumn[column].map { vocabulary.fields[$0].code })
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

  /// The columns of a required field under one and the same heading, where there are several.
  var alike: [[Int]] {
    vocabulary.fields.indices.filter { vocabulary.fields[$0].isRequired }.flatMap { field in
      let own = headings.indices.filter { fieldOfColumn[$0] == field }
      return Dictionary(grouping: own) { HeadingVocabulary.normalized(headings[$0]) }.values.filter { $0.count > 1 }
    }
  }

  /// Whether a row of headings puts the number or the name elsewhere than the one above does.
  func isMoved(by cells: RowCells) -> Bool {
    // No heading has the digits of a day or of half a number: rows of people are not looked through as headings.
    let tellsNumbers = cells.places.contains { place in
      cells.bytes[place.start..<place.end].count(where: RowCells.isDigit) >= Self.fewestOfDay
    }
    if tellsNumbers { return false }
    let texts = Self.texts(of: cells)
    guard texts.count(where: { vocabulary.place(ofHeading: $0) != nil }) > 1,
      let other = Columns(texts, in: vocabulary), let moved = other.number
    else { return false }
    return moved != number || other.name != nil && other.name != name
  }

  /// Whether the names and the numbers of several people stand where one of each belongs; a register tells of each row
  /// what is wrong with it.
  func hasSeveralPeople(_ cells: RowCells) -> Bool {
    guard let number, let name, number < cells.count, name < cells.count,
      cells.places[number].end - cells.places[number].start >= Self.fewestOfTwo
    else { return false }
    let digits = cells.bytes[cells.places[number].start..<cells.places[number].end].count {
      RowCells.isDigit($0) || $0 | 32 == UInt8(ascii: "x") || $0 == UInt8(ascii: "*")
    }
    let isOfReports = vocabulary.fields.first(where: \.isRequired)?.code == "identity"
    return isOfReports && digits >= Self.fewestOfTwo && cells.text(name).split(whereSeparator: Self.parts).count > 1
  }

  private static let fewestOfDay = 4

  /// How many characters two numbers have, be they old ones.
  private static let fewestOfTwo = 30

  private static func parts(_ character: Character) -> Bool {
    character.isWhitespace || "、,，;；/／|".contains(character)
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
