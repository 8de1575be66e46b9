import XML

extension HTMLReader {
  /// Writes a paragraph, in as many parts as pages it is on.
  mutating func write(_ inlines: [Inline], _ context: ParagraphContext, _ label: ParagraphLabel?) {
    var context = context
    if context.format.breaksPage == true, flow.isBody, flow.previous != nil { breakPage() }
    var parts: [[Inline]] = [[]]
    var breaks: [Bool] = []
    for inline in inlines {
      switch inline.content {
      case .pageBreak where flow.isBody:
        parts.append([])
        breaks.append(true)
      case .columnBreak where pages.hasColumns && flow.isBody:
        parts.append([])
        breaks.append(false)
      case .pageBreak, .columnBreak:
        var line = inline
        line.content = .lineBreak
        parts[parts.count - 1].append(line)
      default: parts[parts.count - 1].append(inline)
      }
    }
    for (index, part) in parts.enumerated() {
      let isFirst = index == 0
      let isRest = index == parts.count - 1 && !isFirst
      if !isFirst, breaks[index - 1] { breakPage() }
      // The mark of a paragraph stays on the page of its last letter.
      if isRest, part.isEmpty { continue }
      if isFirst, parts.count > 1, part.isEmpty, label == nil { continue }
      if !isFirst {
        context.format.firstLine = 0
        if !breaks[index - 1] { output += "<div style=\"break-before:column\"></div>" }
      }
      writePart(part, context, isFirst ? label : nil)
    }
  }

  private mutating func writePart(
    _ inlines: [Inline], _ context: ParagraphContext, _ label: ParagraphLabel?
  ) {
    let format = context.format
    openFrame(format.frame)
    openLines(format)
    let base = base(of: inlines, context)
    var css = Declarations()
    spacing(context, &css)
    if flow.lines == nil {
      if let left = format.left, left != 0 { css.add("padding-inline-start", points: left) }
      if let right = format.right, right != 0 { css.add("padding-inline-end", points: right) }
    }
    if let first = format.firstLine, first != 0 { css.add("text-indent", points: first) }
    if let alignment = format.alignment, alignment != .start {
      css.add("text-align", CSS.alignment(alignment))
    }
    if case .fill(let color) = format.shading { css.add("background-color", CSS.color(color)) }
    css.add("line-height", CSS.lineHeight(format, base))
    css.append(CSS.inherited(base).against(defaultText))

    let line = line(inlines, format, base, label)
    let level = format.outlineLevel.flatMap { (0..<9).contains($0) ? min($0 + 1, 6) : nil }
    let hasBlock = inlines.contains { if case .block = $0.content { true } else { false } }
    let tag = level.map { "h\($0)" } ?? (hasBlock ? "div" : "p")
    let kinds = (line.hasFloat ? ["f"] : []) + (hasBlock ? ["p"] : [])
    var attributes = classes.attribute(css, kinds.joined(separator: " "))
    if let language = base.language, language != appearance.defaultRun.language {
      attributes += Self.languageAttribute(language) ?? ""
    }
    if format.isRightToLeft == true { attributes += " dir=\"rtl\"" }
    output += "<\(tag)\(attributes)>"
    output += line.html.isEmpty ? "<br>" : line.html
    if line.isVisible { output.isVisible = true }
    output += "</\(tag)>\n"
  }

  /// The look that most of the text has, or that of the mark where there is no text.
  private mutating func base(of inlines: [Inline], _ context: ParagraphContext) -> RunFormat {
    var amounts: [Int: Int] = [:]
    for inline in inlines {
      guard case .text(let text) = inline.content else { continue }
      let count = text.utf8.count
      amounts[inline.look, default: 0] += count
      if let language = looks[inline.look].language { languages[language, default: 0] += count }
    }
    guard let most = amounts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
      return context.mark
    }
    var base = looks[most.key]
    base.position = nil
    return base
  }

  /// The space above and below: of two that meet the larger one counts, unless the document adds them as Word did before 2003, and none between paragraphs of a style that wants none.
  private mutating func spacing(_ context: ParagraphContext, _ css: inout Declarations) {
    let format = context.format
    let isContextual = format.isContextual == true
    var before = format.before ?? 0
    let after = format.after ?? 0
    if let previous = flow.previous {
      let isSame = previous.style == context.style
      let above = isSame && previous.isContextual ? 0 : previous.after
      let own = isSame && isContextual ? 0 : before
      before = document.settings.addsSpacing ? above + own : max(above, own)
      // Margins that meet are not added, so what is too much above is taken back.
      if before < previous.after { before -= previous.after }
    }
    if before != 0 { css.add("margin-top", points: before) }
    if after != 0 { css.add("margin-bottom", points: after) }
    flow.previous = (context.style, after, isContextual)
  }
}
