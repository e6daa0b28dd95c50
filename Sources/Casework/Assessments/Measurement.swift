/// One value that an assessment measures (domain: 4.6).
public enum Measurement: String, CaseIterable, Sendable {
  case acuityLeft = "acuity_left"
  case acuityRight = "acuity_right"
  case fieldLeft = "field_left"
  case fieldRight = "field_right"
  case hearingLeft = "db_left"
  case hearingRight = "db_right"
  case intelligibility
  case testLevel = "test_level"
  case dq, iq, whodas, adaptive
  case limbClause = "limb_clause"
  case height = "height_mm"
  case legDifference = "leg_difference_mm"
  case scoliosis, kyphosis

  public var name: Phrase {
    switch self {
    case .acuityLeft: Phrase("左眼矫正视力", "Acuity, left")
    case .acuityRight: Phrase("右眼矫正视力", "Acuity, right")
    case .fieldLeft: Phrase("左眼视野半径（度）", "Field radius, left (°)")
    case .fieldRight: Phrase("右眼视野半径（度）", "Field radius, right (°)")
    case .hearingLeft: Phrase("左耳平均听力（dB）", "Hearing, left (dB)")
    case .hearingRight: Phrase("右耳平均听力（dB）", "Hearing, right (dB)")
    case .intelligibility: Phrase("语音清晰度（%）", "Intelligibility (%)")
    case .testLevel: Phrase("言语表达能力测试级", "Speech test level reached")
    case .dq: Phrase("发育商 DQ", "DQ")
    case .iq: Phrase("智商 IQ", "IQ")
    case .whodas: Phrase("WHO-DAS II 分值", "WHO-DAS II")
    case .adaptive: Phrase("适应行为", "Adaptive behaviour")
    case .limbClause: Phrase("肢体条款", "Limb clause")
    case .height: Phrase("身高（毫米）", "Height (mm)")
    case .legDifference: Phrase("双下肢不等长（毫米）", "Leg difference (mm)")
    case .scoliosis: Phrase("脊柱侧凸（度）", "Scoliosis (°)")
    case .kyphosis: Phrase("驼背（度）", "Kyphosis (°)")
    }
  }

  /// What a value may be: a number up to a limit, or one of several codes.
  public enum Kind: Hashable, Sendable {
    case number(upTo: Int)
    case choice([Input.Choice])
  }

  public var kind: Kind {
    switch self {
    case .acuityLeft, .acuityRight: .number(upTo: 3)
    case .fieldLeft, .fieldRight: .number(upTo: 90)
    case .hearingLeft, .hearingRight: .number(upTo: 140)
    case .intelligibility: .number(upTo: 100)
    case .dq, .iq: .number(upTo: 200)
    case .whodas: .number(upTo: 200)
    case .height: .number(upTo: 2500)
    case .legDifference: .number(upTo: 500)
    case .scoliosis, .kyphosis: .number(upTo: 180)
    case .testLevel:
      .choice(
        [Input.Choice("0", Phrase("未达一级", "below 1"))]
          + (1...4).map { Input.Choice("\($0)", Phrase("达\($0)级", "level \($0)")) })
    case .adaptive:
      .choice([
        Input.Choice("1", Phrase("极重度缺陷", "very severe")), Input.Choice("2", Phrase("重度缺陷", "severe")),
        Input.Choice("3", Phrase("中度缺陷", "moderate")), Input.Choice("4", Phrase("轻度缺陷", "mild")),
        Input.Choice("none", Phrase("无缺陷", "none")),
      ])
    case .limbClause: .choice(LimbClause.all.map { Input.Choice($0.code, $0.text) })
    }
  }

  /// Whether a written value can be one of this measurement.
  public func admits(_ text: String) -> Bool {
    switch kind {
    case .number(let limit): Thousandths(text).map { $0.count <= limit * 1000 } ?? false
    case .choice(let choices): choices.contains { $0.code == text }
    }
  }

  /// What a value may be, in words.
  fileprivate var admitted: Phrase {
    switch kind {
    case .number(let limit):
      Phrase("应为 0 至 \(limit) 的数，小数最多三位", " is a number from 0 to \(limit), three decimals at most")
    case .choice(let choices):
      Phrase(
        "可填 \(choices.map { "\($0.code)（\($0.name.chinese)）" }.joined(separator: "、"))",
        " is one of \(choices.map { "\($0.code) (\($0.name.english))" }.joined(separator: ", "))")
    }
  }

