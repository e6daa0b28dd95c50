/// Which of the two secrets somebody signs by: the PIN of whoever has set one, else the password of the sign-in (features: 21).
///
/// Whatever asks for it, or says that it lacks, takes the name from here.
public enum SigningSecret: Hashable, Sendable {
  case password, pin

  public var name: Phrase {
    switch self {
    case .password: Phrase("密码", "password")
    case .pin: Phrase("签字密码（PIN）", "signing PIN")
    }
  }

  /// What a requirement is called of which it is not known whom it will be asked of.
  public static let requirement = Phrase("本人密码或签字密码", "Own secret")
}

extension Phrase {
  /// Said to whoever has set a password for somebody else.
  public static let ownerChangesItAgain = Phrase("；请其登录后自己再改", "; its owner signs in and changes it again")
}

extension StaffMember {
  public var signingSecret: SigningSecret { hasPIN ? .pin : .password }

  /// What is said to somebody whose password this member has set: as long as it is not changed, two people know it.
  public var hasSetYourPassword: Phrase {
    Phrase(
      "您的登录密码是「\(name)」设的，请改成只有您知道的（桌面 Ctrl+P，命令 staff password）",
      "“\(name)” has set your password: change it to one that you alone know (Ctrl+P on the desk, or staff password)")
  }
}
