extension Denial {
  /// Whether a text tells of the death of somebody near, or of what is done for one: 其父死亡, 亲属死亡, 替母亲报死亡.
  static func isOfKin(_ bare: String) -> Bool {
    let scalars = Array(bare.unicodeScalars)
    return scalars.indices.contains { place in
      let isKin =
        kin.contains(scalars[place])
        || endings.contains(scalars[place]) && words.contains { scalars[...place].reversed().starts(with: $0) }
      let rest = scalars[(place + 1)...].drop { "已亲于".unicodeScalars.contains($0) }
      if isKin, deaths.contains(where: { rest.starts(with: $0) }) { return true }
      guard let acting = acting.first(where: { scalars[place...].starts(with: $0) }) else { return false }
      return scalars[(place + acting.count)...].first.map { kin.contains($0) || begins.contains($0) } ?? false
    }
  }

  /// The characters of which each such text has one.
  static let ofKin = kin.union("属伴偶护亲爱户替".unicodeScalars)

  private static let kin = Set("父母夫妻子女儿兄弟姐妹爷奶公婆爸妈".unicodeScalars)
  private static let near = ["亲属", "家属", "亲人", "家人", "爱人", "户主", "监护人", "老伴", "配偶"]
  private static let words = near.map { Array($0.unicodeScalars.reversed()) }
  private static let endings = Set(near.compactMap(\.unicodeScalars.last))
  private static let begins = Set(near.compactMap(\.unicodeScalars.first))
  private static let acting = ["为其", "替其", "替", "帮其"].map { Array($0.unicodeScalars) }
  private static let deaths = ["死", "亡", "去世", "病故", "病逝", "逝世", "过世", "离世", "身故", "故"].map { Array($0.unicodeScalars) }
}
