/// The figures of a period, each under its code: `opening`, `issued`, `cancelled.death`, `by_grade.2`, `closing`.
///
/// Every figure has one definition: lines count events by `ReportRule`; opening and closing count the certificates that
/// were in force (valid, expired, lost or frozen) before the first day and after the last. The two are counted apart,
/// so that they can disagree.
public struct Figures: Hashable, Sendable {
  public let period: ReportPeriod
  public private(set) var values: [String: Int]
  /// What of the sweeps was counted; reports that were signed long ago know less of them.
  let sweepFigures: [SweepFigure]

  public init(period: ReportPeriod, values: [String: Int] = [:]) {
    self.init(period: period, values: values, SweepFigure.allCases)
  }

  private init(period: ReportPeriod, values: [String: Int], _ sweepFigures: [SweepFigure]) {
    self.period = period
    self.values = values
    self.sweepFigures = sweepFigures
  }

  public subscript(code: String) -> Int {
    get { values[code] ?? 0 }
    set { values[code] = newValue }
  }

  public subscript(line: ReportLine) -> Int { self[line.rawValue] }

  public var opening: Int { self["opening"] }
  public var closing: Int { self["closing"] }

  /// The codes of all figures in the order of the sheets: every line, and of the divisions what is not empty.
  public var codes: [String] {
    let main = ["opening", "closing"] + ReportLine.allCases.map(\.rawValue)
    let others = values.keys.filter { !main.contains($0) && !$0.hasPrefix("in_") && self[$0] != 0 }
    return (main + others).map { ($0, FigureName.place(of: $0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// The figures whose codes begin with `prefix` and a dot, under what follows it.
  public func group(_ prefix: String) -> [String: Int] {
    var found: [String: Int] = [:]
    for (code, value) in values where code.hasPrefix(prefix + ".") {
      found[String(code.dropFirst(prefix.count + 1))] = value
    }
    return found
  }

  /// What the closing must be by the lines.
  public var expectedClosing: Int { ReportLine.allCases.reduce(opening) { $0 + $1.effect * self[$1] } }

  /// Groups that divide the closing, each of which must add up to it.
  static let divisions = [
    "by_state", "by_category", "by_grade", "by_both", "by_township", "by_village", "by_age", "by_sex",
  ]

  /// What does not add up; nothing may be signed while there is anything.
  public var imbalances: [Phrase] {
    var found: [Phrase] = []
    if expectedClosing != closing {
      found.append(
        Phrase(
          "期初加减各项应得 \(expectedClosing)，期末实有 \(closing)",
          "The lines lead to \(expectedClosing), in force at the end are \(closing)"))
    }
    let reasons = group("cancelled").values.reduce(0, +)
    if reasons != self[.cancelled] {
      found.append(
        Phrase("注销 \(self[.cancelled])，各原因合计 \(reasons)", "Cancelled \(self[.cancelled]), by reason \(reasons)"))
    }
    for division in Self.divisions {
      let sum = group(division).values.reduce(0, +)
      if sum != closing {
        found.append(
          Phrase(
            "「\(FigureName.name(of: division).chinese)」合计 \(sum)，期末 \(closing)",
            "\(division) adds up to \(sum), closing \(closing)"))
      }
    }
    if self["in_log"] != self["in_register"] {
      found.append(
        Phrase(
          "记录推得在册 \(self["in_log"])，登记册现有 \(self["in_register"])",
          "The log leads to \(self["in_log"]) in force, the register holds \(self["in_register"])"))
    }
    return found + sweepImbalances
  }

  public var isBalanced: Bool { imbalances.isEmpty }

  /// How they are kept in a signed report: what the register holds today is no figure of the period.
  public var entries: Entries {
    var kept = values.filter { $0.value != 0 && !$0.key.hasPrefix("in_") }.mapValues(String.init)
    kept[Self.sweepFiguresCode] = sweepFigures.map(\.rawValue).joined(separator: ",")
    return Entries(kept)
  }

  public init(period: ReportPeriod, kept: Entries) {
    let known = kept[Self.sweepFiguresCode].map { $0.split(separator: ",").map(String.init) }
    self.init(
      period: period, values: kept.pairs.reduce(into: [:]) { $0[$1.code] = Int($1.text) },
      known?.compactMap(SweepFigure.init(rawValue:)) ?? SweepFigure.first)
  }

  private static let sweepFiguresCode = "sweep_figures"

  /// Every figure that differs from `other`, in the order of the sheets; what was not counted then differs in nothing.
  public func differences(from other: Figures) -> [FigureDifference] {
    let codes = Set(entries.pairs.map(\.code)).union(other.entries.pairs.map(\.code))
    let counted = codes.filter { SweepFigure.named($0).map { other.sweepFigures.contains($0.figure) } ?? true }
    return counted.filter { self[$0] != other[$0] }.map { FigureDifference(code: $0, frozen: other[$0], now: self[$0]) }
      .sorted { FigureName.place(of: $0.code) < FigureName.place(of: $1.code) }
  }
}

/// A figure that is not what a signed report says.
public struct FigureDifference: Hashable, Sendable {
  public let code: String
  public let frozen: Int
  public let now: Int
}
