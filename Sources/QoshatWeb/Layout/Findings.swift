import Diagnostics
import Letters

/// What was found, as a list in the user's language: the message, where, the words, and what would mend it.
enum Findings {
  static func list(_ diagnostics: [Diagnostic], in language: LetterLanguage) -> HTML {
    let messages = language.messages
    let items = diagnostics.html { diagnostic in
      let severity = diagnostic.severity == .error ? Phrase.error : Phrase.warning
      let places = diagnostic.places.filter { !$0.text.isEmpty || $0.paragraph != nil }.html {
        place -> HTML in
        let position = place.position(in: messages) ?? place.line.map(String.init) ?? ""
        return
          "<li><span class=\"position\">\(place.language ?? "") \(position)</span> <q>\(place.text)</q></li>"
      }
      return """
        <li class="\(diagnostic.severity.rawValue)"><strong>\(severity[language])</strong> <span class="rule">\(diagnostic.rule)</span>
        \(diagnostic.message[messages])
        \(diagnostic.hint.map { "<p class=\"hint\">\($0[messages])</p>" as HTML })
        \(places.isEmpty ? .nothing : "<ul class=\"places\">\(places)</ul>" as HTML)</li>

        """
    }
    return "<ul class=\"findings\">\(items)</ul>"
  }
}
