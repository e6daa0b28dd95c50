import CaseStore
import Casework

extension CaseView {
  /// Who has signed, and whose signature is void because the case reads otherwise now.
  func seats(in language: Language) -> String {
    let seats = application.panelMembers.map { member in
      let signature = application.signatures.first { $0.staff == member }
      let isVoid = signature.map { !application.stands($0) }
      let standing =
        isVoid.map { $0 ? Phrase("需重签", "to sign again") : Phrase("已签", "signed") } ?? Phrase("未签", "open")
      return .verbatim(application.memberName(member) + " ") + standing
    }
    return (Phrase("评定席位：", "Seats: ") + .joined(seats))(in: language)
  }
}
