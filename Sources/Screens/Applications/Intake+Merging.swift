import Casework
import TerminalKit

extension IntakeScreen {
  /// Takes in what the store has, and keeps what was typed and is not saved; where both changed, both are shown.
  mutating func merge(_ stored: Application) {
    for field in form.fields where !field.code.isEmpty && !field.isPaper {
      let new = stored.shown(field.code)
      let old = base.text(field.code)
      if field.value == old {
        form[field.code]?.value = new
      } else if new != old, new != field.value {
        form[field.code]?.hint = Phrase(
          "他人刚改为「\(new)」；离开此项即以您的为准，F4 用他人的", "Somebody made it “\(new)”; leaving puts yours, F4 takes theirs")
        conflicts.insert(field.code)
      }
      base[field.code] = new.isEmpty ? nil : new
    }
    base["materials"] = stored.materials.text
    base["waived"] = stored.waivers.isEmpty ? nil : Materials.text(ofWaivers: stored.waivers)
  }

  /// Stays in a field that somebody else changed until the change has been looked at.
  mutating func dispute(leaving code: String) -> Effect? {
    if let entered = form.focused?.code, conflicts.contains(entered) { looked.insert(entered) }
    guard conflicts.contains(code), let name = form[code]?.name else { return nil }
    guard looked.contains(code) else {
      looked.insert(code)
      form.take(code)
      return .say(.refused(.disputed(name)))
    }
    looked.remove(code)
    conflicts.remove(code)
    return nil
  }
}

extension Refusal {
  static func leftDisputed(_ field: Phrase) -> Refusal {
    Refusal(
      "changed_meanwhile",
      Phrase("「\(field.chinese)」他人也改了，您填的还没存", "Somebody else changed “\(field.english)” too, yours is not saved"),
      remedy: Phrase("Enter 存您填的，F4 用他人的，再按 Esc 放弃您填的", "Enter saves yours, F4 takes theirs, Esc again drops yours"))
  }

  static func disputed(_ field: Phrase) -> Refusal {
    Refusal(
      "changed_meanwhile",
      Phrase("「\(field.chinese)」他人也改了", "Somebody else changed “\(field.english)” too"),
      remedy: Phrase("请到此项看后再存", "Go to the field and look"))
  }
}
