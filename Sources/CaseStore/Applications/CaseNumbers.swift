/// A set of cases by their ids, one bit each.
struct CaseNumbers {
  private var words: [UInt64]

  /// - Parameter last: the highest id there is.
  init(upTo last: Int64) { words = Array(repeating: 0, count: Int(last / 64) + 1) }

  mutating func insert(_ id: Int64) {
    if id >= 0, Int(id / 64) < words.count { words[Int(id / 64)] |= 1 << UInt64(id % 64) }
  }

  mutating func formUnion(_ others: CaseNumbers) {
    for index in others.words.indices {
      if index < words.count { words[index] |= others.words[index] }
    }
  }

  /// The newest cases, the newest first.
  func newest(_ most: Int) -> [Int64] {
    var ids: [Int64] = []
    for index in words.indices.reversed() where words[index] != 0 {
      for bit in (0..<64).reversed() where words[index] & (1 << UInt64(bit)) != 0 {
        ids.append(Int64(index * 64 + bit))
        if ids.count == most { return ids }
      }
    }
    return ids
  }

  func contains(_ id: Int64) -> Bool {
    Int(id / 64) < words.count && words[Int(id / 64)] & (1 << UInt64(id % 64)) != 0
  }
}
