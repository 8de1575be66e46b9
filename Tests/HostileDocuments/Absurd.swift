import TestSupport

/// Documents that say what no document says, or say little so often that a reader which believes them never ends.
struct AbsurdDocuments: Sendable {
  /// By how much they are smaller than the program must bear: a debug build of it is slow.
  let divisor: Int

  var all: [HostileDocument] { styles + lists + tables + texts }

  private var styles: [HostileDocument] {
    [
      document("styles-based-on-each-other", styled("a")) {
        [("word/styles.xml", Pieces.root("styles", style("a", "b") + style("b", "a")))]
      },
      document("many-styles-in-a-chain", many(1000) { _ in styled("a\(scaled(60_000) - 1)") }) {
        let chain = (0..<scaled(60_000)).map { style("a\($0)", "a\($0 - 1)") }.joined()
        return [("word/styles.xml", Pieces.root("styles", chain))]
      },
      document("style-with-a-long-name", many(50_000) { _ in styled("a") }) {
        let name = String(repeating: "n", count: 1 << 20)
        let style = "<w:style w:styleId='a' w:type='paragraph'><w:name w:val='\(name)'/></w:style>"
        return [("word/styles.xml", Pieces.root("styles", style))]
      },
    ]
  }

  private var lists: [HostileDocument] {
    [
      document("lists-linked-in-a-circle", listed(1)) {
        numbering(
          "<w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='a'/></w:abstractNum>"
            + "<w:abstractNum w:abstractNumId='2'><w:styleLink w:val='a'/><w:numStyleLink w:val='a'/></w:abstractNum>"
        )
      },
      document(
        "list-from-a-huge-number",
        many(200) { listed($0 % 8 + 1) }
      ) {
        let formats = [
          "decimal", "upperRoman", "lowerLetter", "cardinalText", "ordinalText", "chicago",
          "russianLower", "decimalZero",
        ]
        return numbering(
          formats.enumerated().map { index, format in
            "<w:abstractNum w:abstractNumId='\(index + 1)'><w:lvl w:ilvl='0'><w:start w:val='999999999999999999'/><w:numFmt w:val='\(format)'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
          }.joined(), lists: 8)
      },
      document("list-with-a-long-label", many(20_000) { _ in listed(1) }) {
        let label = String(repeating: "%1.", count: 300_000)
        return numbering(
          "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:lvlText w:val='\(label)'/></w:lvl></w:abstractNum>"
        )
      },
      document(
        "levels-that-there-are-not",
        many(1000) {
          listed(1, level: ["-1", "9", "2147483647", "99999999999999999999", "x"][$0 % 5])
        }
      ) {
        numbering(
          (0..<2000).map {
            "<w:abstractNum w:abstractNumId='\($0)'><w:lvl w:ilvl='\($0)000000'/></w:abstractNum>"
          }
          .joined())
      },
      document("many-lists", many(20_000) { listed($0) }) {
        numbering(
          (0..<20_000).map {
            "<w:abstractNum w:abstractNumId='\($0)'><w:lvl w:ilvl='0'><w:lvlText w:val='%1'/></w:lvl></w:abstractNum>"
          }
          .joined(), lists: 20_000)
      },
    ]
  }

  private var tables: [HostileDocument] {
    [
      document(
        "cells-over-billions-of-columns",
        table(
          many(100) { _ in
            "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2147483647'/><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr><w:gridSpan w:val='-5'/></w:tcPr>\(Pieces.paragraph)</w:tc></w:tr>"
          })),
      document(
        "many-columns",
        "<w:tbl><w:tblGrid>" + many(200_000) { _ in "<w:gridCol/>" }
          + "</w:tblGrid><w:tr><w:trPr><w:gridBefore w:val='2147483647'/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
      ),
      document(
        "many-cells-in-a-row",
        table("<w:tr>" + many(60_000) { _ in "<w:tc><w:p/></w:tc>" } + "</w:tr>")),
      document("table-without-rows", "<w:tbl/><w:tbl><w:tr/></w:tbl>"),
      document(
        "300-tables-in-each-other",
        Pieces.nested(
          "<w:tbl><w:tr><w:tc><w:p/>", "</w:tc></w:tr></w:tbl>", 300, around: Pieces.paragraph)),
      document(
        "sizes-below-nothing",
        "<w:p><w:pPr><w:ind w:left='-2147483648' w:hanging='99999999999'/><w:spacing w:line='-1' w:before='2147483647'/></w:pPr><w:r><w:rPr><w:sz w:val='-20'/></w:rPr><w:t>x</w:t></w:r></w:p><w:sectPr><w:pgSz w:w='-1' w:h='0'/><w:pgMar w:left='2147483647' w:right='2147483647'/></w:sectPr>"
      ),
      document(
        "picture-of-gigametres",
        "<w:p><w:r><w:drawing><wp:inline xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'><wp:extent cx='9223372036854775807' cy='-1'/><wp:docPr id='1' name='a'/></wp:inline></w:drawing></w:r></w:p>"
      ),
    ]
  }

