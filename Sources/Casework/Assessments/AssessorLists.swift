/// The lists of those who may assess, as they read now (Measures article 6).
public struct AssessorLists: Hashable, Sendable {
  public let institutions: [Institution]
  public let doctors: [Doctor]

  public init(institutions: [Institution] = [], doctors: [Doctor] = []) {
    self.institutions = institutions
    self.doctors = doctors
  }
}

extension Application {
  /// What the lists say now against a result that was recorded before: whoever was suspended on the day of the assessment.
  ///
  /// It refuses nothing that was done; whoever decides looks at it.
  public func warnings(of lists: AssessorLists) -> [Warning] {
    let named = assessorsNamed
    guard !State.finished.contains(state), finding?.path == AssessmentPath.hospital.rawValue, let day = named.day
    else { return [] }
    let institution = lists.institutions.first { $0.isCalled(named.institution) }
    let doctors = lists.doctors.filter { $0.institution == institution?.code && named.doctors.contains($0.name) }
    let entries = [institution.map { ($0.name, $0.listing) }].compactMap { $0 } + doctors.map { ($0.name, $0.listing) }
    return entries.compactMap { name, listing in
      listing.problem(on: day).map { problem in
        Warning(
          code: .assessorNotListed,
          sentence: Phrase("评定当天（\(day)）「\(name)」", "“\(name)” on the day of the assessment (\(day)): ") + problem,
          possibleFrom: nil, source: .measures(6))
      }
    }
  }

  /// Who assessed by the result that stands: as it was recorded here, or as it came with another county's file.
  public var assessorsNamed: (institution: String, doctors: [String], day: Day?) {
    let move: Move = day(of: .recordResult) == nil && day(of: .arrive) != nil ? .arrive : .recordResult
    return (
      value("institution", of: move), StaffList.ids(value("doctors", of: move)), Day(iso: value("date", of: move))
    )
  }
}

extension Institution {
  /// Whether this text means the institution; another county's file gives a name and no code.
  public func isCalled(_ text: String) -> Bool {
    let text = Cleaning.field(text)
    return !text.isEmpty && (text == code || text == name)
  }
}
