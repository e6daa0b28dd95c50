import Casework
import Glibc

/// A file that is given out as it came.
public enum KeptBytes {
  /// Writes the bytes to a new file, which only its owner can read and which is there once it is complete.
  ///
  /// Throws `FileProblem`, also where there is a file of that name.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try PendingFile(path: path, replacesExisting: false)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file.descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileProblem.cannotWrite(.lastSystemCause) }
      written += count
    }
    try file.commit()
  }
}
