/// Which row of a file was the first to say something; one word pair an entry, because a file has very many.
struct RowIndex: Sendable {
  private struct Entry {
    var key: UInt64
    var mark: UInt32
    /// Rows begin at 1; 0 where nothing is kept.
    var row: UInt32
  }

  private var entries = Self.bare(1024)
  private var count = 0
  /// Odd, and another one in every run, so that no file can be written against it.
  private let factor = UInt64.random(in: .min ... .max) | 1

  /// The row that was noted first under a key and a mark; `nil` for the first one, which is noted.
  mutating func first(of key: UInt64, mark: UInt32 = 0, noted row: Int) -> Int? {
    var place = home(key, mark)
    while entries[place].row != 0 {
      if entries[place].key == key, entries[place].mark == mark { return Int(entries[place].row) }
      place = next(place)
    }
    note(Entry(key: key, mark: mark, row: UInt32(row)), at: place)
    return nil
  }

  /// The row that was noted first under a key as its head, and under which mark; `nil` for the first one, which is noted.
  ///
  /// A head takes the place of what `first` would note, so that a key seen once costs no more than there.
  mutating func head(of key: UInt64, mark: UInt32, noted row: Int) -> (row: Int, mark: UInt32)? {
    var place = home(key, Self.headBit)
    while entries[place].row != 0 {
      if entries[place].key == key, entries[place].mark & Self.headBit != 0 {
        return (Int(entries[place].row), entries[place].mark & ~Self.headBit)
      }
      place = next(place)
    }
    note(Entry(key: key, mark: mark | Self.headBit, row: UInt32(row)), at: place)
    return nil
  }

  private static let headBit: UInt32 = 1 << 31

  private func home(_ key: UInt64, of entry: Entry) -> Int {
    home(key, entry.mark & Self.headBit != 0 ? Self.headBit : entry.mark)
  }

  private func home(_ key: UInt64, _ mark: UInt32) -> Int {
    let mixed = ((key ^ UInt64(mark) << 32) &* factor).byteSwapped &* factor
    return Int(mixed.multipliedFullWidth(by: UInt64(entries.count)).high)
  }

  private func next(_ place: Int) -> Int { place + 1 == entries.count ? 0 : place + 1 }

  private mutating func note(_ entry: Entry, at place: Int) {
    entries[place] = entry
    count += 1
    if count * 4 > entries.count * 3 { grow() }
  }

  /// By half: twice as many would stand empty in most long files.
  private mutating func grow() {
    let kept = entries
    entries = Self.bare(kept.count / 2 * 3)
    for entry in kept where entry.row != 0 {
      var place = home(entry.key, of: entry)
      while entries[place].row != 0 { place = next(place) }
      entries[place] = entry
    }
  }

  private static func bare(_ count: Int) -> [Entry] { [Entry](repeating: Entry(key: 0, mark: 0, row: 0), count: count) }
}