  private var texts: [HostileDocument] {
    [
      document(
        "many-references-to-one-note",
        "<w:p>" + many(60_000) { _ in "<w:r><w:footnoteReference w:id='1'/></w:r>" } + "</w:p>"
      ) {
        let note = many(10_000) { "<w:p><w:r><w:t>note \($0)</w:t></w:r></w:p>" }
        return [
          (
            "word/footnotes.xml",
            Pieces.root("footnotes", "<w:footnote w:id='1'>\(note)</w:footnote>")
          )
        ]
      },
      document(
        "note-that-refers-to-itself", "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
      ) {
        let note = "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
        return [
          (
            "word/footnotes.xml",
            Pieces.root("footnotes", "<w:footnote w:id='1'>\(note)</w:footnote>")
          )
        ]
      },
      document(
        "many-references-to-one-header",
        many(60_000) { _ in
          "<w:p><w:pPr><w:sectPr><w:headerReference r:id='header1' w:type='default'/></w:sectPr></w:pPr></w:p>"
        }
      ) {
        let header = many(1000) { "<w:p><w:r><w:t>header \($0)</w:t></w:r></w:p>" }
        return [("word/header1.xml", Pieces.root("hdr", header))]
      },
      document(
        "150-text-boxes-in-each-other",
        Pieces.nested(
          "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>",
          "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>",
          150, around: Pieces.paragraph)),
      document(
        "text-boxes-said-twice-in-each-other",
        (0..<12).reduce(Pieces.paragraph) { inner, _ in
          "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>\(inner)</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\(inner)</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        }),
      document(
        "many-fields-in-each-other",
        "<w:p>" + many(60_000) { _ in "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" }
          + many(20_000) { _ in "<w:r><w:t>x</w:t></w:r>" } + "</w:p>"),
      document(
        "fields-that-end-before-they-begin",
        "<w:p>" + many(50_000) { _ in "<w:r><w:fldChar w:fldCharType='end'/></w:r>" } + "</w:p>"),
      document(
        "many-runs-of-a-letter",
        "<w:p>" + many(60_000) { _ in "<w:r><w:t>a</w:t></w:r>" } + "</w:p>"
      ),
      document(
        "many-deleted-paragraph-ends",
        many(60_000) { _ in
          "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
        }),
      document(
        "attribute-of-9-mb",
        "<w:p w:rsidR='" + Pieces.noise(3 << 20).map { "\($0)" }.joined() + "'/>"),
      document("many-comments", many(500_000) { _ in "<!---->" }),
      document(
        "text-of-4-mb",
        "<w:p><w:r><w:t>" + many(300_000) { _ in "a b c d e f " } + "</w:t></w:r></w:p>"),
      document(
        "symbols-that-are-no-characters",
        "<w:p>"
          + many(1000) {
            "<w:r><w:sym w:char='\(["D800", "110000", "FFFFFFFFFF", "0", "-1", "x"][$0 % 6])'/></w:r>"
          } + "</w:p>"
      ),
      document(
        "bookmarks-that-never-end", many(20_000) { "<w:bookmarkStart w:id='\($0)' w:name='a'/>" }),
      document(
        "links-to-nowhere",
        "<w:p>"
          + many(10_000) { "<w:hyperlink r:id='r\($0)'><w:r><w:t>a</w:t></w:r></w:hyperlink>" }
          + "</w:p>"),
      document(
        "link-that-is-a-program",
        "<w:p><w:hyperlink r:id='r1' w:anchor='&quot;&gt;&lt;script&gt;'><w:r><w:t>&lt;script&gt;alert(1)&lt;/script&gt;</w:t></w:r></w:hyperlink></w:p>"
      ),
    ]
  }

  private func document(
    _ name: String, _ content: @autoclosure @escaping @Sendable () -> String,
    _ parts: @escaping @Sendable () -> [(name: String, content: String)] = { [] }
  ) -> HostileDocument {
    HostileDocument.harmless(name) {
      Pieces.package(
        Pieces.main(Pieces.paragraph + content()), parts().map { Pieces.entry($0.name, $0.content) }
      ).bytes()
    }
  }

  private func many(_ count: Int, _ piece: (Int) -> String) -> String {
    (0..<scaled(count)).map(piece).joined()
  }

  private func scaled(_ count: Int) -> Int { count < 1000 ? count : count / divisor }

  private func styled(_ style: String) -> String {
    "<w:p><w:pPr><w:pStyle w:val='\(style)'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
  }

  private func style(_ id: String, _ parent: String) -> String {
    "<w:style w:styleId='\(id)' w:type='paragraph'><w:basedOn w:val='\(parent)'/></w:style>"
  }

  private func listed(_ list: Int, level: String = "0") -> String {
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(list)'/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
  }

  private func numbering(
    _ definitions: String, lists: Int = 1
  ) -> [(name: String, content: String)] {
    let instances = (1...lists).map {
      "<w:num w:numId='\($0)'><w:abstractNumId w:val='\($0)'/></w:num>"
    }.joined()
    return [("word/numbering.xml", Pieces.root("numbering", definitions + instances))]
  }

  private func table(_ rows: String) -> String { "<w:tbl>\(rows)</w:tbl>" }
}
