/// What stands without anybody once a member of the office leaves.
public struct Leaving: Hashable, Sendable {
  public let name: String
  /// The posts in which nobody else serves.
  public let posts: [Role]
  /// The cases whose panel waits for the member's own signature.
  public let openSeats: [String]
  /// What waits in queues that nobody else works through.
  public let waiting: [CaseQueue: Int]

  public init(of member: StaffMember, among staff: [StaffMember], openSeats: [String], counts: [CaseQueue: Int]) {
    name = member.name
    let others = staff.filter { $0.isActive && $0.id != member.id }
    posts = member.isActive ? member.roles.filter { role in !others.contains { $0.holds([role]) } } : []
    self.openSeats = openSeats
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
    return said
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
