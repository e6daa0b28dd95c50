extension Refusal {
  /// The own secret was not given for this very act, or not the one of the two that signs.
  ///
  /// - Parameter need: what takes it.
  public static func giveOwnSecret(_ code: String, to need: Phrase, _ staff: StaffMember) -> Refusal {
    staff.hasPIN
      ? Refusal(
        code,
        need
          + Phrase(
            "须本人当场输入签字密码（PIN），登录密码不算数", " takes your own signing PIN, now; the log-in's password does not count"),
        remedy: Phrase("请输入本人的签字密码（命令：--pin-file）", "Give your signing PIN (commands: --pin-file)"))
      : Refusal(
        code, need + Phrase("须本人当场输入密码", " takes your own password, now"),
        remedy: Phrase("请重新输入本人密码", "Give your own password again"))
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
    Refusal(
      "same_name", Phrase("已有在岗人员叫「\(other.name)」（\(other.id)）", "“\(other.name)” (\(other.id)) works here already"),
      remedy: Phrase(
        "同一人不建第二个账号；确是同名的另一人，写明后再建（--another-person）",
        "One person has one account; where it is another person, say so (--another-person)"))
  }
}
