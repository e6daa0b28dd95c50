import Casework

/// Something that people look for by name in the help and that has no key of its own (features: 78).
struct Destination: Sendable {
  let name: Phrase
  /// Other words for it.
  let alias: Phrase
  /// Where to press what, so that people learn the way.
  let way: Phrase
  let refusal: Phrase?
  let effect: Effect

  /// The services of the counter: the person first, then the service.
  static func services(for staff: StaffMember) -> [Destination] {
    let refusal = staff.holds([.clerk]) ? nil : Refusal.notYourRole([.clerk]).explanation
    return ServiceKind.allCases.map { service in
      let told = Phrase(
        "先输入此人的号码或姓名，再选「\(service.name.chinese)」",
        "Type the person's number or name first, then choose “\(service.name.english)”")
      return Destination(
        name: service.name, alias: service.alias, way: Phrase("受理 F2", "Reception F2"), refusal: refusal,
        effect: .all([.replace(.reception("")), .say(.told(told))]))
    }
  }

  func answers(to typed: String) -> Bool {
    [name, alias].contains { KeyHint.answers($0, to: typed) }
  }
}

extension ServiceKind {
  /// What people call it besides its name.
  fileprivate var alias: Phrase {
    switch self {
    case .new: Phrase("办证、首次申领", "first card")
    case .renewExpired: Phrase("换证、到期换证", "renew")
    case .renewDamaged: Phrase("换证、损坏", "damaged card")
    case .renewInformation: Phrase("改名、改号码", "change of name or number")
    case .reissue: Phrase("补证、遗失", "lost card")
    case .change: Phrase("变更、重新评定", "change of grade")
    case .transferOut, .transferIn: Phrase("转证、迁移", "move")
    case .cancel: Phrase("销证", "end")
    case .freeze, .unfreeze, .restore: Phrase("", "")
    }
  }
}
