import Glibc

/// A file open for reading from its beginning.
struct InputFile: ~Copyable {
  private let descriptor: Int32
  let size: Int

  init(path: String) throws(FileProblem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 { throw errno == ENOENT ? .notFound : .unreadable(String(cString: strerror(errno))) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable("not a regular file")
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Reads up to `count` bytes to the end of `bytes`; fewer only at the end of the file.
  func read(_ count: Int, into bytes: inout [UInt8]) throws(FileProblem) {
    let start = bytes.count
    bytes += [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { room in
        Glibc.read(descriptor, room.baseAddress.map { $0 + start + filled }, count - filled)
      }
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw .unreadable(String(cString: strerror(errno))) }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(count - filled)
  }
}
