public import Casework

/// The headings an office understands, and the field each stands for.
public struct HeadingVocabulary: Sendable {
  /// One field and the headings under which it is known, the most telling first.
  ///
  /// Where a file has several of them, the first that is not empty in a row gives the value.
  public struct Field: Sendable {
    public let code: String
    /// The shorter name that `--map` takes as well.
    let shortCode: String?
    /// What it is called beside headings that say it in other words.
    public let name: Phrase
    public let spellings: [String]
    public let isRequired: Bool
    /// The field whose column gives the value in a file that has none of this one.
    let substitute: String?
    /// Whether one merged cell may give the value to several rows.
    let mayBeMerged: Bool

    public init(
      _ code: String, short shortCode: String? = nil, _ spellings: [String], named name: Phrase? = nil,
      required: Bool = false, orElse substitute: String? = nil, mayBeMerged: Bool = false
    ) {
      self.code = code
      self.shortCode = shortCode
      self.name = name ?? .verbatim(spellings.first ?? code)
      self.spellings = spellings
      self.isRequired = required
      self.substitute = substitute
      self.mayBeMerged = mayBeMerged
    }
  }

  public let fields: [Field]

  /// The field of columns of which somebody has said that they tell nothing of what the list reports.
  static let unrelated = "unrelated"

  /// The caller's own columns, which a file must have.
  private(set) var ownColumns: [String]

  /// The kind of every row, where the caller says so.
  var impliedKind = ""

  /// Whether its lists report deaths, so that a heading may tell of the dead or of their family.
  private(set) var isOfDeaths = false

  /// Headings by their position in a file that has none (`--map 第2列=name`); empty otherwise.
  private(set) var positionHeadings: [String] = []

  private var places: [String: Place]

  /// Which field a heading stands for, and how telling it is (the lowest wins).
  struct Place {
    let field: Int
    let priority: Int

    /// Whether somebody says it now, for this file.
    var isByHand: Bool { priority < 0 }
    /// Whether somebody has said it for an earlier file, and nothing else is known of the heading.
    var isRemembered: Bool { priority >= Self.remembered }

    /// Behind all spellings.
    static let ofTheDead = 1_000
    static let remembered = 10_000
  }

  public init(_ fields: [Field]) {
    self.fields = fields
    ownColumns = []
    var places: [String: Place] = [:]
    for (index, field) in fields.enumerated() {
      for (priority, spelling) in field.spellings.enumerated() {
        let key = Self.normalized(spelling)
        if places[key] == nil { places[key] = Place(field: index, priority: priority) }
      }
    }
    self.places = places
  }

  /// The vocabulary with the caller's own headings (`--map COLUMN=FIELD`), which go before all others; those that are
  /// only remembered go behind all that are recognised by themselves, and a file need not have them.
  ///
  /// `第2列` stands for the second column of a file without headings. Throws where a field is not known, or where a
  /// column is called by somebody's number: that is a row and no heading.
  public func adding(
    _ mappings: [(column: String, field: String)], remembered: [(column: String, field: String)] = []
  ) throws(FileProblem) -> HeadingVocabulary {
    var changed = self
    for (offset, mapping) in remembered.enumerated() {
      let field = try known(mapping.field)
      let key = Self.normalized(mapping.column)
      let isSaidByItself = place(of: mapping.column)?.field == field
      if isSaidByItself || Self.isNumber(mapping.column) || ColumnPosition(mapping.column) != nil { continue }
      changed.places[key] = Place(field: field, priority: Place.remembered + offset)
    }
    for (offset, mapping) in mappings.enumerated() {
      if Self.isNumber(mapping.column) { throw .columnIsANumber }
      let place = Place(field: try known(mapping.field), priority: offset - mappings.count)
      changed.places[Self.normalized(mapping.column)] = place
      if let position = ColumnPosition(mapping.column) {
        changed.positionHeadings = position.adding(mapping.column, to: changed.positionHeadings)
      }
    }
    changed.ownColumns += mappings.map(\.column)
    return changed
  }

