import CivilDates
import Diagnostics
import Letters
import Register
import Synchronization

/// A letter as it is shown: its pages, and what was found in it.
struct ShownLetter: Sendable {
  let pages: [LetterLanguage: [UInt8]]
  let diagnostics: [Diagnostic]
  let figures: [LetterFigure]
  let provenance: FigureProvenance?
}

/// Makes letters visible; one calculation serves both languages, the form, and the figures, until something changes.
final class LetterPreviews: Sendable {
  private struct Key: Hashable {
    let letter: Int
    let version: Int
    let language: LetterLanguage
    let revision: Int
    let kind: [String]
  }

  /// So many are kept: as many as people write at a time.
  private static let most = 48

  private struct ChoicesKey: Hashable {
    let kind: [String]
    let revision: Int
    let day: CivilDate
    let language: LetterLanguage
  }

  private let workplace: Workplace
  /// The one used last at the end.
  private let held = Mutex<[(key: Key, shown: ShownLetter)]>([])
  private let choices = Mutex<[(key: ChoicesKey, choices: FormChoices)]>([])

  init(_ workplace: Workplace) { self.workplace = workplace }

  /// A letter with messages in `language`.
  func shown(_ letter: OpenLetter, in language: LetterLanguage) throws -> ShownLetter {
    let key = Key(
      letter: letter.record.id, version: letter.record.version, language: language,
      revision: try workplace.register.revision(), kind: letter.kind.state)
    if let known = known(key) { return known }
    let shown = try make(letter, in: language)
    held.withLock { held in
      held.removeAll { $0.key.letter == key.letter && $0.key.language == language }
      held.append((key, shown))
      if held.count > Self.most { held.removeFirst() }
    }
    return shown
  }

  /// What can be chosen in the form of a letter; asked for with every save, and the same most of the time.
  func choices(
    for kind: LetterKind, of letter: OpenLetter, in language: LetterLanguage
  ) throws -> FormChoices {
    let key = ChoicesKey(
      kind: [kind.id] + letter.kind.state, revision: try workplace.register.revision(),
      day: letter.day(workplace.today()), language: language)
    if let known = choices.withLock({ held in held.first { $0.key == key }?.choices }) {
      return known
    }
    let new = try FormChoices(for: kind, on: key.day, workplace.register, in: language)
    choices.withLock { held in
      held.append((key, new))
      if held.count > Self.most { held.removeFirst() }
    }
    return new
  }

  private func known(_ key: Key) -> ShownLetter? {
    held.withLock { held in
      guard let index = held.firstIndex(where: { $0.key == key }) else { return nil }
      let entry = held.remove(at: index)
      held.append(entry)
      return entry.shown
    }
  }

  private func make(_ letter: OpenLetter, in language: LetterLanguage) throws -> ShownLetter {
    guard let kind = letter.kind.kind else {
      return ShownLetter(
        pages: try pages(of: letter, [], in: language), diagnostics: letter.kind.diagnostics,
        figures: [], provenance: nil)
    }
    let id = String(letter.record.id)
    let preview = kind.preview(
      letter.asked, file: OpenLetter.file, register: workplace.register,
      revision: letter.approvedRevision, messages: language.messages
    ) { WebPath("letters", id, "figures", $0).description }
    let shown = ShownLetter(
      pages: preview.pages, diagnostics: preview.diagnostics, figures: preview.figures,
      provenance: preview.provenance)
    guard letter.hasOriginals else { return shown }
    // What was approved is not judged again by what has changed since.
    let diagnostics =
      letter.record.state.isFinal
      ? [] : UploadedPair(letter, kind, workplace.register).findings()
    return ShownLetter(
      pages: try pages(of: letter, diagnostics, in: language), diagnostics: diagnostics,
      figures: shown.figures, provenance: shown.provenance)
  }

  /// The pages of documents that are there, with the words that findings are about.
  private func pages(
    of letter: OpenLetter, _ diagnostics: [Diagnostic], in language: LetterLanguage
  ) throws -> [LetterLanguage: [UInt8]] {
    var pages: [LetterLanguage: [UInt8]] = [:]
    for original in letter.originals {
      let version = LetterLanguage(original.content.language)
      pages[version] = try LetterPreview.page(
        of: original.content.docx, version, title: original.content.fileName, diagnostics,
        messages: language.messages)
    }
    return pages
  }
}

/// Two originals that were edited in Word.
struct UploadedPair {
  private let letter: OpenLetter
  private let kind: LetterKind
  private let register: Register

  init(_ letter: OpenLetter, _ kind: LetterKind, _ register: Register) {
    self.letter = letter
    self.kind = kind
    self.register = register
  }

  /// Where they contradict each other, the rules, or the data of their case.
  func findings() -> [Diagnostic] {
    func document(_ language: OfficialLanguage) -> PairCheck.Document {
      let original = letter.originals.first { $0.content.language == language }
      return PairCheck.Document(
        file: "\(language.rawValue).docx", bytes: original?.content.docx ?? [])
    }
    do throws(LetterRefusal) {
      return try kind.findings(
        kk: document(.kk), ru: document(.ru), against: letter.asked, file: OpenLetter.file,
        register: register)
    } catch {
      return error.diagnostics
    }
  }
}

extension OpenLetter {
  /// Whether both originals are there as documents.
  var hasOriginals: Bool { originals.count == OfficialLanguage.allCases.count }

  /// The register's write after which an approved letter saw it, as its document says.
  fileprivate var approvedRevision: Int? {
    guard record.state.isFinal, let docx = originals.first?.content.docx else { return nil }
    return FigureProvenance.revision(ofLetter: docx)
  }
}
