/// What stands without anybody once a member of the office leaves.
public struct Leaving: Hashable, Sendable {
  public let name: String
  /// The posts in which nobody else serves.
  public let posts: [Role]
  /// The cases whose panel waits for the member's own signature.
  public let openSeats: [String]
  /// How many cases under way stay in the member's name.
  public let openCases: Int
  /// What waits in queues that nobody else works through.
  public let waiting: [CaseQueue: Int]

  public init(
    of member: StaffMember, among staff: [StaffMember], openSeats: [String], openCases: Int = 0,
    counts: [CaseQueue: Int]
  ) {
    name = member.name
    let others = staff.filter { $0.isActive && $0.id != member.id }
    posts = member.isActive ? member.roles.filter { role in !others.contains { $0.holds([role]) } } : []
    self.openSeats = openSeats
    self.openCases = openCases
    waiting = counts.filter { queue, count in
      count > 0 && member.holds(queue.roles) && !others.contains { $0.holds(queue.roles) }
    }
  }

  /// Whether nothing is left behind that somebody must see to.
  public var isNothing: Bool { posts.isEmpty && openSeats.isEmpty }

  /// What is left behind, a sentence each.
  public var sentences: [Phrase] {
    var said: [Phrase] = []
    if !posts.isEmpty {
      let names = posts.names
      said.append(
        Phrase(
          "\(name) 是唯一在岗的\(names.chinese)，停用后此岗无人",
          "\(name) alone serves as \(names.english): nobody is left in that post"))
    }
    for queue in CaseQueue.allCases {
      guard let count = waiting[queue] else { continue }
      said.append(
        Phrase(
          "「\(queue.name.chinese)」\(count) 件无人可办", "\(count) waiting in “\(queue.name.english)” with nobody to act"))
    }
    if !openSeats.isEmpty {
      let (named, isAll) = (openSeats.prefix(Self.mostNamed), openSeats.count <= Self.mostNamed)
      said.append(
        Phrase(
          "\(openSeats.count) 件联合评定等其签字：\(named.joined(separator: "、"))\(isAll ? "" : " 等")",
          "Panels without the signature (\(openSeats.count)): \(named.joined(separator: ", "))\(isAll ? "" : ", …")"))
    }
    if let cases { said.append(cases) }
    return said
  }

  /// That cases stay in the member's name, which hinders nobody from leaving: any clerk may go on with them.
  public var cases: Phrase? {
    guard openCases > 0 else { return nil }
    return Phrase(
      "名下未办结业务 \(openCases) 件，可先移交接办人（人员 F3；命令 staff handover）",
      "Cases under way in this name: \(openCases); give them to a colleague (staff F3; staff handover)")
  }

  private static let mostNamed = 5

  /// Said to whoever has not confirmed that it shall be so all the same.
  public var refusal: Refusal {
    Refusal(
      "post_left_empty", .joined(sentences, by: Phrase("；", "; ")),
      remedy: posts.contains(.chair)
        ? Phrase(
          "在岗理事长只有一位：确认停用（--leave-empty）后再建接任的账号",
          "One chair serves at a time: confirm it (--leave-empty), then add the successor")
        : Phrase(
          "请先建好接任的账号；确定仍要停用的，须另行确认（--leave-empty）",
          "Add the successor first; to retire all the same, confirm it (--leave-empty)"))
  }
}
