/// Where a measured value and the recorded grade do not go together: shown, kept, and left to people.
public struct Contradiction: Hashable, Sendable {
  /// `acuity`, `hearing`, … of the table, or a `clause` of limb disability, or the code of a measurement.
  let measure: String
  let value: String
  /// The grade for which the value speaks: 1…4, or `none`.
  let says: String
  let recorded: String

  init(_ measure: String, _ value: String, says: String, recorded: String) {
    self.measure = measure
    self.value = value
    self.says = says
    self.recorded = recorded
  }

  /// As it is kept with the event: `hearing:85:2:1`.
  var text: String { [measure, value, says, recorded].joined(separator: ":") }

  init?(_ text: some StringProtocol) {
    let parts = WrittenList.items(text, partedBy: ":")
    guard parts.count == 4 else { return nil }
    self.init(parts[0], parts[1], says: parts[2], recorded: parts[3])
  }

  /// Reads what an event has kept.
  public static func list(_ text: String) -> [Contradiction] {
    WrittenList.items(text).compactMap { Contradiction($0) }
  }

  public var sentence: Phrase {
    let recorded = Phrase("，记录为", ", recorded ") + Self.grade(self.recorded)
    if measure == "clause" {
      if says == "unnamed" { return Phrase("未注明依据的肢体条款", "no limb clause is named") }
      return Phrase("条款 \(value) 属", "clause \(value) is ") + Self.grade(says) + recorded
    }
    if let limit = GradeLimit.Measure(rawValue: measure) {
      let subject = limit.name + .verbatim(" \(value)\(limit.unit)")
      if says == "behaviour" {
        return subject + Phrase("：DQ 72 至 75 须以适应行为认定", ": DQ 72 to 75 is judged by adaptive behaviour")
      }
      if says == "none" {
        return subject + Phrase("：未达到残疾标准的界限", ": not below the limit for a disability") + recorded
      }
      return subject + Phrase("，属", " is ") + Self.grade(says) + recorded
    }
    let name = Measurement(rawValue: measure)?.name ?? .verbatim(measure)
    return name + .verbatim(" \(value)") + Phrase("，不合所选条款", " does not fulfil the clause chosen")
  }

  private static func grade(_ code: String) -> Phrase {
    Int(code).flatMap(Grade.init(rawValue:))?.name ?? Phrase("不符合标准", "below the standard")
  }
}

/// Compares the values measured with the grade recorded; it never decides one (domain: 4.6).
public enum Contradictions {
  /// - Parameter grade: `nil` where the standard is recorded as not met.
  public static func between(
    _ measured: Measurements, _ category: DisabilityCategory, _ grade: Grade?, age: Int
  ) -> [Contradiction] {
    switch category {
    case .visual: visual(measured, grade)
    case .hearing:
      compare(
        .hearing, [measured.number(.hearingLeft), measured.number(.hearingRight)].compactMap { $0?.rounded }.min(),
        grade)
    case .speech:
      compare(.intelligibility, measured.number(.intelligibility), grade)
        + compare(.testLevel, measured.number(.testLevel), grade)
    case .limb: limb(measured, grade)
    case .intellectual: intellectual(measured, grade, age: age)
    case .psychiatric: (age < 18 ? [] : compare(.whodas, measured.number(.whodas), grade)) + behaviour(measured, grade)
    case .multiple: []
    }
  }

  /// The better eye is the one whose acuity and field speak for the less severe grade.
  private static func visual(_ measured: Measurements, _ grade: Grade?) -> [Contradiction] {
    let eyes = [(Measurement.acuityLeft, Measurement.fieldLeft), (.acuityRight, .fieldRight)].compactMap {
      eye -> (rank: Int, measure: GradeLimit.Measure, value: Thousandths)? in
      guard let acuity = measured.number(eye.0) else { return nil }
      let byAcuity = rank(GradeLimit.grade(of: acuity, by: .acuity) ?? nil)
      guard let field = measured.number(eye.1), let byField = GradeLimit.grade(of: field, by: .field).map(rank),
        byField < byAcuity
      else { return (byAcuity, .acuity, acuity) }
      return (byField, .field, field)
    }
    guard let better = eyes.max(by: { ($0.rank, $0.value) < ($1.rank, $1.value) }) else { return [] }
    return compare(better.measure, better.value, grade)
  }

  /// Adaptive behaviour wins where it differs from the quotient.
  private static func intellectual(_ measured: Measurements, _ grade: Grade?, age: Int) -> [Contradiction] {
    let score = age >= 18 ? compare(.whodas, measured.number(.whodas), grade) : []
    let quotient: GradeLimit.Measure = age < 7 ? .dq : .iq
    let value = measured.number(age < 7 ? .dq : .iq)
    if measured[.adaptive] != nil { return behaviour(measured, grade) + score }
    if quotient == .dq, let value, value.count >= GradeLimit.dqByBehaviour,
      GradeLimit.grade(of: value, by: .dq) == .some(.four)
    {
      return [Contradiction("dq", value.text, says: "behaviour", recorded: code(grade))]
    }
    return compare(quotient, value, grade) + score
  }

  private static func behaviour(_ measured: Measurements, _ grade: Grade?) -> [Contradiction] {
    guard let text = measured[.adaptive] else { return [] }
    if text == "none" {
      return grade == nil ? [] : [Contradiction("adaptive", "0", says: "none", recorded: code(grade))]
    }
    return compare(.adaptive, Thousandths(text), grade)
  }

  private static func limb(_ measured: Measurements, _ grade: Grade?) -> [Contradiction] {
    guard let clause = measured[.limbClause].flatMap(LimbClause.find) else {
      return grade == nil ? [] : [Contradiction("clause", "-", says: "unnamed", recorded: code(grade))]
    }
    var found: [Contradiction] = []
    if clause.grade != grade {
      found.append(Contradiction("clause", clause.code, says: code(clause.grade), recorded: code(grade)))
    }
    if let measurement = clause.measured, let value = measured.number(measurement),
      let border = GradeLimit.clauseBorder(measurement), !border.isFulfilled(value.count)
    {
      found.append(Contradiction(measurement.rawValue, value.text, says: code(clause.grade), recorded: code(grade)))
    }
    return found
  }

  private static func compare(
    _ measure: GradeLimit.Measure, _ value: Thousandths?, _ grade: Grade?
  ) -> [Contradiction] {
    guard let value, let says = GradeLimit.grade(of: value, by: measure), says != grade else { return [] }
    return [Contradiction(measure.rawValue, value.text, says: code(says), recorded: code(grade))]
  }

  private static func rank(_ grade: Grade?) -> Int { grade?.rawValue ?? Grade.allCases.count + 1 }
  private static func code(_ grade: Grade?) -> String { grade.map { String($0.rawValue) } ?? "none" }
}
