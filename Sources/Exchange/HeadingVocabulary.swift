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

  /// The caller's own columns, which a file must have.
  private(set) var ownColumns: [String]

  /// The kind of every row, where the caller says so.
  var impliedKind = ""

  private var places: [String: Place]

  /// Which field a heading stands for, and how telling it is (the lowest wins).
  struct Place {
    let field: Int
    let priority: Int
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

  /// The vocabulary with the caller's own headings (`--map COLUMN=FIELD`), which go before all others.
  ///
  /// A file need not have the columns that are only remembered.
  public func adding(
    _ mappings: [(column: String, field: String)], remembered: [(column: String, field: String)] = []
  ) throws(FileProblem) -> HeadingVocabulary {
    var changed = self
    let all = remembered + mappings
    for (offset, mapping) in all.enumerated() {
      let short = fields.firstIndex { $0.shortCode == mapping.field }
      guard let field = position(of: mapping.field) ?? short else {
        throw .unknownField(mapping.field, known: fields.map(\.code))
      }
      changed.places[Self.normalized(mapping.column)] = Place(field: field, priority: offset - all.count)
    }
    changed.ownColumns += mappings.map(\.column)
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
  func place(of heading: String) -> Place? {
    let key = Self.normalized(heading)
    if let place = places[key] { return place }
    guard key.hasSuffix(")"), let bracket = key.lastIndex(of: "(") else { return nil }
    return places[String(key[..<bracket])]
  }

  /// What a cell stands for as a heading; a long text is none.
  func place(ofHeading text: String) -> Place? { text.isEmpty || text.utf8.count > 256 ? nil : place(of: text) }

  /// One row of headings out of two: the lower where it has a text, else the upper where it is known.
  ///
  /// Below a heading that is merged over several, such as 申报人, what tells of a person tells of that one.
  func joining(_ upper: [String], _ lower: [String], keepingUnknown: Bool = false) -> [String] {
    var group = ""
    return (0..<max(upper.count, lower.count)).map { column in
      let below = lower.indices.contains(column) ? lower[column] : ""
      let above = upper.indices.contains(column) ? upper[column] : ""
      if !above.isEmpty { group = above }
      if below.isEmpty { return keepingUnknown || place(ofHeading: above) != nil ? above : below }
      return PersonGroup(group).map { $0.heading(below, in: self) } ?? below
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
