import DeskFixtures
import Testing

@testable import Casework

@Suite struct EntriesTests {
  @Test func whateverIsWrittenIsReadBackTheSame() {
    var chance = Chance.fresh()
    let seed = chance.seed
    let letters = Array("ab.|\"\\/\n\r\t\u{0}\u{1F}\u{7F}é张\u{F914}𬭸👩‍👩‍👧\u{2028}{},:".unicodeScalars)
    for _ in 0..<3000 {
      var entries = Entries()
      for _ in 0..<Int.random(in: 0...5, using: &chance) {
        entries[Self.text(letters, &chance)] = Self.text(letters, &chance)
      }
      let json = entries.json
      #expect(Entries(json: json) == entries, "seed \(seed): \(json)")
      #expect(Entries(json: json)?.json.utf8.elementsEqual(json.utf8) == true, "seed \(seed): \(json)")
    }
  }

  @Test func onlyTheOneWrittenFormIsRead() {
    var chance = Chance.fresh()
    let seed = chance.seed
    let whole: Entries = ["a": "张\n\u{1}", "b.c": "x\"y\\", "d": ""]
    let bytes = Array(whole.json.utf8)
    for _ in 0..<5000 {
      var changed = bytes
      let place = Int.random(in: 0..<changed.count, using: &chance)
      switch Int.random(in: 0...2, using: &chance) {
      case 0: changed.remove(at: place)
      case 1: changed.insert(UInt8.random(in: 0...127, using: &chance), at: place)
      default: changed[place] = UInt8.random(in: 0...127, using: &chance)
      }
      let text = String(decoding: changed, as: UTF8.self)
      if let read = Entries(json: text) { #expect(read.json.utf8.elementsEqual(text.utf8), "seed \(seed): \(text)") }
    }
  }

  @Test(arguments: [
    "", "{", "{}x", "[]", "null", "{\"b\":\"1\",\"a\":\"2\"}", "{\"a\":\"1\",\"a\":\"2\"}", "{\"a\": \"1\"}",
    "{\"a\":1}", "{\"a\":\"\\u000a\"}", "{\"a\":\"\\u001F\"}", "{\"a\":\"\\/\"}", "{\"a\":\"\t\"}",
    "{\"a\":\"x\\n\n\"}",
    "{\"a\":\"1\",}",
  ]) func anotherFormIsNotOurs(_ json: String) {
    #expect(Entries(json: json) == nil)
  }

  @Test func anEmptyTextTakesTheEntryAway() {
    var entries: Entries = ["a": "1", "sign.li|grade": "3", "sign.li|text": "t", "z": "2"]
    entries.merge(["a": "", "b": "3"])
    entries.replace(under: "sign.li|", with: ["grade": "4"])

    #expect(entries == ["b": "3", "sign.li|grade": "4", "z": "2"])
    #expect(entries.under("sign.") == ["li|grade": "4"])
  }

  private static func text(_ letters: [Unicode.Scalar], _ chance: inout Chance) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &chance) {
      if let letter = letters.randomElement(using: &chance) { text.unicodeScalars.append(letter) }
    }
    return text
  }
}
