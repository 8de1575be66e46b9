/// How wide text is, near enough to tell which tab stop comes next.
enum TextWidth {
  /// In twentieths of a point.
  static func width(of text: String, _ look: RunFormat, _ font: FontFamily) -> Int {
    let isUpper = look.on.contains(.caps)
    var units = 0
    for scalar in (isUpper ? text.uppercased() : text).unicodeScalars {
      units += TimesMetrics.width(of: scalar)
    }
    var width = Double(units) / Double(TimesMetrics.unitsPerEm) * Double(look.size ?? 20) * 10
    width *= font.widthRatio
    if look.on.contains(.bold) { width *= 1.05 }
    return Int(width.rounded()) + (look.spacing ?? 0) * text.unicodeScalars.count
  }
}

/// A finished line of a paragraph.
struct FinishedLine {
  var html = ""
  var hasFloat = false
  var isVisible = false
}

extension HTMLReader {
  /// What stands between two tabs.
  private struct Segment {
    var inlines: [Inline] = []
    var width = 0
    /// What ends it.
    var end = Inline.Content.lineBreak
  }

  /// The pieces of a paragraph as HTML, with text where tabs lead it.
  ///
  /// A tab is a box from one stop to the next that holds the text before it, so that what follows begins exactly at the stop however wide the text is drawn. Widths are only estimated to tell which stop is the next.
  mutating func line(
    _ inlines: [Inline], _ format: ParagraphFormat, _ base: RunFormat, _ label: ParagraphLabel?
  ) -> FinishedLine {
    var finished = FinishedLine()
    var segments: [Segment] = [Segment()]
    if let label { begin(label, &segments) }
    for inline in inlines {
      let last = segments.count - 1
      switch inline.content {
      case .tab, .lineBreak, .edgeTab:
        segments[last].end = inline.content
        segments.append(Segment())
      default:
        segments[last].inlines.append(inline)
        segments[last].width += width(of: inline)
      }
    }
    finished.isVisible = inlines.contains {
      switch $0.content {
      case .text(let text): text.contains { !$0.isWhitespace }
      case .html, .block: true
      default: false
      }
    }
    var place = LinePlace(format, width: flow.width, distance: document.settings.tabDistance)
    var index = 0
    while index < segments.count {
      let segment = segments[index]
      let isLast = index == segments.count - 1
      index += 1
      guard !isLast else {
        finished.html += spans(segment.inlines, base)
        break
      }
      switch segment.end {
      case .lineBreak:
        finished.html += spans(segment.inlines, base) + "<br>"
        // A break at the end of a paragraph opens an empty line.
        if index == segments.count - 1, segments[index].inlines.isEmpty { finished.html += "<br>" }
        place.beginLine()
      case .tab, .edgeTab:
        var edge: TabStop.Alignment?
        if case .edgeTab(let alignment) = segment.end { edge = alignment }
        let next = segments[index]
        if tab(segment, next, edge, &place, base, &finished) {
          // The text behind the tab was written with it.
          segments[index].inlines = []
          segments[index].width = 0
        }
      default: break
      }
    }
    return finished
  }

  private func begin(_ label: ParagraphLabel, _ segments: inout [Segment]) {
    var text = label.text
    if label.end == .space { text += " " }
    let inline = Inline(content: .text(text), look: label.look, link: nil, change: nil)
    segments[0].inlines = [inline]
    segments[0].width = label.alignment == .start ? width(of: inline) : 0
    guard label.end == .tab else { return }
    segments[0].end = .tab
    segments.append(Segment())
  }

  private func width(of inline: Inline) -> Int {
    switch inline.content {
    case .text(let text):
      let look = looks[inline.look]
      return TextWidth.width(of: text, look, FontFamily(look))
    case .html(_, let width), .block(_, let width): return width
    default: return 0
    }
  }

