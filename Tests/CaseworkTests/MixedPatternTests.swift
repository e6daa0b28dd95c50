import Casework
import DeskFixtures
import Testing

/// Characters and letters typed together find every name that they match.
@Suite struct MixedPatternTests {
  @Test(arguments: [
    ("王xm", ["wangxm"], ["wxm"]), ("王x", ["wangx"], []), ("王晓m", ["wangxiaom"], []),
    ("wang晓", ["wangxiao"], ["wangx", "wx"]),
  ]) func isTakenApart(_ typed: String, _ full: [String], _ initials: [String]) {
    let pattern = MixedPattern(typed)

    #expect(full.allSatisfy(pattern.full.contains))
    #expect(initials.allSatisfy(pattern.initials.contains), "\(pattern.initials)")
  }

  @Test func whateverMatchesHasAKeyThatBeginsSo() {
    var chance = Chance.fresh()
    let seed = chance.seed
    let characters = Array("王单曾解仇区小晓明志伟芳欧阳文华李")
    for _ in 0..<2000 {
      let name = String(
        (0..<Int.random(in: 2...3, using: &chance)).map { _ in characters.randomElement(using: &chance) ?? "王" })
      var typed = ""
      for character in name.unicodeScalars {
        let reading = Pinyin.readings(of: character).randomElement(using: &chance) ?? ""
        switch Int.random(in: 0...2, using: &chance) {
        case 0: typed += String(character)
        case 1: typed += reading
        default: typed += reading.prefix(Int.random(in: 1...2, using: &chance))
        }
      }
      guard !typed.utf8.allSatisfy({ $0 < 128 }), Pinyin.matches(typed, name: name) else { continue }
      let (pattern, keys) = (MixedPattern(typed), Pinyin.keys(for: name))
      let isFound =
        keys.full.contains { key in pattern.full.contains { key.hasPrefix($0) } }
        || keys.initials.contains { key in pattern.initials.contains { key.hasPrefix($0) } }
      #expect(isFound || keys.full.count == Pinyin.mostReadings, "seed \(seed): \(typed) for \(name)")
    }
  }
}
