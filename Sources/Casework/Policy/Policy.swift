/// The settings under which an office works (domain: 10.1), with the national or usual value where it set none.
public struct Policy: Hashable, Sendable {
  public private(set) var values: [PolicyKey: String]

  public init(_ values: [PolicyKey: String] = [:]) { self.values = values }

  public subscript(key: PolicyKey) -> String {
    get { values[key] ?? key.standard }
    set { values[key] = newValue }
  }

  public var noticeDays: Int { number(.noticeDays) }
  public var intakeDays: Int { number(.intakeDays) }
  public var correctionDays: Int { number(.correctionDays) }
  public var reviewDays: Int { number(.reviewDays) }
  public var objectionDays: Int { number(.objectionDays) }
  public var assessmentValidDays: Int { number(.assessmentValidDays) }
  public var doctors: Int { number(.assessmentDoctors) }
  public var panelSize: Int { number(.panelMinimum) }
  public var barMonths: Int { number(.reapplyBarMonths) }
  public var photoCount: Int { number(.photoCount) }
  public var freezeAfterMonths: Int { number(.freezeAfterMonths) }
  public var cancelAfterMonths: Int { number(.cancelAfterMonths) }
  public var directPathIsOpen: Bool { self[.directPath] == "true" }
  public var minorsAreNotPosted: Bool { self[.noticeSkipsMinors] == "true" }
  public var residencePermitsAreAdmitted: Bool { self[.residencePermits] == "true" }
  public var panelCategories: [Int] { self[.panelCategories].split(separator: ",").compactMap { Int($0) } }

  private func number(_ key: PolicyKey) -> Int {
    guard let value = Int(self[key]) else { preconditionFailure("\(key.rawValue) is checked before it is stored") }
    return value
  }
}
