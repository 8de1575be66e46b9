import XML

/// Where on the pages the reading is.
struct Pages {
  var sections: [SectionFormat] = []
  /// The numbers of the rules for their pages; sections of one size and the same margins share them.
  var rules = Interned<String>()
  var current = 0
  /// Whether the page that is open is the first one of its section.
  var isFirst = true
  var hasColumns = false
  /// The headers and footers that were shown.
  var shown: Set<String> = []

  var section: SectionFormat {
    sections.isEmpty ? SectionFormat() : sections[min(current, sections.count - 1)]
  }
}

extension HTMLReader {
  mutating func openPage() {
    let section = pages.section
    let rule = ruleNumber(of: section) + 1
    output += "<section class=\"page p\(rule)\">\n"
    let kind = pages.isFirst && section.hasFirstPage ? "first" : "default"
    output += "<header class=\"top\">"
    showMargin(section.headers[kind])
    output += "</header>\n<div class=\"text\">\n"
    flow = Flow(width: section.textWidth, isBody: true)
    openColumns()
  }

  mutating func closePage(isLast: Bool = false, endsSection: Bool = true) {
    let section = pages.section
    closeColumns()
    output += "</div>\n"
    let kind = pages.isFirst && section.hasFirstPage ? "first" : "default"
    output += "<footer class=\"foot\">"
    showMargin(section.footers[kind])
    output += "</footer>\n</section>\n"
    if isLast || endsSection { showRest(of: section) }
  }

  private mutating func openColumns() {
    let section = pages.section
    guard section.columns > 1 else { return }
    var css = Declarations()
    css.add("columns", "\(section.columns)")
    css.add("column-gap", points: section.columnSpace)
    if section.hasColumnLine { css.add("column-rule", "0.5pt solid #000") }
    output += "<div\(classes.attribute(css))>\n"
    pages.hasColumns = true
    flow.width = section.columnWidth
    flow.previous = nil
  }

  private mutating func closeColumns() {
    guard pages.hasColumns else { return }
    output += "</div>\n"
    pages.hasColumns = false
  }

  /// Goes over to a new page of the same section.
  mutating func breakPage() {
    closeFrame()
    closePage(endsSection: false)
    pages.isFirst = false
    openPage()
  }

  /// Goes over to the next section, on the same page where it asks for no other.
  mutating func nextSection() {
    guard pages.current + 1 < pages.sections.count else { return }
    closeFrame()
    let old = pages.section
    let new = pages.sections[pages.current + 1]
    if new.isContinuous, new.width == old.width, new.height == old.height {
      closeColumns()
      pages.current += 1
      flow.width = new.textWidth
      openColumns()
    } else {
      closePage()
      pages.current += 1
      pages.isFirst = true
      openPage()
    }
  }

  /// The headers and footers of pages that are no box of their own here, set apart below the page.
  private mutating func showRest(of section: SectionFormat) {
    var kinds = section.hasFirstPage ? ["first", "default"] : ["default"]
    if document.settings.hasEvenMarginals { kinds.append("even") }
    for kind in kinds {
      for id in [section.headers[kind], section.footers[kind]] {
        guard let id, !pages.shown.contains(id) else { continue }
        let outer = output
        output = HTMLText()
        showMargin(id)
        let inner = output
        output = outer
        guard inner.isVisible else { continue }
        var css = Declarations()
        css.add("width", points: section.textWidth)
        output += "<aside\(classes.attribute(css, "later"))>"
        output += inner
        output += "</aside>\n"
      }
    }
  }

  /// Writes a header or a footer, unless it was shown.
  private mutating func showMargin(_ id: String?) {
    guard let id, let story = document.marginals[id], pages.shown.insert(id).inserted else {
      return
    }
    let outer = source
    source = Self.source(story, of: document)
    read(source.tree.tree.root, in: Flow(width: pages.section.textWidth))
    source = outer
  }

  /// The rules for the pages' sizes, on the screen and on paper.
  var pageRules: String {
    pages.rules.values.enumerated().map { number, rules in
      rules.replacing(Self.ruleName, with: "p\(number + 1)")
    }.joined() + firstPageRules
  }

  /// Stands for the name in rules that have none yet.
  private static let ruleName = "\u{FFFC}"

  private mutating func ruleNumber(of section: SectionFormat) -> Int {
    pages.rules.number(of: pageRules(section))
  }

  private func pageRules(_ section: SectionFormat) -> String {
    let name = Self.ruleName
    let size = CSS.points(section.width) + " " + CSS.points(section.height)
    let (top, bottom) = (CSS.points(section.top), CSS.points(section.bottom))
    let (left, right) = (CSS.points(section.left), CSS.points(section.right))
    let header = CSS.points(min(section.header, section.top))
    let footer = CSS.points(min(section.footer, section.bottom))
    return """
      .\(name){width:\(CSS.points(section.width));min-height:\(CSS.points(section.height));\
      padding:0 \(right) 0 \(left)}
      .\(name)>.top{min-height:\(top);padding-top:\(header)}
      .\(name)>.foot{min-height:\(bottom);padding-bottom:\(footer)}
      @page \(name){size:\(size);margin:\(top) 0 \(bottom)}
      @media print{.\(name){page:\(name);padding-right:0}.\(name)>*{width:\(CSS.points(section.textWidth))}
      .\(name)>.top,.\(name)>.foot{min-height:0;padding:0}}

      """
  }

  /// On paper the header of the first sheet takes room that others leave free.
  private var firstPageRules: String {
    guard let first = pages.sections.first,
      first.headers[first.hasFirstPage ? "first" : "default"] != nil
    else { return "" }
    let header = min(first.header, first.top)
    return """
      @page p1:first{margin-top:\(CSS.points(header))}
      @media print{.page:first-child>.top{min-height:\(CSS.points(first.top - header))}}

      """
  }
}
