import ArgumentParser
import Casework
import Foundation

/// Arguments that cannot be understood, said in one sentence of the office's language.
///
/// The library that reads them speaks English and prints the usage below it; its few sentences are told apart by how
/// they begin.
struct UsageMistake {
  private let message: String
  private let command: String
  private let arguments: [String]

  init(_ error: any Error, arguments: [String]) {
    message = Certdesk.message(for: error)
    let full = Certdesk.fullMessage(for: error)
    let help = full.firstRange(of: "See '").map { full[$0.upperBound...].prefix { $0 != "'" } }
    command = help.map(String.init) ?? "certdesk --help"
    self.arguments = arguments
  }

  /// The options that were given, since none were read.
  var options: GlobalOptions {
    var options = GlobalOptions.none
    options.json = arguments.contains("--json")
    options.lang =
      arguments.firstIndex(of: "--lang").flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
      ?? arguments.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
    return options
  }

  var problem: Unusable {
    if let unknown = UnknownCommand(in: arguments) { return Unusable("usage", unknown.sentence) }
    return Unusable("usage", sentence + Phrase("。用法见 \(command)", ". See \(command)"))
  }

  private var firstLine: String { message.split(separator: "\n").first.map(String.init) ?? message }

  /// What stands between quotes.
  private var named: [String] {
    firstLine.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// A number below zero, which the library takes for an option.
  private var negative: String? { arguments.first { $0.hasPrefix("-") && Int($0) != nil } }

  private var sentence: Phrase {
    let list = named.map { "「\($0)」" }.joined(separator: "、")
    let english = firstLine.hasSuffix(".") || firstLine.hasSuffix("?") ? String(firstLine.dropLast()) : firstLine
    if let negative, firstLine.hasPrefix("Missing") {
      return Phrase("「\(negative)」是负数，这里要 0 或正数", "\(negative) is negative: 0 or more is wanted")
    }
    if firstLine.hasPrefix("Missing expected argument") { return Phrase("缺少\(list)", english) }
    if firstLine.hasPrefix("Missing value for") { return Phrase("\(list)后面缺少值", english) }
    if firstLine.hasPrefix("Unknown option") {
      let guess = named.dropFirst().first.map { "，是否想用「\($0)」" } ?? ""
      return Phrase("没有选项「\(named.first ?? "")」\(guess)", english)
    }
    if firstLine.contains("nexpected argument") { return Phrase("多余的参数\(list)", english) }
    if firstLine.hasPrefix("The value"), named.count > 1 {
      let choices = named.dropFirst(2).joined(separator: " ")
      return Phrase("「\(named[1])」不能是「\(named[0])」" + (choices.isEmpty ? "" : "，可选：\(choices)"), english)
    }
    return Phrase("参数有误：\(english)", english)
  }
}

extension GlobalOptions {
  fileprivate static var none: GlobalOptions {
    do {
      return try GlobalOptions.parse([])
    } catch {
      preconditionFailure("no global option is required")
    }
  }
}
