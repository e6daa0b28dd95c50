import Casework

/// How many rows of a list report each kind in their own words, without a text for each row.
struct KindCounts {
  private var found: [(words: [UInt8], count: Int)] = []
  private var place = 0

  /// Rows that come together mostly report the same.
  mutating func add(_ words: ArraySlice<UInt8>) {
    if place >= found.count || !found[place].words.elementsEqual(words) {
      place = found.firstIndex { $0.words.elementsEqual(words) } ?? found.count
      if place == found.count { found.append((Array(words), 0)) }
    }
    found[place].count += 1
  }

  /// - Parameter listed: what the list says of rows in words that are no kind of themselves.
  func count(of kind: PoliceRecordKind, listed: PoliceRecordKind) -> Int {
    found.filter { words, _ in
      let own = PoliceRecordKind(String(decoding: words, as: UTF8.self))
      return (own == .other ? listed : own) == kind
    }.map(\.count).reduce(0, +)
  }
}
