import CIconv
import Testing

@testable import Exchange

/// Text in the encoding that `iconv` calls by this name.
func encoded(_ text: String, as name: String) -> [UInt8] {
  let converter = iconv_open(name, "UTF-8")
  defer { iconv_close(converter) }
  var source = Array(text.utf8)
  var target = [UInt8](repeating: 0, count: 4 * source.count + 8)
  var left = source.count
  var room = target.count
  source.withUnsafeMutableBytes { source in
    target.withUnsafeMutableBytes { target in
      var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = iconv(converter, &from, &left, &to, &room)
    }
  }
  return Array(target.dropLast(room))
}

func read(_ path: String, chunkSize: Int) throws -> ReadTable {
  var options = ReadingOptions()
  options.chunkSize = chunkSize
  return try read(path, as: people, options)
}
