/// Which elements stand in another, and in which order (ECMA-376 part 1, annex A).
struct ElementOrder: Sendable {
  /// The place of each child in the order.
  private(set) var places: [String: Int] = [:]
  /// The places that may be taken more than once.
  private(set) var repeatable: Set<Int> = []
  private(set) var required: [String] = []

  /// Reads places apart by spaces: names that share a place apart by `|`, after them `*` where it may be taken again, `!` where it must be taken.
  private init(_ order: String) {
    for (place, word) in order.split(separator: " ").enumerated() {
      let names = word.trimming(["*", "!"])
      if word.hasSuffix("*") { repeatable.insert(place) }
      if word.hasSuffix("!") { required.append(String(names)) }
      for name in names.split(separator: "|") where places[String(name)] == nil {
        places[String(name)] = place
      }
    }
  }

  /// Whether a required place, written with all its names, is taken by one of `children`.
  static func isTaken(_ required: String, by children: Set<String>) -> Bool {
    required.split(separator: "|").contains { children.contains(String($0)) }
  }

  private static let marks =
    "bookmarkStart|bookmarkEnd|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|moveToRangeEnd|commentRangeStart|commentRangeEnd|customXmlInsRangeStart|customXmlInsRangeEnd|customXmlDelRangeStart|customXmlDelRangeEnd|customXmlMoveFromRangeStart|customXmlMoveFromRangeEnd|customXmlMoveToRangeStart|customXmlMoveToRangeEnd"
  private static let anywhere = "proofErr|permStart|permEnd|ins|del|moveFrom|moveTo|" + marks
  private static let blocks = "customXml|sdt|p|tbl|altChunk|" + anywhere
  private static let inline =
    "customXml|smartTag|sdt|dir|bdo|r|fldSimple|hyperlink|subDoc|" + anywhere
  private static let runContent =
    "br|t|contentPart|delText|instrText|delInstrText|noBreakHyphen|softHyphen|dayShort|monthShort|yearShort|dayLong|monthLong|yearLong|annotationRef|footnoteRef|endnoteRef|separator|continuationSeparator|sym|pgNum|cr|tab|object|pict|fldChar|ruby|footnoteReference|endnoteReference|commentReference|drawing|ptab|lastRenderedPageBreak"
  private static let borders = "top left|start bottom right|end insideH insideV"

  /// By the elements' names without prefixes: those that this project writes or changes.
  static let ofElements: [String: ElementOrder] = [
    "document": "background body!",
    "body": "\(blocks)* sectPr",
    "hdr": "\(blocks)*", "ftr": "\(blocks)*", "txbxContent": "\(blocks)*",
    "comments": "comment*", "comment": "\(blocks)*",
    "footnotes": "footnote*", "footnote": "\(blocks)*",
    "endnotes": "endnote*", "endnote": "\(blocks)*",
    "p": "pPr \(inline)*",
    "hyperlink": "\(inline)*",
    "fldSimple": "fldData \(inline)*",
    "smartTag": "smartTagPr \(inline)*",
    "r": "rPr \(runContent)*",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtContent": "\(blocks)|\(inline)|tr|tc*",
    "pPr":
      "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr":
      "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "tabs": "tab*",
    "tbl": "\(marks)* tblPr! tblGrid! tr|customXml|sdt|\(anywhere)*",
    "tblGrid": "gridCol* tblGridChange",
    "tblPr":
      "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tblPrEx":
      "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange",
    "tblBorders": borders, "tblCellMar": borders, "tcMar": borders,
    "tcBorders": borders + " tl2br tr2bl",
    "tr": "tblPrEx trPr tc|customXml|sdt|\(anywhere)*",
    "trPr":
      "cnfStyle|divId|gridBefore|gridAfter|wBefore|wAfter|cantSplit|trHeight|tblHeader|tblCellSpacing|jc|hidden* ins del trPrChange",
    "tc": "tcPr \(blocks)*",
    "tcPr":
      "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns|cellDel|cellMerge tcPrChange",
    "sectPr":
      "headerReference|footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
    "numbering": "numPicBullet* abstractNum* num* numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl*",
    "num": "abstractNumId! lvlOverride*",
    "lvlOverride": "startOverride lvl",
    "lvl":
      "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "styles": "docDefaults latentStyles style*",
    "docDefaults": "rPrDefault pPrDefault",
    "style":
      "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "settings":
      "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle* proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids attachedSchema* themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType* shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator",
  ].mapValues { ElementOrder($0) }

