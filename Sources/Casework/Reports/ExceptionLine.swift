/// An act that took an exception of two people, or that was made with a password of somebody else's making: it stands in the year report (SOD-7, features: 23).
public struct ExceptionLine: Hashable, Sendable {
  public let day: Day
  /// The case.
  public let number: String
  public let service: ServiceKind
  public let move: Application.Move
  /// Who acted, and who stood beside.
  public let staff: [String]
  public let ground: String
  /// Who had set the password by which it was made; "" where it was the actor's own.
  public let secretBy: String
  /// Who could have decided without an exception, by name; "" where there was nobody.
  public let others: String

  public init(
    day: Day, number: String, service: ServiceKind, move: Application.Move, staff: [String], ground: String,
    secretBy: String = "", others: String = ""
  ) {
    self.day = day
    self.number = number
    self.service = service
    self.move = move
    self.staff = staff
    self.ground = ground
    self.secretBy = secretBy
    self.others = others
  }
}

extension Paper.Chapter {
  /// The exceptions of a period, each with its ground.
  public static func exceptions(_ lines: [ExceptionLine]) -> Paper.Chapter {
    let none = Phrase("没有。", "None.")
    let definition = Phrase(
      "突破一年限制、迁出后新办、曾属他人的号码、经手人自行批准、解冻或恢复本人决定的，均由两人决定并写明理由，列入年度检查。签字、审批所用密码由他人设定的，也列在此。",
      "A bar lifted, a new card after a move, an approval by whose hands or decision it was: two people and a ground, for the inspection. So is what was signed or approved by a password that somebody else had set."
    )
    return Paper.Chapter(
      "exceptions", Phrase("例外", "Exceptions"), notes: [definition] + (lines.isEmpty ? [none] : []),
      [
        Paper.Column(Phrase("日期", "Day"), 12), Paper.Column(Phrase("业务", "Case"), 20),
        Paper.Column(Phrase("事项", "Service"), 14), Paper.Column(Phrase("办理", "Act"), 10),
        Paper.Column(Phrase("办理人", "By"), 18), Paper.Column(Phrase("理由", "Ground"), 40),
      ],
      lines.map { line in
        [
          .verbatim(line.day.iso), .verbatim(line.number), line.service.name, line.move.name,
          .listed(line.staff),
          line.why
            + (line.others.isEmpty
              ? Phrase("", "") : Phrase("（", " (") + Application.couldDecide(line.others) + Phrase("）", ")")),
        ]
      })
  }
}

extension ExceptionLine {
  /// The ground that was given, or whose password it was.
  public var why: Phrase {
    let secret = Phrase("密码由「\(secretBy)」设定", "password set by “\(secretBy)”")
    if secretBy.isEmpty { return .verbatim(ground) }
    return ground.isEmpty ? secret : .verbatim(ground) + Phrase("；", "; ") + secret
  }
}
