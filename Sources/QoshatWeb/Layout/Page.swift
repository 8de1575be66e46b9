import HTTPTypes
import Letters

/// A page with the frame that all pages have: its title, the sections of the application, the visitor, the language.
struct Page {
  /// The parts of the application in the navigation.
  enum Section: CaseIterable {
    case letters, register, statistics, export, templates, compare, people

    var phrase: Phrase {
      switch self {
      case .letters: .letters
      case .register: .register
      case .statistics: .statistics
      case .export: .export
      case .templates: .templates
      case .compare: .compare
      case .people: .people
      }
    }

    var path: WebPath {
      switch self {
      case .letters: WebPath("letters")
      case .register: WebPath("register")
      case .statistics: WebPath("statistics")
      case .export: WebPath("export")
      case .templates: WebPath("templates")
      case .compare: WebPath("compare")
      case .people: WebPath("people")
      }
    }

    var access: Access { self == .people ? .administrator : .author }
  }

  var title: String
  var section: Section?
  /// Whether the page takes the whole width of the window, such as two letters beside each other.
  var isWide = false
  /// Scripts besides the one that all pages have.
  var scripts: [Asset] = []
  var content: HTML

  init(_ title: String, in section: Section? = nil, isWide: Bool = false, _ content: HTML) {
    self.title = title
    self.section = section
    self.isWide = isWide
    self.content = content
  }

  /// The answer to `request`.
  func response(to request: WebRequest, status: HTTPResponse.Status = .ok) -> WebResponse {
    .html(
      html(for: request.visitor, target: request.method == .get ? request.target : "/"),
      status: status)
  }

  /// `target` is where the choice of another language leads back to.
  func html(for visitor: Visitor, target: String) -> HTML {
    let language = visitor.language
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title) – \(Phrase.product[language])</title>
      <link rel="stylesheet" href="\(Asset.styles.path)">
      <link rel="icon" href="data:,">
      \(([Asset.script] + scripts).html { "<script src=\"\($0.path)\" defer></script>\n" })
      </head>
      <body>
      <a class="skip" href="#content">\(Phrase.skipToContent[language])</a>
      <header class="site">
      <div class="bar">
      <a class="product" href="/">\(Phrase.product[language])</a>
      \(navigation(visitor))
      <div class="visitor">\(languages(language, target))\(VisitorMenu.html(for: visitor))</div>
      </div>
      </header>
      <main id="content" tabindex="-1"\(isWide ? " class=\"wide\"" as HTML : "")>
      <h1>\(title)</h1>
      \(content)
      </main>
      </body>
      </html>

      """
  }

  private func navigation(_ visitor: Visitor) -> HTML {
    guard visitor.access > .everyone else { return .nothing }
    let items = Section.allCases.filter { $0.access <= visitor.access }.html { item in
      let current: HTML = item == section ? " aria-current=\"page\"" : ""
      return
        "<li><a href=\"\(item.path.description)\"\(current)>\(item.phrase[visitor.language])</a></li>"
    }
    return "<nav aria-label=\"\(Phrase.mainNavigation[visitor.language])\"><ul>\(items)</ul></nav>"
  }

  private func languages(_ current: LetterLanguage, _ target: String) -> HTML {
    let items = LetterLanguage.allCases.html { language in
      let name = Phrase.name(of: language)
      let path = WebPath("language", language.rawValue, query: ["back": target])
      let mark: HTML = language == current ? " aria-current=\"true\"" : ""
      return
        "<li><a href=\"\(path.description)\" lang=\"\(language.rawValue)\" hreflang=\"\(language.rawValue)\"\(mark)>\(name[language])</a></li>"
    }
    return
      "<nav class=\"languages\" aria-label=\"\(Phrase.chooseLanguage[current])\"><ul>\(items)</ul></nav>"
  }
}
