/// The rows of a file by what became of them: read = matched + to ask + not ours + bad (features: 42).
public struct SweepCount: Hashable, Sendable {
  public let read: Int
  /// About a holder, with a clear proposal or nothing left to do.
  public let matched: Int
  /// Somebody has to look.
  public let toAsk: Int
  public let notOurs: Int
  /// Without a usable number, or the same as an earlier row.
  public let bad: Int
  /// Those of the bad ones at which somebody looks all the same, because of their number.
  public let badNumbers: Int

  public init(read: Int, matched: Int, toAsk: Int, notOurs: Int, bad: Int, badNumbers: Int = 0) {
    self.read = read
    self.matched = matched
    self.toAsk = toAsk
    self.notOurs = notOurs
    self.bad = bad
    self.badNumbers = badNumbers
  }

  public var closes: Bool { read == matched + toAsk + notOurs + bad }

  public var words: Phrase {
    Phrase(
      "读入 \(read) = 相符 \(matched) + 待核对 \(toAsk) + 不在册 \(notOurs) + 不可用 \(bad)",
      "read \(read) = matched \(matched) + to ask \(toAsk) + not ours \(notOurs) + bad \(bad)")
      + (badNumbers > 0
        ? Phrase("（号码错 \(badNumbers)，也要看）", " (\(badNumbers) also to ask)") : Phrase("", ""))
  }
}

extension Sweep {
  /// As things are now.
  ///
  /// - Parameters:
  ///   - doubtful: how many rows a person looks at one by one.
  ///   - numbers: those of them that have no usable number.
  public func count(doubtful: Int, numbers: Int) -> SweepCount {
    let imported = count
    let toAsk = doubtful - numbers
    return SweepCount(
      read: imported.read, matched: imported.matched + imported.toAsk - toAsk, toAsk: toAsk, notOurs: imported.notOurs,
      bad: imported.bad, badNumbers: numbers)
  }

  /// As the import counted them.
  public var count: SweepCount {
    func number(_ code: String) -> Int { Int(value(code, of: .import)) ?? 0 }
    func rows(_ sweepClass: SweepClass) -> Int { number("class.\(sweepClass.rawValue)") }
    // Every malformed row is also one to review; it stands with the bad ones. What an earlier list of the quarter asks is
    // not asked again.
    let toAsk =
      number("proposal.\(SweepProposal.review.rawValue)") - rows(.malformed) + number("signs_asked")
      + number("blocks_asked") + endedRows.reduce(0) { $0 + $1.count } - number("repeated_asked")
    let held = [SweepClass.exact, .nameMismatch, .inactive, .candidate].reduce(0) { $0 + rows($1) }
    return SweepCount(
      read: number("rows"), matched: held - toAsk, toAsk: toAsk, notOurs: rows(.none),
      bad: rows(.malformed) + rows(.duplicate), badNumbers: rows(.malformed))
  }
}
