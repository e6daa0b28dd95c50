extension Refusal {
  /// The own secret was not given for this very act, or not the one of the two that signs.
  ///
  /// - Parameter need: what takes it.
  public static func giveOwnSecret(_ code: String, to need: Phrase, _ staff: StaffMember) -> Refusal {
    Refusal(
      code, need + staff.signingSecret.wanted(Phrase("须本人当场输入", " takes your own ")),
      remedy: staff.hasPIN
        ? Phrase("请输入本人的签字密码（命令：--pin-file）", "Give your signing PIN (commands: --pin-file)")
        : Phrase("请重新输入本人密码", "Give your own password again"))
  }

  /// Only the chair's own secret puts the chair's signature into another hand (domain: section 1).
  public static func delegatorSecret(_ chair: StaffMember) -> Refusal {
    Refusal(
      "delegator_secret",
      Phrase("授权", "A delegation")
        + chair.signingSecret.wanted(Phrase("须理事长「\(chair.name)」本人当场输入", " takes the chair's own (\(chair.name)'s) ")),
      remedy: chair.hasPIN
        ? Phrase(
          "请理事长本人办理（命令：--pin-file），或由其作为第二人输入（--second，签字密码放 --second-password-file）",
          "The chair gives it himself (--pin-file), or stands beside as the second person (--second, the PIN in --second-password-file)"
        )
        : Phrase(
          "请理事长本人办理，或由其作为第二人输入密码（--second）",
          "The chair gives it himself, or stands beside as the second person (--second)"))
  }

  /// Whoever stands beside proves it as much as whoever acts (SOD-7).
  public static func secondSecret(_ second: StaffMember) -> Refusal {
    Refusal(
      "own_secret",
      second.signingSecret.wanted(
        Phrase("第二人「\(second.name)」须当场输入本人的", "The second person, \(second.name), gives the own ")))
  }

  /// An office has one serving chair, of whom every panel has exactly one (SOD-3).
  public static func chairServes(_ chair: StaffMember) -> Refusal {
    Refusal(
      "chair_serves", Phrase("「\(chair.name)」正任理事长，在岗理事长只有一位", "“\(chair.name)” serves as the chair, and there is one"),
      remedy: Phrase(
        "换届的先停用原账号；临时代签的用签字授权", "Retire that account first, or delegate the signature for a time"))
  }

  /// One person with two accounts could act as two.
  public static func sameName(_ other: StaffMember) -> Refusal {
    if !other.isActive {
      return Refusal(
        "same_name",
        Phrase("「\(other.name)」（\(other.id)）有停用的账号", "“\(other.name)” (\(other.id)) has a retired account"),
        remedy: Phrase(
          "同一人回来或换岗的，用原账号（「人员」回车改岗位；命令 staff posts）；确是同名的另一人，写明后再建（--another-person）",
          "The same person takes the former account with other posts (Enter under Staff; staff posts); where it is another person, say so (--another-person)"
        ))
    }
    return Refusal(
      "same_name", Phrase("已有在岗人员叫「\(other.name)」（\(other.id)）", "“\(other.name)” (\(other.id)) works here already"),
      remedy: Phrase(
        "同一人不建第二个账号，换岗用原账号（「人员」回车；命令 staff posts）；确是同名的另一人，写明后再建（--another-person）",
        "One person has one account, also in other posts (Enter under Staff; staff posts); where it is another person, say so (--another-person)"
      ))
  }
}

extension SigningSecret {
  /// `须本人当场输入密码`; of a PIN also that the other secret does not do.
  fileprivate func wanted(_ asking: Phrase) -> Phrase {
    let other =
      self == .pin
      ? Phrase("，登录密码不算数", ", now; the log-in's password does not count") : Phrase("", ", now")
    return asking + name + other
  }
}
