public import Casework
import GRDB

/// A case that waits for an assessment and cannot be assessed on a day, with the reason (features: 57).
public struct HinderedCase: Hashable, Sendable {
  public let application: Application
  public let refusal: Refusal
}

extension CaseStore {
  /// The cases that wait to be referred and stand on no open list, whose address has this text, village by village:
  /// those that could be assessed on the day, and those that could not.
  ///
  /// Throws `Refusal`.
  public func listable(
    on code: String, village: String = "", by session: Session
  ) throws -> (possible: [Application], hindered: [HinderedCase]) {
    let listed = Set(try assessmentDays().filter { !$0.isClosed }.flatMap(\.cases))
    let waiting = try cases(CaseFilter(queue: .routing)).filter {
      !listed.contains($0.number) && (village.isEmpty || $0[.address].contains(village))
    }.map { (village: Village(of: $0[.address]), application: $0) }
      .sorted { ($0.village, $0.application.id) < ($1.village, $1.application.id) }.map(\.application)
    return try read { db in
      let day = try assessmentDay(code, in: db)
      let institution = try MasterRecord.find(.institution, day.institution, in: db).map(Institution.init(record:))
      return try waiting.reduce(into: ([], [])) { sorted, application in
        if let refusal = try hindrance(of: application, on: day, of: institution, by: session, in: db) {
          sorted.1.append(HinderedCase(application: application, refusal: refusal))
        } else {
          sorted.0.append(application)
        }
      }
    }
  }

  /// Why whoever assesses on the day may not assess this case, by the row of the table with which it would be sent there.
  private func hindrance(
    of application: Application, on day: AssessmentDay, of institution: Institution?, by session: Session,
    in db: Database
  ) throws -> Refusal? {
    let act =
      day.isByPanel
      ? Act<Application>(.chooseDirect, ["eyeballs_absent": "yes"])
      : Act<Application>(.chooseHospital, ["institution": day.institution])
    let conditions: [Application.Requirement] =
      [.assessmentDue]
      + (day.isByPanel ? [.directPathOpen, .categoryForPanel] : [.institutionListed, .otherInstitution])
    var facts = ApplicationFacts()
    facts.institution = institution
    facts.certificate = try certificate(of: application, in: db)
    let circumstances = try circumstances(of: session, on: application, facts: facts, in: db)
    return conditions.first { !application.meets($0, act, in: circumstances) }
      .map { application.refusal(for: $0, act, in: circumstances) }
  }
}

extension Refusal {
  /// The same refusal, said of one case among several.
  func about(_ number: String, _ applicant: String) -> Refusal {
    Refusal(code, .verbatim("\(applicant)（\(number)）：") + message, remedy: remedy)
  }
}
