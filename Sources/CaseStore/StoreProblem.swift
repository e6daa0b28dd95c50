public import Casework

/// Why a store cannot be used: a code, a sentence, and what to do.
public struct StoreProblem: Error, Hashable, Sendable {
  public let code: String
  public let message: Phrase

  init(_ code: String, _ message: Phrase) {
    self.code = code
    self.message = message
  }

  static func missing(_ path: String) -> StoreProblem {
    StoreProblem(
      "no_store",
      Phrase(
        "没有档案库 \(path)。请先用 certdesk init 建库，或用 certdesk demo 建演练库，或用 --store 指明位置",
        "There is no store at \(path). Make one with certdesk init, or certdesk demo to rehearse, or name it with --store"
      ))
  }

  static func exists(_ path: String) -> StoreProblem {
    StoreProblem(
      "store_exists",
      Phrase("\(path) 已存在，未作改动。请换一个文件名", "\(path) exists already and was left as it is. Choose another name"))
  }

  static func notOurs(_ path: String) -> StoreProblem {
    StoreProblem(
      "not_a_store",
      Phrase(
        "\(path) 不是本程序的档案库，未作改动。请核对 --store", "\(path) is not a certdesk store and was left as it is. Check --store"))
  }

  static func newer(_ path: String, schema: Int) -> StoreProblem {
    StoreProblem(
      "newer_schema",
      Phrase(
        "\(path) 由更新版本的程序建立（结构 \(schema)），未作改动。请升级程序",
        "\(path) was made by a newer certdesk (schema \(schema)) and was left as it is. Upgrade certdesk"))
  }

  static func older(_ path: String, schema: Int) -> StoreProblem {
    StoreProblem(
      "older_schema",
      Phrase(
        "\(path) 是较早版本的备份（结构 \(schema)），未作改动。请先用 restore 恢复到新文件，恢复时即核验",
        "\(path) is a backup of an earlier certdesk (schema \(schema)) and was left as it is. Restore it to a new file, which verifies it"
      ))
  }

  static func unreachable(_ path: String, _ reason: Phrase) -> StoreProblem {
    StoreProblem(
      "unreachable",
      Phrase(
        "不能读写 \(path)（\(reason.chinese)）。请检查文件夹是否存在、是否只读、磁盘是否已满",
        "\(path) cannot be read or written (\(reason.english)). Check that the folder exists, is writable and has room")
    )
  }

  static func damaged(_ detail: String) -> StoreProblem { damaged(.verbatim(detail)) }

  static func damaged(_ detail: Phrase) -> StoreProblem {
    StoreProblem(
      "damaged",
      Phrase(
        "档案库已损坏：\(detail.chinese)。请停止使用，运行 audit verify，并从备份恢复",
        "The store is damaged: \(detail.english). Stop using it, run audit verify, and restore a backup"))
  }

  static let busy = StoreProblem(
    "busy", Phrase("档案库正忙，未作改动。请稍后再试", "The store is busy and nothing was changed. Try again in a moment"))

  public static let notARehearsal = StoreProblem(
    "not_a_rehearsal",
    Phrase(
      "只有演练库可以指定业务日期，正式办公不得倒签", "Only a rehearsal store accepts a business date; a live office cannot be back-dated"))
}
