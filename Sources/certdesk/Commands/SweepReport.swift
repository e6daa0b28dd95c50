import ArgumentParser
import CaseStore
import Casework
import Exchange

/// The lists and letters that a sweep leads to.
struct SweepReport: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "核销后的名单、通知、通报 · the papers of a sweep",
    discussion: """
      a 注销名单 · cancelled    b 冻结与迁出通知 · freezes, moves   c 人工核对 · for a person   d 未匹配 · unmatched
      e 致家属、持证人的信 · letters   f 变更通报（民政等） · change feed   g 季度汇总 · summary

      不写 --part 时：给单位的出 a、b、f，给持证人的出 e，不写 --receiver 的各部分全出，只供本室使用。
      信只有写给持证人（--receiver holder，或只出 e）才记为已寄；寄出后也可用 sweep sent --what letter 登记。
      各部分：XLSX 一部分一张表，PDF 依次成章，CSV 第一部分写入 FILE，其余写入旁边的 FILE-b.csv 等。
      Without --part offices get a, b, f, holders e, and without --receiver all are written, for the house alone. A letter
      counts as posted where it is written for the holder (--receiver holder, or e alone), else by sweep sent --what letter.
      Parts are sheets of a workbook, chapters of a PDF; as CSV the first is FILE, the others FILE-b.csv …
      CSV 里没有制表说明，供机器读取；每份文件的校验码、经办人、事由、接收单位记入日志。
      A CSV holds nothing but the table; who, why, to whom and the digest of every file go into the log.
      """)

  @Argument(help: "SWEEP") var sweep: String
  @Option(help: "csv|csv-gb18030|xlsx|pdf") var format: PaperFile.Format
  @Option(help: "FILE") var output: String
  @Option(help: "a…g，可用逗号 · a…g, with commas") var part: String?
  @Option(help: "交给谁，可用逗号：civil_affairs insurance transport employment holder · to whom it goes")
  var receiver: String = ""
  @Option(help: "事由 · why it is taken out") var reason: String?
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    let receivers = try Receiver.list(receiver)
    let parts = try part.map { try SweepPart.list($0) } ?? SweepPart.usual(for: receivers)
    let (store, session) = try global.signIn()
    let found = try store.sweep(numbered: sweep)
    let papers = SweepPapers(store: store, session: session, language: global.language)
    let files = try papers.write(parts, of: found, for: receivers, because: reason, format, to: output)
    for file in files { file.complain(to: global.printer) }
    global.printer.answer(
      .object(["sweep": .string(found.number), "files": .array(files.map(\.json))]), ExportedFile.text(of: files))
  }
}

extension Receiver {
  fileprivate static func list(_ text: String) throws -> [Receiver] {
    let codes = text.split { $0 == "," || $0 == " " }.map(String.init)
    let receivers = codes.compactMap(Receiver.init(rawValue:))
    guard receivers.count == codes.count else {
      let known = allCases.map { "\($0.rawValue) \($0.name.chinese)" }.joined(separator: "，")
      throw Unusable("bad_receiver", Phrase("--receiver 可选：\(known)", "--receiver is one of: \(known)"))
    }
    return receivers
  }
}

extension SweepPart {
  fileprivate static func list(_ text: String) throws -> [SweepPart] {
    let codes = text.lowercased().split { $0 == "," || $0 == " " }.map(String.init)
    let parts = codes.compactMap(SweepPart.init(rawValue:))
    guard !parts.isEmpty, parts.count == codes.count else {
      throw Unusable("bad_part", Phrase("--part 可选：a b c d e f g", "--part is one of: a b c d e f g"))
    }
    return parts
  }
}
