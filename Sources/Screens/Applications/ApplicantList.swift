public import CaseStore
public import Casework

/// Where a list of applicants comes from: a file, or what was pasted.
public enum ApplicantSource: Hashable, Sendable {
  case path(String)
  case pasted(String)
}

/// A list of applicants that was read.
public struct ApplicantList: Sendable {
  public let received: ReceivedFile
  public let lines: [ApplicantLine]

  public init(received: ReceivedFile, lines: [ApplicantLine]) {
    self.received = received
    self.lines = lines
  }
}

/// Reads a list of applicants.
///
/// Throws `Refusal` where it cannot.
public typealias ApplicantListReader = (_ source: ApplicantSource) throws -> ApplicantList
