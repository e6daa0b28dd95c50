extension Denial {
  /// Where else than in its remark a list speaks against a row.
  public enum Place: CaseIterable, Sendable {
    case file, sheet, title, innerTitle, blankKind, strike, earlierDate, laterDate, age, relative, formula
    case otherDead, otherPerson, sharedDay, otherDay, ownAct, movedTo

    /// How it stands in the remark that is kept; whatever is written there is read as a doubt.
    fileprivate var kept: String { name.chinese + Denial.doubtful }

    fileprivate var name: Phrase {
      switch self {
      case .file: Phrase("文件名", "the name of the file")
      case .sheet: Phrase("表名", "the name of the sheet")
      case .title: Phrase("标题", "the title")
      case .innerTitle: Phrase("上方另有标题，", "another title above")
      case .blankKind: Phrase("事由空白，", "no kind is given")
      case .strike: Phrase("划有删除线，", "struck through")
      case .earlierDate: Phrase("早于死亡日期，", "before the day of death")
      case .laterDate: Phrase("晚于死亡日期，", "after the day of death")
      case .age: Phrase("年龄与号码不符，", "an age that the number does not tell")
      case .relative: Phrase("写的是死者的亲属，", "about a relative of the dead")
      case .formula: Phrase("公式没有存下结果，", "a formula without its value")
      case .otherDead: Phrase("死亡的可能是另一人，", "perhaps somebody else has died")
      case .otherPerson: Phrase("同一行还写着另一人，", "the row names somebody else as well")
      case .sharedDay: Phrase("死亡日期是合并单元格，几行共用，", "the day of death is one merged cell of several rows")
      case .otherDay: Phrase("另写了死亡日期，", "another day of death")
      case .ownAct: Phrase("办事的写着本人，", "the dead are said to act themselves")
      case .movedTo: Phrase("报死亡而写了迁往地，", "a place moved to beside a death")
      }
    }
  }

  private static let doubtful = "存疑"

  /// What a list says against a row elsewhere than in the row, as it joins the remark.
  public static func doubt(about place: Place, saying words: String = "") -> String {
    place.kept + (words.isEmpty ? "" : "：\(words.prefix(60))")
  }

  /// A remark as it is kept, without what the titles of the list say against all rows.
  static func ownWords(of note: String) -> String {
    let ends = [Place.file, .sheet, .title, .innerTitle].compactMap { note.firstRange(of: $0.kept)?.lowerBound }
    return ends.min().map { String(note[..<$0]) } ?? note
  }

  /// Whether a remark as it is kept has such a doubt.
  static func holds(_ place: Place, in note: String) -> Bool { note.contains(place.kept) }

  /// A remark as it is kept, with what joined it in the language of the reader.
  public static func words(of note: String) -> Phrase {
    var english = note
    for place in Place.allCases where note.contains(place.kept) {
      english = english.split(separator: place.kept, omittingEmptySubsequences: false)
        .joined(separator: "doubtful, \(place.name.english)")
    }
    for (kept, told) in [("无列名:", "no heading: "), ("批注:", "noted: ")] where note.contains(kept) {
      english = english.split(separator: kept, omittingEmptySubsequences: false).joined(separator: told)
    }
    return Phrase(note, english)
  }
}