  /// Writes a segment and the tab behind it; gives back whether the next one was written as well.
  private mutating func tab(
    _ segment: Segment, _ next: Segment, _ edge: TabStop.Alignment?, _ place: inout LinePlace,
    _ base: RunFormat, _ finished: inout FinishedLine
  ) -> Bool {
    let text = spans(segment.inlines, base)
    place.advance(segment.width)
    let stop = edge.map { place.edge($0) } ?? place.nextStop()
    let leader = stop.leader.map { Self.leader($0) } ?? ""
    let room = stop.position - place.end
    switch stop.alignment {
    case .right, .decimal, .center:
      let half = stop.alignment == .center ? next.width / 2 : next.width
      guard half <= room + 20 else {
        finished.html += text + "<span class=\"t\" style=\"width:3pt\"></span>"
        place.skip(60)
        return false
      }
      let following = spans(next.inlines, base)
      guard place.isExact else {
        finished.html += text
        if stop.alignment == .center {
          finished.html += Self.gap(room - half)
          place.skip(room - half)
          return false
        }
        let margin = CSS.points(place.width - stop.position)
        finished.html += "<span class=\"r\" style=\"margin-right:\(margin)\">\(following)</span>"
        finished.hasFloat = true
        place.reach(stop.position)
        return true
      }
      let width = CSS.points(place.boxWidth(to: stop.position))
      if stop.alignment == .center {
        finished.html += Self.box(text, leader, width)
        finished.html += "<span class=\"m\">\(following)</span>"
        place.reach(stop.position)
        place.overhang = half
      } else {
        finished.html += "<span class=\"x\" style=\"width:\(width)\"><span>\(text)</span>"
        finished.html += "<span class=\"l\">\(leader)</span><span>\(following)</span></span>"
        place.reach(stop.position)
      }
      return true
    default:
      if place.isExact {
        finished.html += Self.box(text, leader, CSS.points(place.boxWidth(to: stop.position)))
      } else {
        finished.html += text + Self.gap(room)
      }
      place.reach(stop.position)
      return false
    }
  }

  private static func gap(_ width: Int) -> String {
    "<span class=\"t\" style=\"width:\(CSS.points(max(width, 20)))\"></span>"
  }

  private static func box(_ text: String, _ leader: String, _ width: String) -> String {
    leader.isEmpty
      ? "<span class=\"t\" style=\"width:\(width)\">\(text)</span>"
      : "<span class=\"x\" style=\"width:\(width)\"><span>\(text)</span><span class=\"l\">\(leader)</span></span>"
  }

  /// More of the character than any line has room for; what is too much is cut off.
  private static func leader(_ character: Character) -> String {
    String(repeating: character, count: 300)
  }

  // MARK: Spans

  private mutating func spans(_ inlines: [Inline], _ base: RunFormat) -> String {
    var html = ""
    var link: Int?
    var value: Int?
    var valueEnd = ""
    var index = 0
    let around = CSS.inherited(base)
    while index < inlines.count {
      let first = inlines[index]
      if first.link != link || first.value != value {
        html += valueEnd
        valueEnd = ""
        if first.link != link {
          if link != nil { html += "</a>" }
          link = first.link
          if let link { html += Self.opening(links[link]) }
        }
        value = first.value
        if let value, let tags = marked?.tags(ofValue: value, isInLink: link != nil) {
          html += tags.start
          valueEnd = tags.end
        }
      }
      switch first.content {
      case .text(let text):
        var text = text
        while index + 1 < inlines.count, case .text(let more) = inlines[index + 1].content,
          inlines[index + 1].look == first.look, inlines[index + 1].link == first.link,
          inlines[index + 1].change == first.change, inlines[index + 1].value == value,
          inlines[index + 1].remarks == first.remarks
        {
          text += more
          index += 1
        }
        let broken = HTMLText.broken(text)
        html += span(marked?.remarked(broken, first.remarks) ?? broken, first, base, around)
      case .html(let markup, _):
        let look = looks[first.look]
        html +=
          look.position == nil || look.position == .line
          ? markup : span(markup, first, base, around)
      case .block(let markup, _): html += markup
      default: break
      }
      index += 1
    }
    html += valueEnd
    if link != nil { html += "</a>" }
    return html
  }

  private mutating func span(
    _ html: String, _ inline: Inline, _ base: RunFormat, _ around: Declarations
  ) -> String {
    let look = looks[inline.look]
    var css = CSS.inherited(look).against(around)
    css.append(CSS.own(look))
    let (font, baseFont) = (FontFamily(look), FontFamily(base))
    if font.lineHeight != baseFont.lineHeight, look.position == nil || look.position == .line {
      css.add("line-height", "\(Int(font.lineHeight * 100))%")
    }
    var attributes = classes.attribute(css)
    if let language = look.language, language != base.language {
      attributes += Self.languageAttribute(language) ?? ""
    }
    if look.isRightToLeft == true { attributes += " dir=\"rtl\"" }
    let text = attributes.isEmpty ? html : "<span\(attributes)>\(html)</span>"
    switch inline.change {
    case .inserted: return "<ins>\(text)</ins>"
    case .deleted: return "<del>\(text)</del>"
    case nil: return text
    }
  }

  private static func opening(_ address: String) -> String {
    let rel = address.hasPrefix("#") ? "" : " rel=\"noopener noreferrer\""
    return "<a href=\"\(HTMLText.quoted(address))\"\(rel)>"
  }
}
