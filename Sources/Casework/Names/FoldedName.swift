/// A name as people look for it: one form of each character, without dots and blanks (features: 62).
public enum FoldedName {
  /// 司馬𪚥 as 司马𪚥, 阿依古丽·买买提 as 阿依古丽买买提.
  public static func folded(_ name: String) -> String {
    let kept = name.unicodeScalars.filter { $0.isHan || $0.isPrivateUse || ($0.isASCII && $0 != " ") }
    return String(String.UnicodeScalarView(kept.map(Variants.usual(of:))))
  }

  /// How the first two characters of a name may be written in a register, the way they were typed first.
  public static func beginnings(of name: String) -> [String] {
    name.unicodeScalars.prefix(2).reduce(into: [""]) { beginnings, scalar in
      let forms = [scalar] + Variants.others(than: scalar)
      beginnings = beginnings.flatMap { begun in forms.map { begun + String($0) } }
    }
  }
}
