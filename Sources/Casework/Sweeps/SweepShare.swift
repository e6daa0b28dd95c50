/// How much of the register a list would end: more than a quarter ever has may be a wrong file, or a wrong column (features: 46).
public struct SweepShare: Hashable, Sendable {
  /// The certificates that would end, and all that are in force.
  public let ending: Int
  public let live: Int

  public init(ending: Int, live: Int) {
    self.ending = ending
    self.live = live
  }

  /// What no quarter has, in hundredths of all certificates in force, and never fewer than some.
  ///
  /// Of the holders of a county about one in a hundred dies in three months.
  public static let unusualPercent = 2
  public static let fewestUnusual = 20

  public var isUnusual: Bool { ending >= Self.fewestUnusual && ending * 100 > live * Self.unusualPercent }

  /// The share in words; empty where nothing would end.
  public var words: Phrase {
    if ending == 0 || live == 0 { return Phrase("", "") }
    return Phrase("注销占有效证件 \(live) 本的 \(percent) %", "\(percent) % of \(live.counted("certificate")) in force end")
  }

  /// The same before anybody knows what carrying it out would do.
  public var agreedWords: Phrase {
    words == Phrase("", "") ? words : Phrase("同意的\(words.chinese)", "accepted: \(words.english)")
  }

  /// What whoever submits or confirms has to read first; `nil` for a usual share.
  public var warning: Phrase? {
    guard isUnusual else { return nil }
    return Phrase(
      "要注销 \(ending) 本，占有效证件 \(live) 本的 \(percent) %，一个季度不会有这么多（\(Self.unusualPercent) %）："
        + "请先与来文单位核对是不是这份名单、这一列",
      "\(ending) of \(live.counted("certificate")) in force would end, \(percent) %; no quarter has so many (\(Self.unusualPercent) %): "
        + "ask whoever sent it whether this is the list and the column that is meant")
  }

  private var percent: String {
    let tenths = (ending * 1000 + live / 2) / max(1, live)
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Sweep {
  /// As it was when the list was submitted.
  public var shareSubmitted: SweepShare? {
    guard let ending = Int(value("ending", of: .submit)), let live = Int(value("live", of: .submit)) else { return nil }
    return SweepShare(ending: ending, live: live)
  }
}
