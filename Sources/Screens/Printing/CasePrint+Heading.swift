import Casework

/// What stands over a paper: what it is to whoever receives it.
extension CasePrint {
  func heading(for application: Application) -> Phrase {
    switch self {
    case .letter: Self.letter(of: application.service)
    case .refusal where application.day(of: .refuse) == nil: Phrase("不予受理通知书", "Not accepted")
    case .receipt, .correction, .referral, .refusal: name
    }
  }

  private static func letter(of service: ServiceKind) -> Phrase {
    switch service {
    case .cancel: Phrase("残疾人证注销通知书", "Notice of cancellation")
    case .freeze: Phrase("残疾人证冻结通知书", "Notice of a freeze")
    case .unfreeze: Phrase("残疾人证解冻通知书", "Notice that a freeze is over")
    case .restore: Phrase("残疾人证恢复通知书", "Notice of restoration")
    case .transferOut: Phrase("残疾人证迁移证明", "Proof of transfer")
    case .transferIn: Phrase("残疾人证迁入登记通知书", "Notice of registration")
    case .new, .renewExpired, .renewDamaged, .renewInformation, .reissue, .change: CasePrint.letter.name
    }
  }
}
