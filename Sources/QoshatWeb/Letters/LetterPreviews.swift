import Diagnostics
import Letters
import OfficePackage
import Register
import Synchronization
import WordprocessingML

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

  private let workplace: Workplace
  /// The one used last at the end.
  private let held = Mutex<[(key: Key, shown: ShownLetter)]>([])

  init(_ workplace: Workplace) { self.workplace = workplace }

  /// A letter with messages in `language`.
  func shown(_ letter: OpenLetter, in language: LetterLanguage) throws -> ShownLetter {
    let key = Key(
      letter: letter.record.id, version: letter.record.version, language: language,
      revision: try workplace.register.revision(), kind: letter.kind.state)
    if let known = known(key) { return known }
    let shown = make(letter, in: language)
    held.withLock { held in
      held.removeAll { $0.key.letter == key.letter && $0.key.language == language }
      held.append((key, shown))
      if held.count > Self.most { held.removeFirst() }
    }
    return shown
  }

  private func known(_ key: Key) -> ShownLetter? {
    held.withLock { held in
      guard let index = held.firstIndex(where: { $0.key == key }) else { return nil }
      let entry = held.remove(at: index)
      held.append(entry)
      return entry.shown
    }
  }

  private func make(_ letter: OpenLetter, in language: LetterLanguage) -> ShownLetter {
    guard let kind = letter.kind.kind else {
      return ShownLetter(
        pages: [:], diagnostics: letter.kind.diagnostics, figures: [], provenance: nil)
    }
    let id = String(letter.record.id)
    let preview = kind.preview(
      letter.asked, file: OpenLetter.file, register: workplace.register,
      messages: language.messages
    ) { WebPath("letters", id, "figures", $0).description }
    let own = ShownLetter(
      pages: preview.pages, diagnostics: preview.diagnostics, figures: preview.figures,
      provenance: preview.provenance)
    return letter.originals.isEmpty ? own : own
  }
}
