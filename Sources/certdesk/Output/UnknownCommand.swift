import ArgumentParser
import Casework

/// A word that stands where a command is named and names none.
struct UnknownCommand {
  private let word: String
  /// The commands before it: `certdesk case`.
  private let path: String
  private let known: [String]

  init?(in arguments: [String]) {
    var here: any ParsableCommand.Type = Certdesk.self
    var names = ["certdesk"]
    for word in arguments {
      let commands = here.configuration.subcommands
      guard !word.hasPrefix("-"), !commands.isEmpty, word != "help" else { return nil }
      guard let next = commands.first(where: { $0._commandName == word }) else {
        self.word = word
        path = names.joined(separator: " ")
        known = commands.map { $0._commandName }
        return
      }
      here = next
      names.append(word)
    }
    return nil
  }

  var sentence: Phrase {
    let guess = nearest.map { Phrase("，是否想用「\($0)」", "; did you mean '\($0)'") } ?? Phrase("", "")
    let list = known.joined(separator: " ")
    return Phrase("没有命令「\(path) \(word)」", "There is no command '\(path) \(word)'") + guess
      + Phrase("。可选：\(list)。用法见 \(path) --help", ". One of: \(list). See \(path) --help")
  }

  /// The one that a slip or two would turn into the word, or that it begins; `nil` where none is so near.
  private var nearest: String? {
    let typed = word.lowercased()
    let near = known.map { (name: $0, slips: Self.slips(typed, $0)) }.min { $0.slips < $1.slips }
    guard let near, near.slips <= 2, near.slips < near.name.count else { return known.first { $0.hasPrefix(typed) } }
    return near.name
  }

  /// How many letters are to be put in, left out or exchanged.
  private static func slips(_ left: String, _ right: String) -> Int {
    let other = Array(right)
    var row = Array(0...other.count)
    for (index, letter) in left.enumerated() {
      var above = row[0]
      row[0] = index + 1
      for place in other.indices {
        let next = min(row[place] + 1, row[place + 1] + 1, above + (letter == other[place] ? 0 : 1))
        above = row[place + 1]
        row[place + 1] = next
      }
    }
    return row[other.count]
  }
}
