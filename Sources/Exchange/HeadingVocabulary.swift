/// The headings an office understands, and the field each stands for.
public struct HeadingVocabulary: Sendable {
  /// One field and the headings under which it is known, the most telling first.
  ///
  /// Where a file has several of them, the first that is not empty in a row gives the value.
  public struct Field: Sendable {
    public let code: String
    public let spellings: [String]
    public let isRequired: Bool

    public init(_ code: String, _ spellings: [String], required: Bool = false) {
      self.code = code
      self.spellings = spellings
      self.isRequired = required
    }
  }

  public let fields: [Field]

  /// The caller's own columns, which a file must have.
  let ownColumns: [String]

  private let places: [String: Place]

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
  public func adding(_ mappings: [(column: String, field: String)]) throws(FileProblem) -> HeadingVocabulary {
    var places = places
    for (offset, mapping) in mappings.enumerated() {
      guard let field = position(of: mapping.field) else {
        throw .unknownField(mapping.field, known: fields.map(\.code))
      }
      places[Self.normalized(mapping.column)] = Place(field: field, priority: offset - mappings.count)
    }
    return HeadingVocabulary(fields: fields, ownColumns: ownColumns + mappings.map(\.column), places: places)
  }

  private init(fields: [Field], ownColumns: [String], places: [String: Place]) {
    self.fields = fields
    self.ownColumns = ownColumns
    self.places = places
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