  /// The same for drawings.
  static let ofDrawings: [String: ElementOrder] = [
    "inline": "extent! effectExtent docPr! cNvGraphicFramePr graphic!",
    "anchor":
      "simplePos! positionH! positionV! extent! effectExtent wrapNone|wrapSquare|wrapTight|wrapThrough|wrapTopAndBottom! docPr! cNvGraphicFramePr graphic!",
    "graphic": "graphicData!",
    "pic": "nvPicPr! blipFill! spPr!",
    "nvPicPr": "cNvPr! cNvPicPr!",
    "blipFill": "blip srcRect tile|stretch",
    "xfrm": "off ext",
  ].mapValues { ElementOrder($0) }

  private static let axis =
    "axId! scaling! delete axPos! majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx! crosses|crossesAt"
  private static let label =
    "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator"

  /// The same for charts (ECMA-376 part 1, §21.2).
  static let ofCharts: [String: ElementOrder] = [
    "chartSpace":
      "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart! spPr txPr externalData printSettings userShapes extLst",
    "chart":
      "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
    "title": "tx layout overlay spPr txPr extLst",
    "plotArea":
      "layout areaChart|area3DChart|lineChart|line3DChart|stockChart|radarChart|scatterChart|pieChart|pie3DChart|doughnutChart|barChart|bar3DChart|ofPieChart|surfaceChart|surface3DChart|bubbleChart* valAx|catAx|dateAx|serAx* dTable spPr extLst",
    "barChart":
      "barDir! grouping varyColors ser* dLbls gapWidth overlap serLines* axId* extLst",
    "ser":
      "idx! order! tx spPr invertIfNegative|explosion|marker pictureOptions dPt* dLbls trendline* errBars* cat|xVal val|yVal shape|smooth|bubbleSize bubble3D extLst",
    "dLbls": "dLbl* delete \(label) showLeaderLines leaderLines extLst",
    "dLbl": "idx! delete layout tx \(label) extLst",
    "strLit": "ptCount pt* extLst", "numLit": "formatCode ptCount pt* extLst",
    "scaling": "logBase orientation max min extLst",
    "catAx":
      "\(axis) auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
    "valAx": "\(axis) crossBetween majorUnit minorUnit dispUnits extLst",
    "legend": "legendPos legendEntry* layout overlay spPr txPr extLst",
  ].mapValues { ElementOrder($0) }

  /// The attributes without which an element says nothing; those of WordprocessingML have its namespace.
  static let requiredAttributes: [String: [String]] = {
    var required = [
      "bookmarkStart": ["id", "name"], "comment": ["id", "author"], "style": ["styleId"],
      "fldSimple": ["instr"], "fldChar": ["fldCharType"], "abstractNum": ["abstractNumId"],
      "num": ["numId"], "lvl": ["ilvl"], "lvlOverride": ["ilvl"], "tblStylePr": ["type"],
      "sym": ["font", "char"],
    ]
    for name in [
      "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "footnote",
      "endnote", "footnoteReference", "endnoteReference",
    ] { required[name] = ["id"] }
    for name in [
      "pStyle", "rStyle", "tblStyle", "numId", "ilvl", "jc", "gridSpan", "gridBefore", "gridAfter",
      "sz", "szCs", "color", "highlight", "vertAlign", "outlineLvl", "startOverride", "numFmt",
      "abstractNumId", "basedOn", "next", "link", "name",
    ] { required[name] = ["val"] }
    return required
  }()

  /// The elements whose value is a whole number.
  static let numbers: [String: ClosedRange<Int>] = [
    "numId": 0...Int(Int32.max), "abstractNumId": 0...Int(Int32.max), "ilvl": 0...8,
    "gridSpan": 1...1_000, "gridBefore": 0...1_000, "gridAfter": 0...1_000,
    "outlineLvl": 0...9, "startOverride": 0...Int(Int32.max),
  ]
}

extension Substring {
  fileprivate func trimming(_ ends: Set<Character>) -> Substring {
    var trimmed = self
    while let last = trimmed.last, ends.contains(last) { trimmed.removeLast() }
    return trimmed
  }
}
