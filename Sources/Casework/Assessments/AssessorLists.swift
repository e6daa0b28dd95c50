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
    guard !State.finished.contains(state), finding?.path == AssessmentPath.hospital.rawValue else { return [] }
    return assessorsNamed.flatMap { share in
      share.date.map { day in Self.listingProblems(of: share, on: day, by: lists).map { share.about($0) } } ?? []
    }.map { Warning(code: .assessorNotListed, sentence: $0, possibleFrom: nil, source: .measures(6)) }
  }

  private static func listingProblems(of share: ResultShare, on day: Day, by lists: AssessorLists) -> [Phrase] {
    let institution = lists.institutions.first { $0.isCalled(share.institution) }
    let doctors = lists.doctors.filter { $0.institution == institution?.code && share.doctors.contains($0.name) }
    let entries = [institution.map { ($0.name, $0.listing) }].compactMap { $0 } + doctors.map { ($0.name, $0.listing) }
    return entries.compactMap { name, listing in
      listing.problem(on: day).map { problem in
        Phrase("评定当天（\(day)）「\(name)」", "“\(name)” on the day of the assessment (\(day)): ") + problem
      }
    }
  }

  /// Who assessed by the result that stands: as it was recorded here, or as it came with another county's file.
  public var assessorsNamed: [ResultShare] {
    let move: Move = day(of: .recordResult) == nil && day(of: .arrive) != nil ? .arrive : .recordResult
    return ResultShare.all(of: given(with: move))
  }

  /// What this doctor of the institution found of the result that stands; empty where nothing.
  public func shares(of doctor: Doctor, at institution: Institution?) -> [ResultShare] {
    assessorsNamed.filter { $0.doctors.contains(doctor.name) && institution?.isCalled($0.institution) ?? false }
  }
}

extension Institution {
  /// Whether this text means the institution; another county's file gives a name and no code.
  public func isCalled(_ text: String) -> Bool {
    let text = Cleaning.field(text)
    return !text.isEmpty && (text == code || text == name)
  }
}
