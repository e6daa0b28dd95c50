import Casework
import TerminalKit

extension FormField {
  /// The field for one measured value; hidden until the category that it belongs to is chosen.
  static func measured(_ measurement: Measurement) -> FormField {
    var field: FormField
    switch measurement.kind {
    case .number:
      field = FormField(measurement.rawValue, measurement.name, .text(TextField(limit: 8, filter: .halfWidth)))
    case .choice(let choices): field = FormField(measurement.rawValue, measurement.name, .choice(choices, nil))
    }
    field.isShown = false
    return field
  }
}

extension Form {
  /// The values given in the fields that are shown.
  var measurements: Measurements {
    let given = Measurement.allCases.map { ($0, text($0.rawValue).trimmed) }.filter { !$0.1.isEmpty }
    return Measurements(Dictionary(given, uniquingKeysWith: { first, _ in first }))
  }

  /// Marks a value that its measurement cannot have, once its field is left.
  mutating func tidyMeasurement(_ code: String) {
    guard let measurement = Measurement(rawValue: code), let value = self[code]?.value.trimmed,
      case .number(let limit) = measurement.kind
    else { return }
    self[code]?.problem =
      value.isEmpty || measurement.admits(value)
      ? nil : Phrase("应填 0 至 \(limit) 的数，最多三位小数", "A number from 0 to \(limit), up to three decimals")
  }
}

extension MoveForm {
  /// Shows what is measured for the category found, the clauses of the grade found, and the parts of a multiple disability.
  mutating func arrangeMeasurements() {
    let asked = transition?.asks.map(\.kind) ?? []
    if asked.contains(.parts) { form.arrangeParts() }
    if asked.contains(.partResults), let facts { form.arrangePartResults(by: facts.around.lists, on: assessedOn) }
    guard asked.contains(.measurements), let application = facts?.application else { return }
    let wanted = application.measured(fieldsFound, on: assessedOn)
    let isGraded = form.text("grade") != "none"
    let required = !isGraded ? [] : wanted.flatMap(\.required)
    let shown = wanted.flatMap { $0.required + $0.further }
    narrowClauses()
    let measured = LimbClause.find(form[Measurement.limbClause.rawValue]?.value ?? "")?.measured
    for measurement in Measurement.allCases {
      let isOfClause = LimbClause.all.contains { $0.measured == measurement }
      form.show(measurement.rawValue, shown.contains(measurement) && (!isOfClause || measurement == measured))
      form[measurement.rawValue]?.isRequired = required.contains(measurement) && move == .recordResult
    }
  }

  /// What the values typed so far say against the grade chosen.
  var contradictionLines: [FactLine] {
    guard let application = facts?.application, !form.text("grade").isEmpty else { return [] }
    let held = facts?.around.certificate ?? facts?.around.heldBefore
    let difference = Int(form.text("category")).flatMap(DisabilityCategory.init(rawValue:)).flatMap {
      application.difference(of: $0, Int(form.text("grade")).flatMap(Grade.init(rawValue:)), from: held)
    }
    return (application.contradictions(fieldsFound, on: assessedOn).map(\.sentence) + [difference].compactMap { $0 })
      .map { FactLine(Phrase("请核", "Look at"), $0, .warning) }
  }

  /// What was found, as the store takes it.
  private var fieldsFound: Entries {
    var fields = form.entries
    fields["measurements"] = form.measurements.text
    fields["parts"] = form.partsText
    fields["part_results"] = form.partResultsText
    return fields
  }

  var assessedOn: Day { Day(iso: Day.written(form.text("date"))) ?? facts?.today ?? Day(ordinal: 0) }

  var categoriesFound: [DisabilityCategory] {
    guard let found = Int(form.text("category")).flatMap(DisabilityCategory.init(rawValue:)) else { return [] }
    guard found == .multiple else { return [found] }
    return form.parts.map(\.category)
  }

  /// Offers the clauses of the grade found, with their text; before that all of them.
  private mutating func narrowClauses() {
    let code = Measurement.limbClause.rawValue
    let part = form.parts.first { $0.category == .limb }?.grade.rawValue
    let grade = form.isMultiple ? part : Int(form.text("grade"))
    guard let kept = form[code]?.value else { return }
    let choices = LimbClause.all.filter { grade == nil || $0.grade.rawValue == grade }
      .map { Choice($0.code, .verbatim("\($0.code) ") + $0.text) }
    form[code]?.editor = .choice(choices, choices.firstIndex { $0.code == kept })
  }
}
