/// A few of the sure rows, drawn by chance that can be repeated (features: 46).
public enum SweepSample {
  public static let size = 20
  /// Where more would end than a quarter has.
  public static let sizeOfUnusual = 50

  /// The rows that a seed draws, in file order: the same seed and rows give the same sample on every machine.
  public static func draw(_ size: Int = size, from rows: [Int], seed: UInt64) -> [Int] {
    var chance = Chance(state: seed)
    var rest = rows
    var drawn: [Int] = []
    while drawn.count < size, !rest.isEmpty {
      let index = Int(chance.next() % UInt64(rest.count))
      drawn.append(rest[index])
      rest.swapAt(index, rest.count - 1)
      rest.removeLast()
    }
    return drawn.sorted()
  }

  /// SplitMix64.
  private struct Chance {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}

extension Sweep {
  /// Drawn when it was submitted.
  public var seed: UInt64? { UInt64(value("seed", of: .submit), radix: 16) }

  /// How many are drawn, as it was then.
  public var sampleSize: Int { Int(value("sample", of: .submit)) ?? SweepSample.size }
}
