import CaseStore
import Casework
import TerminalKit

extension MoveForm {
  /// Values that the same office gave for the same move before, or that follow from its villages.
  private static let remembered: Set = ["reason", "place", "reminder", "items", "receipt_reason"]

  /// Offers in F4 what was given before; a signature is everybody's own.
  mutating func offerKnown(from store: CaseStore) throws {
    guard signer == nil, move != .panelSign else { return }
    let codes = form.fields.filter { $0.takesText && Self.remembered.contains($0.code) }.map(\.code)
    guard !codes.isEmpty else { return }
    let earlier = try EarlierEntries(session.staff.id, besides: id, in: store)
    for code in codes {
      let given = earlier.known(code, of: move)
      let more = code == "place" ? earlier.villages.filter { !given.contains($0) } : []
      form[code]?.known = given + more
    }
  }

  /// Offers the doctors who stand on the institution's list on the day, for what was found.
  mutating func arrangeDoctors() {
    guard let facts, form["doctors"] != nil else { return }
    let doctors = facts.around.lists.known(at: form.text("institution"), on: assessedOn, for: categoriesFound)
    form["doctors"]?.takesSeveral = true
    form["doctors"]?.known = doctors
    form["doctors"]?.hint = doctors.isEmpty ? nil : FormField.doctorsListed
  }

  /// Who comes for the card, said while the number is typed and before the card is gone (domain: 3.2 collect).
  var collectorLines: [FactLine] {
    guard move == .collect, let application = facts?.application else { return [] }
    let typed = form.text("identity")
    let label = Phrase("领取人", "Collected by")
    guard !typed.isEmpty else {
      return [
        FactLine(label, Phrase("本人、监护人或代理人；他人代领的须看委托书", "holder, guardian or agent; anybody else brings a letter"))
      ]
    }
    if let part = application.collectorPart(of: typed) { return [FactLine(label, part.name, .good)] }
    return [
      FactLine(
        label,
        Phrase(
          "不是本人、监护人或代理人：勾选委托书，或填邮寄单号，或写明理由",
          "neither holder, guardian nor agent: tick the letter, give a posting number, or say why"), .warning)
    ]
  }

  /// The number that the certificate will bear, before anybody signs for it (features: 12).
  var numberToCome: [FactLine] {
    guard let facts, let numbers,
      let category = Int(form.text("category")).flatMap(DisabilityCategory.init(rawValue:)),
      let grade = Int(form.text("grade")).flatMap(Grade.init(rawValue:)),
      let number = numbers.number(of: facts.application, ifFound: category, grade, under: facts.rules.policy)
    else { return [] }
    return [FactLine(CaseFacts.toCome, number.masked, .good)]
  }
}

extension AssessorLists {
  /// The doctors on the institution's list on a day for any of these categories, to choose from.
  func known(at institution: String, on day: Day, for categories: [DisabilityCategory]) -> [Choice] {
    doctors.filter { $0.institution == institution && $0.problem(on: day, for: categories) == nil }
      .map { doctor in Choice(doctor.name, .verbatim("\(doctor.name)  ") + .joined(doctor.categories.map(\.name))) }
  }
}

extension FormField {
  /// Said where the doctors of a list can be chosen.
  static let doctorsListed = Phrase("F4 选名册内的医生", "F4 lists the doctors of the list")
}
