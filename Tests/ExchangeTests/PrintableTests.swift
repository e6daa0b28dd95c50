import Casework
import Testing

/// Text from other offices cannot move the cursor or turn a line around.
@Suite struct PrintableTests {
  @Test func controlCharactersAreShown() {
    #expect("王\u{1B}[2J\n芳\u{7F}\u{9B}".printable() == "王␛[2J␊芳␡\u{FFFD}")
  }

  @Test(arguments: ["\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{200D}", "\u{200B}", "\u{FEFF}", "\u{E0041}"])
  func invisibleCharactersAreShown(character: String) {
    #expect("王\(character)芳".printable() == "王\u{FFFD}芳")
  }

  @Test(arguments: ["王芳", "买买提·吐尔逊", "𠮷", "葛\u{E0100}", "A-1"])
  func namesStayAsTheyAre(name: String) {
    #expect(name.printable() == name)
  }
}
