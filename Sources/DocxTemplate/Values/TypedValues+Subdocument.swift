import Diagnostics
import JSON
import OfficePackage

extension TypedValues {
  /// A document larger than this is no part of a letter.
  private static let maximumBytes = 64 << 20

  mutating func subdocument(_ object: inout TypedObject) -> SubdocumentValue? {
    guard let source = source(&object, limit: Self.maximumBytes) else { return nil }
    if let known = subdocuments[source.key] { return SubdocumentValue(known) }
    do throws(OfficePackageError) {
      let file = try SubdocumentFile(source.bytes)
      subdocuments[source.key] = file
      warn(of: file.losses, at: source.place)
      return SubdocumentValue(file)
    } catch {
      let message = error.diagnostic(file: "").message
      report(
        "V125", source.place,
        Message(
          kk: "қосымша құжат оқылмады: \(message.kk)",
          ru: "вложенный документ не прочитан: \(message.ru)",
          en: "the sub-document could not be read: \(message.en)"))
      return nil
    }
  }

  private mutating func warn(of losses: Set<SubdocumentFile.Loss>, at place: String) {
    guard !losses.isEmpty else { return }
    report("V126", place, SubdocumentFile.Loss.message(for: losses), severity: .warning)
  }
}

extension SubdocumentFile.Loss {
  /// Says what was left out.
  static func message(for losses: Set<SubdocumentFile.Loss>) -> Message {
    let names = allCases.filter(losses.contains).map(\.name)
    return Message(
      kk: "қосымша құжаттан мыналар алынбады: \(names.map(\.kk).joined(separator: ", "))",
      ru: "из вложенного документа не взяты: \(names.map(\.ru).joined(separator: ", "))",
      en: "left out of the sub-document: \(names.map(\.en).joined(separator: ", "))")
  }

  private var name: Message {
    switch self {
    case .notes: Message(kk: "ескертпелер", ru: "сноски", en: "notes")
    case .comments: Message(kk: "түсініктемелер", ru: "примечания", en: "comments")
    case .embeddedObjects:
      Message(
        kk: "диаграммалар мен енгізілген нысандар", ru: "диаграммы и внедрённые объекты",
        en: "charts and embedded objects")
    case .unsafeLinks:
      Message(
        kk: "http, https, mailto емес сілтемелер", ru: "ссылки, кроме http, https и mailto",
        en: "links other than http, https and mailto")
    }
  }
}
