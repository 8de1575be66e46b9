import CivilDates
import Diagnostics
import Export
import JSON
import Register

/// The letters that an export would write.
struct PlanList {
  private let plan: ExportPlan
  private let language: MessageLanguage

  init(_ plan: ExportPlan, _ language: MessageLanguage) {
    self.plan = plan
    self.language = language
  }

  func text(_ form: OutputForm) -> String {
    switch form {
    case .table: table(headings.map { $0[language] }, words: true).aligned + count
    case .csv:
      table(["path", "kind", "id", "number", "prepared", "status", "addressee"], words: false).csv
    case .json: json.serialized(indented: true) + "\n"
    }
  }

  private var headings: [Message] {
    [
      Message(kk: "файлдар", ru: "файлы", en: "files"), Message(kk: "түрі", ru: "вид", en: "kind"),
      Message(kk: "коды", ru: "код", en: "id"), Message(kk: "нөмірі", ru: "номер", en: "number"),
      Message(kk: "дайындалған", ru: "подготовлено", en: "prepared"),
      Message(kk: "жай-күйі", ru: "статус", en: "status"),
      Message(kk: "кімге", ru: "кому", en: "addressee"),
    ]
  }

  private var count: String {
    let (count, total) = (plan.letters.count, plan.total)
    let message =
      count == total
      ? Message(kk: "барлығы: \(count)", ru: "всего: \(count)", en: "in all: \(count)")
      : Message(
        kk: "бөлікте: \(count), барлығы: \(total)", ru: "в части: \(count), всего: \(total)",
        en: "in the part: \(count), in all: \(total)")
    return message[language] + "\n"
  }

  private func table(_ headings: [String], words: Bool) -> TextTable {
    TextTable(
      headings: headings,
      rows: plan.letters.map { letter in
        let status = status(of: letter)
        return [
          letter.path.text,
          words ? DocumentKind(rawValue: letter.kind)?.label[language] ?? letter.kind : letter.kind,
          letter.id, letter.number, letter.prepared.iso,
          words ? status?.label[language] ?? "" : status?.rawValue ?? "", letter.addressee,
        ]
      })
  }

  private var json: JSON {
    .array(
      plan.letters.map { letter in
        [
          "path": .string(letter.path.text), "kind": .string(letter.kind),
          "id": .string(letter.id), "number": .string(letter.number),
          "prepared": .string(letter.prepared.iso),
          "status": status(of: letter).map { .string($0.rawValue) } ?? .null,
          "addressee": .string(letter.addressee),
        ]
      })
  }

  private func status(of letter: PlannedLetter) -> DocumentStatus? {
    if case .document(let status) = letter.source { status } else { nil }
  }
}
