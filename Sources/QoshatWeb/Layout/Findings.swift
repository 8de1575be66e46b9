import Diagnostics
import Letters

/// What was found, as a list in the user's language: the message, where, the words, and what would mend it.
enum Findings {
  /// So much of a paragraph is shown on each side of the words that a finding is about.
  private static let around = 70

  static func list(_ diagnostics: [Diagnostic], in language: LetterLanguage) -> HTML {
    "<ul class=\"findings\">\(diagnostics.html { item($0, in: language) })</ul>"
  }

  private static func item(_ diagnostic: Diagnostic, in language: LetterLanguage) -> HTML {
    item(
      diagnostic, places: diagnostic.places.html { place($0, in: language.messages) },
      in: language)
  }

  /// One finding with its `places`, items of a list.
  static func item(
    _ diagnostic: Diagnostic, places: HTML, in language: LetterLanguage
  ) -> HTML {
    let messages = language.messages
    let severity = diagnostic.severity == .error ? Phrase.error : Phrase.warning
    return """
      <li class="\(diagnostic.severity.rawValue)"><strong>\(severity[language])</strong> <span class="rule">\(diagnostic.rule)</span>
      \(diagnostic.message[messages])
      \(diagnostic.hint.map { "<p class=\"hint\">\($0[messages])</p>" as HTML })
      \(places.isEmpty ? .nothing : "<ul class=\"places\">\(places)</ul>" as HTML)</li>

      """
  }

  private static func place(_ place: Place, in messages: MessageLanguage) -> HTML {
    let file = place.file?.split(separator: "/").last.map(String.init)
    let position = place.position(in: messages) ?? place.block
    let location = [file, place.line.map(String.init), position].compactMap { $0 }
      .joined(separator: ", ")
    guard !location.isEmpty || !place.text.isEmpty else { return .nothing }
    let quote = place.excerpt.isEmpty ? HTML.nothing : " <q>\(excerpt(of: place))</q>"
    return "<li><span class=\"position\">\(location)</span>\(quote)</li>"
  }

  /// The words, marked, with some of what stands around them.
  static func excerpt(of place: Place) -> HTML {
    let bytes = place.excerpt.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: place.marked.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: place.marked.upperBound)
    let before = String(Substring(bytes[..<start]))
    let after = String(Substring(bytes[end...]))
    let lead = before.count > around ? "…" + before.suffix(around) : before
    let tail = after.count > around ? after.prefix(around) + "…" : after
    return "\(lead)<mark>\(place.text)</mark>\(tail)"
  }
}
