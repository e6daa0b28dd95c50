import Casework
import Glibc

/// A file open for reading from its beginning.
struct InputFile: ~Copyable {
  private let descriptor: Int32
  let size: Int

  init(path: String) throws(FileProblem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 { throw errno == ENOENT ? .notFound : .unreadable(.lastSystemCause) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(Phrase("不是普通文件", "not a regular file"))
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The last `count` bytes, where there are so many.
  func last(_ count: Int) throws(FileProblem) -> [UInt8]? {
    guard size >= count else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    guard pread(descriptor, &bytes, count, off_t(size - count)) == count else { throw .unreadable(.lastSystemCause) }
    return bytes
  }

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
      if got < 0 { throw .unreadable(.lastSystemCause) }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(count - filled)
  }
}
