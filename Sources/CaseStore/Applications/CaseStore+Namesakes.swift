public import Casework
import GRDB

extension CaseStore {
  /// Live certificates under other numbers whose holder has the applicant's name, sex and birth date; for whoever comes
  /// new into the register also those that moved out.
  public func namesakes(of application: Application) throws -> [Certificate] {
    try read { try namesakes(of: application, in: $0) }
  }

  func namesakes(of application: Application, in db: Database) throws -> [Certificate] {
    let name = Cleaning.name(application.applicant).text
    guard !name.isEmpty, let birth = application.birth else { return [] }
    return try Self.certificates(where: "name = ? AND birth = ?", [name, birth.iso], in: db)
      .filter { application.resembles($0, on: today) }
  }
}
