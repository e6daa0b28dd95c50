import CaseStore
import Casework
import TerminalKit

extension KeptList {
  /// A letter to each office about everybody of whom it was wrongly told, and one to each holder about the own
  /// certificate alone.
  init(correcting due: [DueCorrection], on day: Day?, from office: String, in language: Language) {
    var letters: [(to: Receiver, about: [DueCorrection])] = []
    for item in due {
      let same = letters.firstIndex { letter in
        letter.to == item.receiver && (item.receiver != .holder || letter.about[0].certificate == item.certificate)
      }
      if let same { letters[same].about.append(item) } else { letters.append((item.receiver, [item])) }
    }
    let pages = letters.map { Self.page($0.to, $0.about, on: day, from: office, in: language).text }
    self.init(
      name: "corrections-\(day?.iso ?? "").txt", text: pages.joined(separator: "\u{0C}"), rows: due.count,
      columns: ["receiver", "name", "certificate", "what", "sent_on", "file"])
  }

  private static func page(
    _ receiver: Receiver, _ wrong: [DueCorrection], on day: Day?, from office: String, in language: Language
  ) -> PrintedPage {
    var page = PrintedPage(Phrase("残疾人证信息更正函", "Correction about disability certificates"), in: language)
    page.tell(Phrase("致", "To"), receiver == .holder ? wrong[0].name : receiver.name(in: language))
    page.space()
    page.say(
      receiver == .holder
        ? Phrase(
          "此前寄送或交给您的下列材料有误，现予作废，深表歉意。有疑问的请与我室联系。",
          "What was sent or given to you, as listed below, was wrong and is void; we apologise. Please ask us about anything unclear."
        )
        : Phrase(
          "此前告知贵单位的下列残疾人证情况有误，请予更正，恢复因此停发、停办的待遇，并将办理结果函告我室。",
          "What you were told of the certificates below was wrong: please correct it, resume what was stopped for it, and tell us what was done."
        ))
    page.rule()
    let widths = [12, 22, 12, 12, 18]
    page.row(
      [
        Phrase("姓名", "Name"), Phrase("残疾人证号", "Certificate"), Phrase("所送", "What"), Phrase("日期", "Sent on"),
        Phrase("文件", "File"),
      ].map { $0(in: language) }, widths)
    page.rule()
    for item in wrong {
      page.row([item.name, item.certificate, item.what.name(in: language), item.sentOn.iso, item.file], widths)
    }
    page.rule()
    page.space()
    page.say(.verbatim(office))
    if let day { page.say(.verbatim(day.iso)) }
    return page
  }
}

/// Notes that a receiver has been told what is right: how and whom is written down, and the receiver is named no more.
struct CorrectedForm: FormDialog {
  let certificate: String
  let receiver: Receiver
  var form: Form
  private(set) var lines: [FactLine] = []

  init(certificate: String, receiver: Receiver) {
    self.certificate = certificate
    self.receiver = receiver
    form = Form([
      FormField(
        "how", Phrase("怎样更正的", "How"), .text(TextField(limit: 200)), isRequired: true,
        hint: Phrase("函号；或谁、何时接的电话", "the letter's number, or who took the call and when")),
      .button(Phrase("登记已更正", "Note as corrected")),
    ])
  }

  let title = Phrase("登记已更正", "Note as corrected")

  mutating func load(from store: CaseStore) throws {
    let wrong = try store.dueCorrections(about: certificate).filter { $0.receiver == receiver }
    guard let first = wrong.first else { throw Refusal.nothingToCorrect(receiver) }
    lines = [
      FactLine(Phrase("向谁", "Receiver"), receiver.name),
      FactLine(Phrase("持证人", "Holder"), .verbatim("\(first.name)  \(Masking.certificate(certificate))")),
    ]
    lines += wrong.map {
      FactLine(Phrase("所送", "Was sent"), $0.what.name + .verbatim("  \($0.sentOn)  \($0.file)"), .warning)
    }
  }

  var done: Effect { .noteCorrected(certificate, receiver, how: form.text("how").trimmed) }
}

extension Refusal {
  /// A colleague has noted it meanwhile.
  fileprivate static func nothingToCorrect(_ receiver: Receiver) -> Refusal {
    Refusal(
      "nothing_to_correct",
      Phrase("对\(receiver.name.chinese)已没有须更正的", "Nothing is to be corrected any more with \(receiver.name.english)"))
  }
}
