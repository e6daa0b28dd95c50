/// One cut-off of the standard: which values of a measure speak for which grade (GB/T 26341-2010, domain: 4.6).
///
/// The program never decides a grade; it only says where a value measured and a grade recorded do not go together.
struct GradeLimit: Sendable {
  let measure: Measure
  /// `nil` where the value speaks against a disability of this kind.
  let grade: Grade?
  /// In thousandths, both ends included.
  let range: ClosedRange<Int>

  /// What is compared: a measured value, or what follows from those of both sides.
  enum Measure: String, CaseIterable, Sendable {
    case acuity, field, hearing, intelligibility
    case testLevel = "test_level"
    case dq, iq, whodas, adaptive

    var name: Phrase {
      switch self {
      case .acuity: Phrase("较好眼视力", "better eye")
      case .field: Phrase("较好眼视野半径", "field of the better eye")
      case .hearing: Phrase("较好耳平均听力", "average of the better ear")
      case .intelligibility: Measurement.intelligibility.name
      case .testLevel: Measurement.testLevel.name
      case .dq: Measurement.dq.name
      case .iq: Measurement.iq.name
      case .whodas: Measurement.whodas.name
      case .adaptive: Measurement.adaptive.name
      }
    }

    var unit: String {
      switch self {
      case .hearing: " dB"
      case .field: "°"
      case .intelligibility: " %"
      default: ""
      }
    }
  }

  /// All cut-offs, once.
  ///
  /// Values are whole or have up to three places; hearing is rounded to whole dB first.
  static let all: [GradeLimit] =
    rows(.acuity, [(.one, 0, 19), (.two, 20, 49), (.three, 50, 99), (.four, 100, 299), (nil, 300, most)])
    + rows(.field, [(.one, 0, 4_999), (.two, 5_000, 9_999)])
    + rows(
      .hearing,
      [
        (.one, 91_000, most), (.two, 81_000, 90_000), (.three, 61_000, 80_000), (.four, 41_000, 60_000),
        (nil, 0, 40_000),
      ])
    + rows(
      .intelligibility,
      [
        (.one, 0, 10_000), (.two, 10_001, 25_000), (.three, 25_001, 45_000), (.four, 45_001, 65_000),
        (nil, 65_001, most),
      ])
    + rows(
      .testLevel,
      [(.one, 0, 0), (.two, 1_000, 1_000), (.three, 2_000, 2_000), (.four, 3_000, 3_000), (nil, 4_000, most)])
    + rows(
      .dq,
      [
        (.one, 0, 25_999), (.two, 26_000, 39_999), (.three, 40_000, 54_999), (.four, 55_000, 75_999),
        (nil, 76_000, most),
      ])
    + rows(
      .iq,
      [
        (.one, 0, 19_999), (.two, 20_000, 34_999), (.three, 35_000, 49_999), (.four, 50_000, 69_999),
        (nil, 70_000, most),
      ])
    + rows(
      .whodas,
      [
        (.one, 116_000, most), (.two, 106_000, 115_999), (.three, 96_000, 105_999), (.four, 52_000, 95_999),
        (nil, 0, 51_999),
      ])
    + rows(.adaptive, [(.one, 1_000, 1_000), (.two, 2_000, 2_000), (.three, 3_000, 3_000), (.four, 4_000, 4_000)])

  /// From this DQ on only adaptive behaviour can speak for a disability (DQ 72 to 75).
  static let dqByBehaviour = 72_000

  /// The border of a limb clause that names a measured value, in thousandths, and whether values above it satisfy the clause.
  static func clauseBorder(_ measurement: Measurement) -> (border: Int, isFulfilled: @Sendable (Int) -> Bool)? {
    switch measurement {
    case .legDifference: (50_000, { $0 >= 50_000 })
    case .kyphosis: (70_000, { $0 > 70_000 })
    case .scoliosis: (45_000, { $0 > 45_000 })
    case .height: (1_300_000, { $0 <= 1_300_000 })
    default: nil
    }
  }

  /// The grade a value speaks for; `nil` where the table says nothing about it, `.some(nil)` where it speaks against any.
  static func grade(of value: Thousandths, by measure: Measure) -> Grade?? {
    all.first { $0.measure == measure && $0.range.contains(value.count) }.map(\.grade)
  }

  private static let most = Int.max

  private static func rows(_ measure: Measure, _ rows: [(Grade?, Int, Int)]) -> [GradeLimit] {
    rows.map { GradeLimit(measure: measure, grade: $0.0, range: $0.1...$0.2) }
  }
}
