import PtyKit
import Testing
import TerminalKit

@Suite struct TerminalScreenTests {
  @Test(arguments: [
    ("ab\u{1B}[2;3Hc", "ab\n  c\n"), ("张三\u{1B}[2GX", " X三\n\n"), ("abcdefgh张", "abcdefgh\n张\n"),
    ("abcdefg张", "abcdefg\n张\n"), ("abc\u{1B}[2G\u{1B}[K", "a\n\n"), ("abcd\u{1B}[2G\u{1B}[2P", "ad\n\n"),
    ("abcd\u{1B}[2G\u{1B}[2@", "a  bcd\n\n"), ("abcd\u{1B}[2G\u{1B}[2X", "a  d\n\n"), ("a\u{1B}[3b", "aaaa\n\n"),
    ("1\r\n2\r\n3\r\n4", "2\n3\n4"), ("1\r\n2\r\n3\u{1B}[1;2r\u{1B}[2;1H\n", "2\n\n3"),
    ("1\r\n2\u{1B}[H\u{1B}M", "\n1\n2"), ("1\r\n2\r\n3\u{1B}[1;1H\u{1B}[M", "2\n3\n"), ("a\u{1B}(0\u{1B}(Bb", "ab\n\n"),
    ("old\u{1B}[?1049hnew\u{1B}[?1049l", "old\n\n"), ("e\u{301}!", "e\u{301}!\n\n"), ("abc\u{1B}[2J", "\n\n"),
    ("1\r\n2\r\n3\u{1B}[2;1H\u{1B}[1J", "\n\n3"), ("a\u{1B}[5Cb\u{1B}[2Dc\u{1B}[3dd", "a    cb\n\n      d"),
  ])
  func itShowsWhatATerminalShows(sent: String, shown: String) {
    var screen = TerminalScreen(columns: 8, rows: 3)

    screen.feed(sent.utf8)

    #expect(screen.text == shown)
    #expect(screen.unknown.isEmpty)
  }

  @Test func looksAreKept() {
    var screen = TerminalScreen(columns: 8, rows: 3)

    screen.feed("\u{1B}[1;7m张\u{1B}[m\u{1B}[31mb\u{1B}[38;5;12mc\u{1B}[39;22md".utf8)

    #expect(screen[1, 0].look == TerminalScreen.Look(isBold: true, isReversed: true))
    #expect(screen[2, 0].look.colour == 1)
    #expect(screen[3, 0].look.colour == 12)
    #expect(screen[4, 0].look == TerminalScreen.Look())
    #expect(screen.position(of: "bc") == Position(column: 2, row: 0))
  }
}
