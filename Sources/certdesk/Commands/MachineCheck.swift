import ArgumentParser
import CaseStore
import Casework
import Foundation

/// Says whether this machine is fit for the desk, and how to mend what is not.
struct MachineCheck: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查本机（默认） · is this machine fit, and how to mend it (default)")
  @OptionGroup var global: GlobalOptions

  private struct Finding {
    let check: String

    var name: Phrase {
      switch check {
      case "terminal": Phrase("终端", check)
      case "locale": Phrase("区域设置", check)
      case "store": Phrase("档案库", check)
      case "calendar": Phrase("放假安排", check)
      case "clock": Phrase("时钟", check)
      default: Phrase("磁盘", check)
      }
    }

    let problem: Phrase?
  }

  func perform() throws {
    let printer = global.printer
    let findings = [terminal, locale, storeFinding, calendar, clock, disk]
    for finding in findings {
      let advice = finding.problem?(in: printer.language)
      printer.answer(
        .object(["check": .string(finding.check), "ok": .bool(advice == nil), "advice": .optional(advice)]),
        "\(advice == nil ? "✓" : "✗") \(finding.name(in: printer.language))\(advice.map { "  \($0)" } ?? "")")
    }
    if findings.contains(where: { $0.problem != nil }) { throw DoesNotHold() }
  }

  private var terminal: Finding {
    let term = ProcessInfo.processInfo.environment["TERM"] ?? ""
    let fit = isatty(STDOUT_FILENO) == 1 && !term.isEmpty && term != "dumb"
    return Finding(
      check: "terminal",
      problem: fit ? nil : Phrase("此处不是终端。请在终端窗口中运行办证台", "This is no terminal. Run the desk in a terminal window"))
  }

  private var locale: Finding {
    setlocale(LC_ALL, "")
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    return Finding(
      check: "locale",
      problem: codeset == "UTF-8"
        ? nil
        : Phrase(
          "区域设置不是 UTF-8（\(codeset)）。请 export LC_ALL=C.UTF-8",
          "The locale is not UTF-8 (\(codeset)). export LC_ALL=C.UTF-8"))
  }

  private var storeFinding: Finding {
    do {
      _ = try global.openToLook().office()
      return Finding(check: "store", problem: nil)
    } catch {
      return Finding(check: "store", problem: (error as? StoreProblem)?.message ?? .verbatim("\(error)"))
    }
  }

  private var calendar: Finding {
    let next = MachineClock.now().day.adding(days: 60)
    let covered: Bool
    do {
      covered = try global.openToLook().calendar().covers(next.year)
    } catch {
      covered = WorkingCalendar.builtIn.covers(next.year)
    }
    return Finding(
      check: "calendar",
      problem: covered
        ? nil
        : Phrase(
          "\(next.year) 年放假安排尚未加入，届时期限为暂估。公布后用 calendar import 加入",
          "The holidays of \(next.year) are missing, so dates in it are provisional. Add them with calendar import"))
  }

  private var clock: Finding {
    do {
      let last = try global.openToLook().lastEventTime()
      let behind = last.map { MachineClock.now() < $0 } ?? false
      return Finding(
        check: "clock",
        problem: behind
          ? Phrase(
            "本机时间早于最后一条记录（\(last?.iso ?? "")），请校准", "The clock is behind the last event (\(last?.iso ?? "")): set it")
          : nil)
    } catch {
      return Finding(check: "clock", problem: nil)
    }
  }

  private var disk: Finding {
    var folder = URL(filePath: global.storePath).deletingLastPathComponent().path
    while folder != "/" && access(folder, F_OK) != 0 { folder = URL(filePath: folder).deletingLastPathComponent().path }
    var status = statvfs()
    let free = statvfs(folder, &status) == 0 ? UInt64(status.f_bavail) * UInt64(status.f_frsize) : 0
    let megabytes = free >> 20
    return Finding(
      check: "disk",
      problem: megabytes >= 200
        ? nil : Phrase("\(folder) 只剩 \(megabytes) MB，请清理", "Only \(megabytes) MB are left at \(folder): make room"))
  }
}
