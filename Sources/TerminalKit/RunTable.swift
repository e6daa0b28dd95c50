/// What kind each code point is of, kept as runs.
struct RunTable: Sendable {
  private var starts: [UInt32] = []
  private var kinds: [UInt8] = []

  /// Reads runs as the scripts write them: a length in hexadecimal, then a small letter for the kind.
  init(_ runs: StaticString) {
    var start: UInt32 = 0
    var length: UInt32 = 0
    runs.withUTF8Buffer { runs in
      for byte in runs {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): length = length << 4 + UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "F"): length = length << 4 + UInt32(byte - UInt8(ascii: "A")) + 10
        default:
          starts.append(start)
          kinds.append(byte)
          start += length
          length = 0
        }
      }
    }
  }

  func kind(of code: UInt32) -> UInt8 {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= code { low = middle } else { high = middle }
    }
    return kinds[low]
  }
}
