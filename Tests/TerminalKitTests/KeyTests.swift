import Testing

@testable import TerminalKit

@Suite struct KeyTests {
  @Test(arguments: [
    ("\u{1B}[A", [Key.up]), ("\u{1B}OB", [.down]), ("\u{1B}[1;5C", [.right]), ("\u{1B}OD", [.left]),
    ("\u{1B}[H\u{1B}OF", [.home, .end]), ("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end]),
    ("\u{1B}[5~\u{1B}[6~\u{1B}[3~", [.pageUp, .pageDown, .delete]), ("\u{1B}[Z\t", [.backTab, .tab]),
    ("\u{1B}OP\u{1B}OS\u{1B}[15~\u{1B}[24~", [.function(1), .function(4), .function(5), .function(12)]),
    ("\u{1B}[[A\u{1B}[[E\u{1B}[11~", [.function(1), .function(5), .function(1)]),
    ("\u{1B}1\u{1B}9\u{1B}0", [.function(1), .function(9), .function(10)]),
    ("\r\n\u{7F}\u{8}", [.enter, .enter, .backspace, .backspace]),
    ("\u{3}\u{13}\u{1A}", [.control("c"), .control("s"), .control("z")]),
    ("a张𠮷", ["a", "张", "𠮷"]), ("\u{1B}q", [.escape, "q"]), ("\u{1B}\u{1B}[A", [.escape, .up]),
    ("\u{1B}[99;99;99xq", ["q"]), ("\u{1B}OM\u{1B}Oq\u{1B}Ok", [.enter, "1", "+"]),
  ])
  func bytesBecomeKeys(text: String, keys: [Key]) {
    let keyboard = Keyboard()

    #expect(keyboard.type(text) == keys.map { .key($0) })
    #expect(!keyboard.decoder.isUndecided)
  }

  @Test func aKeyMayArriveByteByByte() {
    for text in ["\u{1B}[15~", "张", "𠮷", "\u{1B}5", "\u{1B}OA"] {
      let whole = Keyboard()
      let pieces = Keyboard()
      #expect(text.utf8.flatMap { pieces.send([$0]) } == whole.send(Array(text.utf8)))
    }
  }

  @Test func anEscapeAloneIsAKeyOnceTimeHasPassed() {
    let keyboard = Keyboard()

    #expect(keyboard.send([0x1B]).isEmpty)
    #expect(keyboard.decoder.isUndecided)
    #expect(keyboard.pause() == [.key(.escape)])
    #expect(keyboard.pause().isEmpty)
    #expect(keyboard.type("3") == [.key("3")])
  }

  @Test func brokenBytesAreSeenAndLoseNothingElse() {
    let keyboard = Keyboard()

    #expect(keyboard.send([0xFF, 0x61]) == [.key("\u{FFFD}"), .key("a")])
    #expect(keyboard.send([0xE5, 0x61]) == [.key("\u{FFFD}"), .key("a")])
    #expect(keyboard.send([0xE5]).isEmpty)
    #expect(keyboard.pause() == [.key("\u{FFFD}")])
    #expect(keyboard.type("\u{1B}[").isEmpty)
    #expect(keyboard.pause() == [.key(.escape), .key("[")])
  }

  @Test func pastedTextComesAsAWhole() {
    let keyboard = Keyboard()

    #expect(keyboard.type("\u{1B}[200~王芳\r33\u{1B}[A").isEmpty)
    #expect(!keyboard.decoder.isUndecided)
    #expect(keyboard.type("\u{1B}[201~q") == [.paste("王芳\n33\u{1B}[A"), .key("q")])
  }

  @Test func theTerminalsOwnDescriptionComesFirst() {
    let keyboard = Keyboard(terminfo: [Array("\u{1B}[234z".utf8): .function(11), Array("\u{1B}A".utf8): .up])

    #expect(keyboard.type("\u{1B}[234z\u{1B}A\u{1B}[B") == [.key(.function(11)), .key(.up), .key(.down)])
  }

  @Test func anyBytesAtAllAreTaken() {
    var generator = SystemRandomNumberGenerator()
    let keyboard = Keyboard()
    for _ in 0..<2000 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = keyboard.send(bytes)
      _ = keyboard.pause()
      _ = keyboard.type("\u{1B}[201~")
    }
    #expect(!keyboard.decoder.isUndecided)
  }

  @Test(arguments: zip("１９ａＱ？。，／、：　【“y张", "19aQ?.,//: [\"y张"))
  func fullWidthKeysHaveTwins(typed: Character, meant: Character) {
    #expect(Key.character(typed).halfWidthTwin == .character(meant))
  }

  @Test func keysHaveNames() {
    #expect(
      [Key.function(1), .enter, .escape, .up, .control("s"), "q"].map(\.label)
        == ["F1", "⏎ Enter", "Esc", "↑", "Ctrl+S", "q"])
  }
}

/// A decoder that can be asked within `#expect`.
private final class Keyboard {
  private(set) var decoder: KeyDecoder

  init(terminfo: [[UInt8]: Key] = [:]) { decoder = KeyDecoder(terminfo: terminfo) }

  func type(_ text: String) -> [Input] { decoder.decode(text.utf8) }
  func send(_ bytes: [UInt8]) -> [Input] { decoder.decode(bytes) }
  func pause() -> [Input] { decoder.timePassed() }
}
