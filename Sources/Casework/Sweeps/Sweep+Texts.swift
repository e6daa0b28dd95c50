/// What somebody has answered about the texts of a list that are not known to be harmless.
extension Sweep {
  /// The codes under which an import's event keeps them.
  public enum TextCode {
    public static let texts = "texts"
    /// Columns that nobody knows, with what they say.
    public static let unfamiliar = "unfamiliar"
    /// Whoever imported has read them, and they say nothing against any row.
    public static let areRead = "texts_read"
  }

  /// The texts of its list that were shown to whoever imported it, or take rows back.
  public var listTexts: [ListText] {
    value(TextCode.texts, of: .import).split(separator: "\n").compactMap { ListText(kept: $0) }
  }

  /// The texts of which a person has to say whether they speak against a row.
  public var textsToRead: [ListText] { listTexts.filter { !$0.isDenial } }

  /// Who has read them and said that they say nothing against any row; `nil` where nobody has.
  public var textsReadBy: StaffMember.ID? {
    value(TextCode.areRead, of: .import).isEmpty ? nil : importer
  }

  /// Columns of its list that nobody knows, with words that are not known to be harmless.
  public var unfamiliarColumns: [UnfamiliarColumn] {
    value(TextCode.unfamiliar, of: .import).split(separator: "\n").compactMap { UnfamiliarColumn(kept: $0) }
  }

  /// The texts, and what was answered about them, for whoever confirms and for the papers; none where there are none.
  public var textsTold: [Phrase] {
    if listTexts.isEmpty { return [] }
    let answer =
      textsToRead.isEmpty
      ? Phrase("有关各行已逐行问", "the rows concerned are asked one by one")
      : textsReadBy.map { who in
        Phrase("\(who) 导入时看过，答不针对任何一行", "\(who) read them at the import: they speak against no row")
      } ?? Phrase("导入时没有答，有关各行逐行问", "not answered at the import: the rows concerned are asked one by one")
    return listTexts.map(\.words) + [answer]
  }

  /// The same on paper.
  public var textsOnPaper: [Phrase] { textsTold.map { Phrase("行外：", "Beside the rows: ") + $0 } }
}