  private func known(_ field: String) throws(FileProblem) -> Int {
    guard let found = position(of: field) ?? fields.firstIndex(where: { $0.shortCode == field }) else {
      throw .unknownField(field, known: fields.map(\.code))
    }
    return found
  }

  /// Whether a text is somebody's number, and so no heading.
  static func isNumber(_ text: String) -> Bool {
    text.utf8.count >= IdentityNumber.length && IdentityNumber(Cleaning.number(text).text) != nil
  }

  /// The vocabulary of lists that may report deaths.
  var ofDeaths: HeadingVocabulary {
    var changed = self
    changed.isOfDeaths = true
    return changed
  }

  /// The vocabulary of a list whose rows all report one kind, whatever its headings say.
  public func implying(kind words: String) -> HeadingVocabulary {
    var changed = self
    changed.impliedKind = words
    return changed
  }

  /// Where in `fields` a code stands; rows are quickest asked by it.
  public func position(of code: String) -> Int? { fields.firstIndex { $0.code == code } }

  /// What a heading stands for, forgiving spaces, full-width letters, case, a required mark and a remark in brackets.
  ///
  /// In a list of deaths a remark in brackets may say of whom it tells: 姓名（家属） is no name of the row.
  func place(of heading: String) -> Place? {
    let key = Self.normalized(heading)
    if let place = places[key] { return place }
    if isOfDeaths, let dead = OfTheDead(key), !dead.isKin, let field = position(of: dead.field) {
      return Place(field: field, priority: Place.ofTheDead)
    }
    guard key.hasSuffix(")"), let bracket = key.lastIndex(of: "(") else { return nil }
    if isOfDeaths, OfTheDead.isOfAnother(key[bracket...].dropFirst().dropLast()) { return nil }
    return places[String(key[..<bracket])]
  }

  /// What a cell stands for as a heading; a long text is none.
  func place(ofHeading text: String) -> Place? { text.isEmpty || text.utf8.count > 256 ? nil : place(of: text) }

  /// One row of headings out of two: the lower where it has a text, else the upper where it is known.
  ///
  /// Below a heading that is merged over several, such as 申报人, what tells of a person tells of that one; in a list of
  /// deaths so it does below a word of which nobody knows whom it means (丧属), once the upper row is known for headings.
  func joining(_ upper: [String], _ lower: [String], keepingUnknown: Bool = false) -> [String] {
    let columns = 0..<max(upper.count, lower.count)
    let below = columns.map { lower.indices.contains($0) ? lower[$0] : "" }
    let above = columns.map { upper.indices.contains($0) ? upper[$0] : "" }
    let isOfHeadings =
      isOfDeaths
      && columns.contains { below[$0].isEmpty ? place(ofHeading: above[$0]) != nil : PersonGroup(above[$0]) != nil }
    var group: PersonGroup?
    return columns.map { column in
      if !above[column].isEmpty {
        let isAcross = isOfHeadings && !below[column].isEmpty && !tellsOfAPerson(above[column])
        group = PersonGroup(above[column]) ?? (isAcross ? PersonGroup(ofUnknown: above[column]) : nil)
      }
      if below[column].isEmpty {
        return keepingUnknown || isOfHeadings || place(ofHeading: above[column]) != nil ? above[column] : ""
      }
      return group?.heading(below[column], in: self) ?? below[column]
    }
  }

  /// Whether a heading tells who or where somebody is.
  func tellsOfAPerson(_ heading: String) -> Bool {
    place(ofHeading: heading).map { Self.ofPeople.contains(fields[$0.field].code) } ?? false
  }

  private static let ofPeople: Set<String> = ["identity", "name", "sex", "birth", "age", "address", "phone"]

  static func normalized(_ heading: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in heading.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0xA0, 0x200B...0x200D, 0x3000, 0xFEFF, 0x2A, 0xFF0A, 0x3A, 0xFF1A: continue
      case 0xFF01...0xFF5E: key.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: key.append(scalar)
      }
    }
    return String(key).lowercased()
  }
}