  /// What is measured for a category, the required first; what is required follows from the age (domain: 4.6).
  public static func of(_ category: DisabilityCategory, age: Int) -> (required: [Measurement], further: [Measurement]) {
    switch category {
    case .visual: ([.acuityLeft, .acuityRight], [.fieldLeft, .fieldRight])
    case .hearing: ([.hearingLeft, .hearingRight], [])
    case .speech: ([.intelligibility, .testLevel], [])
    case .limb: ([], [.limbClause, .height, .legDifference, .scoliosis, .kyphosis])
    case .intellectual where age < 7: ([.dq], [.adaptive])
    case .intellectual: age < 18 ? ([.iq, .adaptive], []) : ([.iq, .adaptive], [.whodas])
    case .psychiatric: age < 18 ? ([.adaptive], []) : ([.whodas, .adaptive], [])
    case .multiple: ([], [])
    }
  }
}

/// A decimal of up to three places as a whole number, so that 0.1 is compared as 0.1.
public struct Thousandths: Hashable, Comparable, Sendable {
  public let count: Int

  public init(count: Int) { self.count = count }

  /// Reads `0.02`, `85`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = String(text).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first, (1...6).contains(first.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }), let whole = Int(first)
    else { return nil }
    var rest = parts.count == 2 ? String(parts[1]) : ""
    guard rest.count <= 3 else { return nil }
    while rest.count < 3 { rest += "0" }
    guard let fraction = Int(rest) else { return nil }
    count = whole * 1000 + fraction
  }

  /// Rounded to the nearest whole, half upwards.
  var rounded: Thousandths { Thousandths(count: (count + 500) / 1000 * 1000) }

  public var text: String {
    if count % 1000 == 0 { return String(count / 1000) }
    var digits = String(count % 1000 + 1000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(count / 1000).\(digits)"
  }

  public static func < (left: Thousandths, right: Thousandths) -> Bool { left.count < right.count }
}

/// The values of one assessment, written `acuity_left=0.01,acuity_right=0.02`.
public struct Measurements: Hashable, Sendable {
  public private(set) var values: [Measurement: String] = [:]

  public init(_ values: [Measurement: String] = [:]) { self.values = values }

  /// Reads what people wrote; `nil` where a code is unknown or a value impossible.
  public init?(written text: some StringProtocol) {
    for item in Self.items(of: text) {
      guard let (measurement, value) = Self.pair(item), measurement.admits(value), values[measurement] == nil else {
        return nil
      }
      values[measurement] = value
    }
  }

  private static func items(of text: some StringProtocol) -> [String] {
    WrittenList.items(text, partedBy: ",，;；、 \n")
  }

  private static func pair(_ item: String) -> (Measurement, String)? {
    let parts = WrittenList.items(item, partedBy: "=＝")
    guard parts.count == 2, let measurement = Measurement(rawValue: parts[0]) else { return nil }
    return (measurement, parts[1])
  }

  /// What may stand where the first item cannot be read; `nil` where all can.
  static func hint(on text: some StringProtocol) -> Phrase? {
    var seen: Set<Measurement> = []
    for item in items(of: text) {
      let quoted = Phrase("「\(item)」：", "“\(item)”: ")
      guard let (measurement, value) = pair(item) else {
        let known = Measurement.allCases.map(\.rawValue).joined(separator: " ")
        return quoted
          + Phrase(
            "写作 acuity_left=0.01,acuity_right=0.02；可用：\(known)",
            "write acuity_left=0.01,acuity_right=0.02; known: \(known)")
      }
      if !measurement.admits(value) { return quoted + measurement.name + measurement.admitted }
      if !seen.insert(measurement).inserted { return quoted + Phrase("写了两次", "stands there twice") }
    }
    return nil
  }

  public subscript(measurement: Measurement) -> String? { values[measurement] }

  func number(_ measurement: Measurement) -> Thousandths? { values[measurement].flatMap { Thousandths($0) } }

  public var text: String {
    Measurement.allCases.compactMap { one in values[one].map { "\(one.rawValue)=\($0)" } }.joined(separator: ",")
  }

  /// `左眼矫正视力 0.01`, one by one.
  public var words: [Phrase] {
    Measurement.allCases.compactMap { one in
      guard let value = values[one] else { return nil }
      if case .choice(let choices) = one.kind, let choice = choices.first(where: { $0.code == value }) {
        return one.name + .verbatim(" ") + (one == .limbClause ? .verbatim("\(value) ") + choice.name : choice.name)
      }
      return one.name + .verbatim(" \(value)")
    }
  }
}
