import Foundation
import Testing

/// The lines of a file in `Tests/Fixtures`, without its comments, each cut at the tabs or blanks.
func fixture(_ name: String, separator: Character = "\t") throws -> [[String]] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let text = try String(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"), encoding: .utf8)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
    line.split(separator: separator, omittingEmptySubsequences: false).map {
      $0.replacingOccurrences(of: "\\t", with: "\t")
    }
  }
}

extension Tag {
  @Tag static var fixtures: Self
}
