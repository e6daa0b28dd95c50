import CNcurses
import Glibc

/// Gathers what curses sends for one frame, so that it reaches the terminal in one piece.
///
/// curses writes at every move of the cursor, eighty times for a full screen. While a frame is made its
/// descriptor leads to a file in memory; then that is sent as a whole. One frame is one packet to a distant
/// terminal, and nobody sees half a frame.
struct FrameBuffer {
  /// What curses writes to: a descriptor of its own that leads to the terminal.
  let file: UnsafeMutablePointer<FILE>
  private let descriptor: Int32
  private let terminal: Int32
  private let memory: Int32

  /// Gives nothing where the process has no descriptors left.
  init?() {
    descriptor = dup(STDOUT_FILENO)
    terminal = dup(STDOUT_FILENO)
    memory = memfd_create("frame", 0)
    for own in [descriptor, terminal, memory] { _ = fcntl(own, F_SETFD, FD_CLOEXEC) }
    guard descriptor >= 0, terminal >= 0, memory >= 0, let file = fdopen(descriptor, "w") else { return nil }
    self.file = file
  }

  /// Sends all that `draw` makes curses write.
  func send(_ draw: () -> Void) {
    dup2(memory, descriptor)
    draw()
    dup2(terminal, descriptor)
    let count = Int(lseek(memory, 0, SEEK_CUR))
    lseek(memory, 0, SEEK_SET)
    let frame = [UInt8](unsafeUninitializedCapacity: max(0, count)) { bytes, filled in
      filled = max(0, read(memory, bytes.baseAddress, count))
    }
    lseek(memory, 0, SEEK_SET)
    write(frame)
  }

  /// Writes bytes as far as the terminal takes them; one that is gone is noticed when reading.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  func close() {
    fclose(file)
    Glibc.close(terminal)
    Glibc.close(memory)
  }
}
