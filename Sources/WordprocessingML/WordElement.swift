public import XML

/// The elements of WordprocessingML that this project reads by name (ECMA-376 part 1, §17).
///
/// A case's name is the element's local name; the strict and the transitional namespace mean the same.
public enum WordElement: String, CaseIterable, Sendable {
  // Stories and blocks.
  case document, body, hdr, ftr, p, tbl, tr, tc, sdt, sdtContent, sectPr, txbxContent
  case sdtPr, footnote, endnote, comment
  // Paragraph properties.
  case pPr, pStyle, numPr, numId, ilvl, outlineLvl
  // Runs and what stands in them.
  case r, rPr, rStyle, rFonts, t, tab, br, cr, noBreakHyphen, softHyphen, sym, ptab, vanish
  case drawing, pict, object, fldChar, instrText, footnoteReference, endnoteReference
  // What wraps runs.
  case smartTag, fldSimple, ins, del, moveFrom, moveTo, customXml, delText, delInstrText, rt
  case pPrChange, rPrChange, pageBreakBefore, evenAndOddHeaders, titlePg
  case bookmarkStart, bookmarkEnd, proofErr
  case commentRangeStart, commentRangeEnd, commentReference
  // Properties of rows and cells.
  case trPr, tcPr, tcW, gridSpan
  // Styles and numbering.
  case styles, style, name, basedOn
  case numbering, abstractNum, abstractNumId, num, lvl, start, numFmt, lvlText, isLgl
  case lvlOverride, startOverride, lvlRestart, styleLink, numStyleLink
  // What text looks like.
  case docDefaults, tblStylePr, b, bCs, i, iCs, caps, smallCaps, strike, dstrike, outline, shadow
  case emboss, imprint, u, color, highlight, sz, szCs, vertAlign, position, spacing, kern, lang
  case rtl, cs, shd, bdr
  // What paragraphs look like.
  case jc, ind, contextualSpacing, tabs, pBdr, bidi, suff, lvlJc, framePr
  // What tables look like.
  case tblPr, tblStyle, tblW, tblInd, tblBorders, tblCellMar, tblLook, tblLayout, tblCellSpacing
  case tblStyleRowBandSize, tblStyleColBandSize, bidiVisual, tblGrid, gridCol, gridBefore, gridAfter
  case trHeight, tblHeader, tcBorders, tcMar, vMerge, vAlign, noWrap, textDirection
  case top, bottom, left, right, end, insideH, insideV, between
  // Sections.
  case pgSz, pgMar, cols, type, headerReference, footerReference
  // Links and notes.
  case hyperlink, footnoteRef, endnoteRef
  /// Any element that has no case of its own.
  case other
}

/// The elements by their names, found sooner than by `WordElement(rawValue:)`.
private let elementsByName = Dictionary(
  uniqueKeysWithValues: WordElement.allCases.filter { $0 != .other }.map { ($0.rawValue, $0) })

/// A tree whose element names have been looked up once, so that each is told apart by a number.
public struct WordTree: Sendable {
  public let tree: XMLTree
  private let elements: [WordElement]

  /// The namespaces of WordprocessingML: transitional and strict.
  public static let namespaces = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]

  /// Looks up the names of `tree`, unless they are those of a tree that is `known`.
  public init(_ tree: XMLTree, like known: WordTree? = nil) {
    self.tree = tree
    if let known, known.tree.names == tree.names {
      elements = known.elements
      return
    }
    var namespace = ""
    var isOwn = false
    elements = tree.names.indices.map { name in
      if tree.names[name].namespace != namespace {
        namespace = tree.names[name].namespace
        isOwn = Self.namespaces.contains(namespace)
      }
      return isOwn ? elementsByName[tree.names[name].local] ?? .other : .other
    }
  }

  /// What `node` is; `other` for everything that is not an element of WordprocessingML.
  public func element(_ node: XMLTree.NodeID) -> WordElement {
    tree.kind(of: node) == .element ? elements[tree.nameIndex(of: node)] : .other
  }

  /// The first child of `node` that is an `element`.
  public func child(_ element: WordElement, of node: XMLTree.NodeID) -> XMLTree.NodeID? {
    var child = node + 1
    let end = tree.end(of: node)
    while child < end {
      if self.element(child) == element { return child }
      child = tree.end(of: child)
    }
    return nil
  }

  /// The properties of `node`, which can only be its first element: what has none is not searched to its end.
  public func properties(_ element: WordElement, of node: XMLTree.NodeID) -> XMLTree.NodeID? {
    let first = tree.children(of: node).first { tree.kind(of: $0) == .element }
    return first.flatMap { self.element($0) == element ? $0 : nil }
  }

  /// The nearest ancestor of `node`, or `node` itself, that is an `element`.
  public func enclosing(_ element: WordElement, of node: XMLTree.NodeID) -> XMLTree.NodeID? {
    var current: XMLTree.NodeID? = node
    while let node = current {
      if self.element(node) == element { return node }
      current = tree.parent(of: node)
    }
    return nil
  }

  /// The value of the attribute `w:local` of `node`.
  public func attribute(_ local: String, of node: XMLTree.NodeID) -> String? {
    tree.attribute(inNamespaceOfElement: local, of: node)
  }

  /// The value of a property that has nothing but `w:val`, such as `w:pStyle`.
  public func value(of property: WordElement, in properties: XMLTree.NodeID) -> String? {
    child(property, of: properties).flatMap { attribute("val", of: $0) }
  }

  /// Whether a toggle property, such as `w:vanish`, is there and on (ECMA-376 part 1, §17.17.4).
  public func isOn(_ property: WordElement, in properties: XMLTree.NodeID) -> Bool {
    toggle(property, in: properties) ?? false
  }

  /// Whether a toggle property is on or off, or `nil` where nothing is said of it.
  func toggle(_ property: WordElement, in properties: XMLTree.NodeID) -> Bool? {
    child(property, of: properties).map { isOn($0) }
  }

  /// Whether a property that is there is on.
  func isOn(_ property: XMLTree.NodeID) -> Bool {
    !["0", "false", "off"].contains(attribute("val", of: property) ?? "true")
  }

  /// Whether an attribute is there and says yes (ECMA-376 part 1, §22.9.2.7).
  func isTrue(_ local: String, of node: XMLTree.NodeID) -> Bool {
    attribute(local, of: node).map(Self.isYes) ?? false
  }

  static func isYes(_ value: String) -> Bool { ["1", "true", "on"].contains(value) }
}
