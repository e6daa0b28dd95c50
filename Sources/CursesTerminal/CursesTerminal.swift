import CNcurses
import Glibc
public import TerminalKit

/// The real terminal: ncurses draws, this reads.
///
/// It cannot be copied: one value owns the screen, and letting go of it gives the screen back. Keys are read
/// from the terminal itself and not through curses, which loses characters that arrive in two parts.
public struct CursesTerminal: Terminal, ~Copyable {
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private let frame: FrameBuffer
  private let look: Look
  private let signals: SignalWatch
  private let escapeDelay: Int
  private var decoder: KeyDecoder
  /// When the last bytes came: an Esc waits from then on, whatever else happens meanwhile.
  private var lastBytes = ContinuousClock.now
  private var waiting: [Input] = []
  private var isHungUp = false
  private var line: [cchar_t] = []

  /// Opens the terminal of this process.
  ///
  /// `escapeDelay` says how many milliseconds an Esc waits for a digit that makes it a function key; slow
  /// hands want more. Colours are used where `NO_COLOR` does not forbid them.
  public init(escapeDelay: Int = 35, coloured: Bool = CursesTerminal.coloursAreWelcome) throws(TerminalProblem) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    useUTF8()
    guard let frame = FrameBuffer() else { throw .noTerminal }
    guard let screen = curses_open(frame.file), let window = curses_window() else {
      frame.close()
      throw .unknownTerm(termName())
    }
    guard curses_capability("cup") != nil else {
      endwin()
      delscreen(screen)
      frame.close()
      throw .unknownTerm(termName())
    }
    self.frame = frame
    self.screen = screen
    self.window = window
    self.escapeDelay = escapeDelay
    raw()
    noecho()
    nonl()
    typeahead(-1)
    look = Look(coloured: coloured)
    decoder = KeyDecoder(terminfo: terminfoKeys())
    signals = SignalWatch()
    curses_send(curses_capability("smkx"))
    curses_send(pasteBrackets(true))
    curs_set(1)
  }

  deinit {
    curses_send(pasteBrackets(false))
    curses_send(curses_capability("rmkx"))
    endwin()
    delscreen(screen)
    frame.close()
    signals.end()
  }

  /// Whether the environment leaves colours to the program: `NO_COLOR` is not set.
  public static var coloursAreWelcome: Bool { (variable("NO_COLOR") ?? "").isEmpty }

  public var size: Size { Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window))) }

  public var waking: (@Sendable () -> Void)? { Waker().wake }

  /// Hands every cell to ncurses, which sends the terminal only what changed.
  public mutating func present(_ canvas: Canvas) {
    let size = size
    for row in 0..<size.rows {
      let end = fillLine(with: canvas, row: row, columns: size.columns)
      if !line.isEmpty { mvwadd_wchnstr(window, Int32(row), 0, line, Int32(line.count)) }
      if end < size.columns {
        wmove(window, Int32(row), Int32(end))
        wclrtoeol(window)
      }
    }
    let caret = canvas.caret ?? Position(column: 0, row: 0)
    wmove(window, Int32(min(caret.row, size.rows - 1)), Int32(min(caret.column, size.columns - 1)))
    frame.send { wrefresh(window) }
  }

  /// Paints everything anew the next time, for when something else has written on the screen.
  public mutating func forgetScreen() { curses_forget() }

  public func hasInput(within milliseconds: Int) -> Bool {
    !waiting.isEmpty || isReady(timeout: Int32(clamping: milliseconds)) != (false, false)
  }

  public mutating func nextInput(timeout: Int? = nil) -> Input {
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      if isHungUp { return .hungUp }
      let isUndecided = decoder.isUndecided
      let wait = isUndecided ? escapeWait : timeout
      let ready = isReady(timeout: wait.map { Int32(clamping: $0) } ?? -1)
      if isUndecided, !ready.keys, escapeWait == 0 { waiting += decoder.timePassed() }
      switch ready {
      case (_, true): takeEvents()
      case (true, _): takeBytes()
      case (false, false): if !isUndecided { return .tick }
      }
    }
  }

  /// How many milliseconds an Esc still waits.
  private var escapeWait: Int {
    let passed = lastBytes.duration(to: .now) / .milliseconds(1)
    return max(0, Int((Double(escapeDelay) - passed).rounded(.up)))
  }

  /// Makes one row into curses cells and gives the column from which on it is blank.
  private mutating func fillLine(with canvas: Canvas, row: Int, columns: Int) -> Int {
    line.removeAll(keepingCapacity: true)
    guard row < canvas.whole.rows else { return 0 }
    var column = 0
    for cell in canvas.cells(inRow: row) {
      guard let glyph = cell.glyph else { continue }
      let width = glyph.columns
      guard column + width <= columns else { break }
      line.append(look.cell(glyph, cell.style))
      column += width
    }
    return column
  }

  private func isReady(timeout: Int32) -> (keys: Bool, events: Bool) {
    var sources = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: EventPipe.shared.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&sources, 2, timeout) < 0 {
      guard errno == EINTR else { return (true, false) }
    }
    return (sources[0].revents != 0, sources[1].revents != 0)
  }

  private mutating func takeBytes() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count > 0 {
      lastBytes = .now
      waiting += decoder.decode(bytes.prefix(count))
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      isHungUp = true
    }
  }

  private mutating func takeEvents() {
    let events = EventPipe.shared.drain()
    if events.contains(EventPipe.posted) { waiting.append(.posted) }
    if events.contains(UInt8(SIGWINCH)) {
      resize()
      waiting.append(.resized)
    }
    if events.contains(where: { $0 != EventPipe.posted && $0 != UInt8(SIGWINCH) }) { isHungUp = true }
  }

  private func resize() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard terminal_size(&rows, &columns) else { return }
    resize_term(rows, columns)
    curses_forget()
  }
}
