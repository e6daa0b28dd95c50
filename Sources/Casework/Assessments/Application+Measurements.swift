/// What was measured, and whether it goes together with what was found.
extension Application {
  /// The parts to measure, each with its grade; `nil` as grade where the standard is recorded as not met.
  func partsFound(_ fields: Entries) -> [(category: DisabilityCategory, grade: Grade?)] {
    guard let category = Int(fields.text("category")).flatMap(DisabilityCategory.init(rawValue:)) else { return [] }
    guard category == .multiple else { return [(category, Int(fields.text("grade")).flatMap(Grade.init(rawValue:)))] }
    return MultipleDisability(written: fields.text("parts"))?.parts.map { ($0.category, $0.grade) } ?? []
  }

  /// What is measured of each part at the age on the day on which it was found.
  public func measured(_ fields: Entries, on day: Day) -> [(required: [Measurement], further: [Measurement])] {
    partsFound(fields).map { Measurement.of($0.category, age: age(ofPart: $0.category, fields, on: day)) }
  }

  private func age(ofPart part: DisabilityCategory, _ fields: Entries, on day: Day) -> Int {
    age(on: ResultShare.of(part, in: fields).date ?? day)
  }

  /// What must have been measured and was not; nothing where the standard is recorded as not met.
  public func missingMeasurements(_ fields: Entries, on day: Day) -> [Measurement] {
    guard fields.text("grade") != "none" else { return [] }
    let given = Measurements(written: fields.text("measurements")) ?? Measurements()
    let required = measured(fields, on: day).flatMap(\.required)
    return Measurement.allCases.filter { required.contains($0) && given[$0] == nil }
  }

  /// Where the values and the grade given with a result or a signature speak against each other.
  public func contradictions(_ fields: Entries, on day: Day) -> [Contradiction] {
    let given = Measurements(written: fields.text("measurements")) ?? Measurements()
    return partsFound(fields).flatMap {
      Contradictions.between(
        given, $0.category, $0.grade, age: age(ofPart: $0.category, fields, on: day))
    }
  }

  /// What speaks against a finding, as it is kept with the event.
  func contradictionEntries(of act: Act<Application>, on day: Day) -> Entries {
    let found = contradictions(act.fields, on: day)
    return found.isEmpty ? [:] : ["contradictions": found.map(\.text).joined(separator: ",")]
  }

  /// What the result recorded last was marked with, for whoever decides: contradictions, doctors nobody could confirm.
  public var resultMarks: [Phrase] { contradictions + doctorMarks }

  /// What the result recorded last was marked with besides what `warnings` tells.
  public var doctorMarks: [Phrase] {
    let unchecked = Phrase("该机构未登记评残医生，医生未核对", "The institution has no doctors listed: they were not checked")
    guard finding?.path == "hospital" else { return [] }
    return (doctorsAreUnchecked ? [unchecked] : []) + partsUnchecked.map { $0.name + Phrase("：", ": ") + unchecked }
  }

  /// A finding that its own measurements contradict, as something to look at before deciding.
  ///
  /// Doctors whom nobody could confirm are a matter of the institution, the same in all its cases.
  var contradictionWarnings: [Warning] {
    contradictions.map {
      Warning(code: .contradicted, sentence: $0, possibleFrom: nil, source: Phrase("GB/T 26341", "GB/T 26341"))
    }
  }

  private var contradictions: [Phrase] {
    guard finding?.path == "hospital" else { return seatMarks }
    return Contradiction.list(value("contradictions", of: .recordResult)).map(\.sentence)
  }

  /// Contradictions of the seats, each once, as soon as opinions are open.
  private var seatMarks: [Phrase] {
    guard opinionsAreOpen else { return [] }
    return panelMembers.flatMap { Contradiction.list(entries.text("sign.\($0)|contradictions")) }
      .map(\.sentence).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  public func age(on day: Day) -> Int { birth?.age(on: day) ?? 18 }
}
