/// The posts of an office (岗位); one person may hold several (domain: section 1).
public enum Role: String, CaseIterable, Codable, Sendable {
  case clerk, assessor, chair, supervisor, liaison, inspector, archivist, administrator, employment

  public var name: Phrase {
    switch self {
    case .clerk: Phrase("办证员", "Clerk")
    case .assessor: Phrase("联合评定人", "Panel assessor")
    case .chair: Phrase("理事长", "Council chair")
    case .supervisor: Phrase("审核主管", "Supervisor")
    case .liaison: Phrase("公安数据联络员", "Police data liaison")
    case .inspector: Phrase("监督检查人员", "Inspector")
    case .archivist: Phrase("档案员", "Archivist")
    case .administrator: Phrase("系统管理员", "Administrator")
    case .employment: Phrase("就业服务", "Employment service")
    }
  }
}

extension Sequence<Role> {
  /// The names of several posts in one phrase, joined as a list.
  public var names: Phrase {
    Phrase(map(\.name.chinese).joined(separator: "、"), map(\.name.english).joined(separator: ", "))
  }
}
