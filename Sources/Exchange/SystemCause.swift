import Casework
import Glibc

extension Phrase {
  /// Why the last call of the operating system failed.
  static var lastSystemCause: Phrase {
    let code = errno
    return systemCause(code, String(cString: strerror(code)))
  }
}
