/// When a renewal takes a new assessment (domain: 2.3).
public enum ReassessRule: String, CaseIterable, Sendable {
  case never, doubt, always

  public var name: Phrase {
    switch self {
    case .never: Phrase("不重评", "never")
    case .doubt: Phrase("有疑义时重评", "in doubt")
    case .always: Phrase("一律重评", "always")
    }
  }
}

/// How a loss is announced before a new card is issued (domain: 2.4).
public enum AnnounceKind: String, CaseIterable, Sendable {
  case none, newspaper, board, web

  public var name: Phrase {
    switch self {
    case .none: Phrase("不公告", "not announced")
    case .newspaper: Phrase("登报", "newspaper")
    case .board: Phrase("公告栏", "notice board")
    case .web: Phrase("网站", "web site")
    }
  }
}
