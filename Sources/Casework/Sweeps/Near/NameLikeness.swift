/// How a name in a police row resembles one in the register.
struct NameLikeness: Equatable {
  let finding: NearReason.Finding
  let details: [String]
  /// The characters both have in the same place, the family name apart: the rarer they are, the more it says.
  let shared: [Unicode.Scalar]
  let sharesFamilyName: Bool
  /// Characters of the register's name that the row writes with another of the same sound.
  let sounding: [Unicode.Scalar]

  /// Compares cleaned names, letter by letter.
  static func between(row: [Unicode.Scalar], held: [Unicode.Scalar]) -> NameLikeness {
    if row == held { return NameLikeness(.same, places: held.indices, of: held) }
    return inPlace(row, held) ?? withRunsJoined(row, held) ?? shorterOrLonger(row, held) ?? ofSeveralParts(row, held)
      ?? NameLikeness(.different)
  }

  private init(
    _ finding: NearReason.Finding, _ details: [String] = [], places: some Sequence<Int> = EmptyCollection<Int>(),
    of held: [Unicode.Scalar] = [], sounding: [Unicode.Scalar] = []
  ) {
    self.finding = finding
    self.details = details
    let hasFamilyName = held.count <= 4 && !held.contains(Self.dot)
    sharesFamilyName = hasFamilyName && places.contains(0)
    shared = places.filter { !(hasFamilyName && $0 == 0) }.map { held[$0] }
    self.sounding = sounding
  }

  static let dot: Unicode.Scalar = "\u{B7}"

  /// Names of equal length that differ in few places.
  private static func inPlace(_ row: [Unicode.Scalar], _ held: [Unicode.Scalar]) -> NameLikeness? {
    guard row.count == held.count, row.count > 1 else { return nil }
    let differing = held.indices.filter { row[$0] != held[$0] }
    let places = held.indices.filter { row[$0] == held[$0] }
    let details = { (place: Int) in [String(place + 1), String([held[place]]), String([row[place]])] }
    let first = differing[0]
    if differing.allSatisfy({ row[$0].isPlaceholder || held[$0].isPlaceholder }) {
      return places.isEmpty ? nil : NameLikeness(.unreadable, [String(first + 1)], places: places, of: held)
    }
    if differing.allSatisfy({ Variants.areSame(row[$0], held[$0]) }) {
      return NameLikeness(.variant, details(first), places: held.indices, of: held)
    }
    if differing.count <= 2 || !places.isEmpty, differing.allSatisfy({ Pinyin.soundAlike(row[$0], held[$0]) }) {
      return NameLikeness(
        .soundsAlike, differing.flatMap(details), places: places, of: held, sounding: differing.map { held[$0] })
    }
    if differing.count == 1, !places.isEmpty {
      return NameLikeness(.oneCharacter, details(first), places: places, of: held)
    }
    if differing.count == 2, first + 1 == differing[1], row[first] == held[first + 1], row[first + 1] == held[first] {
      return NameLikeness(.neighboursSwapped, [String(first + 1)], places: held.indices, of: held)
    }
    return nil
  }

  /// A rare character that an old program wrote as two question marks.
  private static func withRunsJoined(_ row: [Unicode.Scalar], _ held: [Unicode.Scalar]) -> NameLikeness? {
    guard row.count > held.count else { return nil }
    var joined: [Unicode.Scalar] = []
    for scalar in row where !(scalar.isPlaceholder && joined.last?.isPlaceholder == true) { joined.append(scalar) }
    if joined == held {
      let places = held.indices.filter { !held[$0].isPlaceholder }
      return NameLikeness(
        .unreadable, [String((held.firstIndex { $0.isPlaceholder } ?? 0) + 1)], places: places, of: held)
    }
    return joined.count == row.count ? nil : inPlace(joined, held)
  }

  private static func shorterOrLonger(_ row: [Unicode.Scalar], _ held: [Unicode.Scalar]) -> NameLikeness? {
    guard abs(row.count - held.count) == 1, min(row.count, held.count) > 1 else { return nil }
    let (short, long) = row.count < held.count ? (row, held) : (held, row)
    let place = zip(short, long).prefix { $0 == $1 }.count
    guard short[place...].elementsEqual(long[(place + 1)...]) else { return nil }
    if long[place] == dot { return NameLikeness(.dots, places: held.indices.filter { held[$0] != dot }, of: held) }
    let isMissing = row.count < held.count
    return NameLikeness(
      isMissing ? .missingCharacter : .extraCharacter, [String(place + 1), String([long[place]])],
      places: held.indices.filter { !isMissing || $0 != place }, of: held)
  }

  /// Names of minorities, in parts and often transcribed anew.
  private static func ofSeveralParts(_ row: [Unicode.Scalar], _ held: [Unicode.Scalar]) -> NameLikeness? {
    let (mine, theirs) = (row.split(separator: dot).map(Array.init), held.split(separator: dot).map(Array.init))
    guard !mine.isEmpty, !theirs.isEmpty, max(row.count, held.count) >= 5 else { return nil }
    let letters = held.indices.filter { held[$0] != dot }
    if mine.joined().elementsEqual(theirs.joined()) { return NameLikeness(.dots, places: letters, of: held) }
    if mine.count > 1, mine.count == theirs.count, mine.allSatisfy(theirs.contains) {
      return NameLikeness(.partsSwapped, places: letters, of: held)
    }
    if mine.count != theirs.count, let short = (mine.count < theirs.count ? mine : theirs).first,
      mine.first == theirs.first, short.count > 1
    {
      return NameLikeness(.partMissing, places: short.indices, of: held)
    }
    let (bare, other) = (Array(mine.joined()), Array(theirs.joined()))
    guard min(bare.count, other.count) >= 4, distance(bare, other) <= max(bare.count, other.count) / 3 else {
      return nil
    }
    let places = letters.filter { row.contains(held[$0]) }
    return NameLikeness(.transcribed, places: places, of: held)
  }

  /// How many characters must be changed, put in or taken out.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (place, scalar) in left.enumerated() {
      var corner = row[0]
      row[0] = place + 1
      for (index, other) in right.enumerated() {
        let changed = corner + (scalar == other ? 0 : 1)
        corner = row[index + 1]
        row[index + 1] = min(changed, corner + 1, row[index] + 1)
      }
    }
    return row[right.count]
  }
}

extension Unicode.Scalar {
  /// Stands where a program or a person could not write a character.
  var isPlaceholder: Bool {
    switch self {
    case "?", "*", "□", "■", "〓", "_", "\u{FFFD}", "△", "○": true
    default: isPrivateUse
    }
  }
}
