import Testing
import WordprocessingML

@Suite struct HTMLLookTests {
  @Test("A heading would not look like its style, nor be one for a reader's program")
  func styles() throws {
    let file = WordFile(p("Бұйрық", "<w:pStyle w:val='H'/>") + p("Мәтін")).with {
      $0.styles =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='28'/></w:rPr></w:rPrDefault></w:docDefaults>"
        + style(
          "B", "<w:pPr><w:jc w:val='center'/></w:pPr><w:rPr><w:b/><w:color w:val='FF0000'/></w:rPr>"
        )
        + style(
          "H", basedOn: "B",
          "<w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:rPr><w:sz w:val='32'/></w:rPr>")
    }
    let look = try file.look(of: "Бұйрық")
    #expect(look.contains("text-align:center"))
    #expect(look.contains("font-size:16pt"))
    #expect(look.contains("font-weight:700"))
    #expect(look.contains("color:#ff0000"))
    #expect(try file.shown().contains("<h2"))
    #expect(try !file.look(of: "Мәтін").contains("font-weight:700"))
    #expect(try file.html().contains("body{font-family:\"Times New Roman\""))
  }

  @Test(
    "A word that two styles make bold is not bold in Word; what is said at the word itself holds")
  func toggles() throws {
    let styles =
      style("P", "<w:rPr><w:b/></w:rPr>")
      + style("C", type: "character", "<w:rPr><w:b/></w:rPr>")
    let plain = r("қалыпты", "<w:rStyle w:val='C'/>")
    let bold = r("қою", "<w:rStyle w:val='C'/><w:b/>")
    let file = WordFile(p(r("жуан жуан жуан") + plain + bold, "<w:pStyle w:val='P'/>")).with {
      $0.styles = styles
    }
    #expect(try file.look(of: "қалыпты").contains("font-weight:400"))
    #expect(try file.look(of: "жуан").contains("font-weight:700"))
    #expect(try !file.look(of: "қою").contains("font-weight:400"))
  }

  @Test("Lines would stand elsewhere: indents and spacing are those of Word")
  func indents() throws {
    let file = WordFile(
      p(
        "абзац",
        "<w:spacing w:before='120' w:after='240' w:line='480' w:lineRule='auto'/><w:ind w:left='567' w:right='284' w:firstLine='709'/>"
      ) + p("нақты", "<w:spacing w:line='320' w:lineRule='exact'/>"))
    let look = try file.look(of: "абзац")
    for part in [
      "margin-top:6pt", "margin-bottom:12pt", "padding-inline-start:28.35pt",
      "padding-inline-end:14.2pt", "text-indent:35.45pt", "line-height:2.298",
    ] {
      #expect(look.contains(part))
    }
    #expect(try file.look(of: "нақты").contains("line-height:16pt"))
  }

  @Test("Two items of a list would stand apart, though their style wants no space between them")
  func contextualSpacing() throws {
    let items = p("бір", "<w:pStyle w:val='L'/>") + p("екі", "<w:pStyle w:val='L'/>")
    let file = WordFile(items).with {
      $0.styles = style("L", "<w:pPr><w:spacing w:after='200'/><w:contextualSpacing/></w:pPr>")
    }
    #expect(try file.look(of: "екі").contains("margin-top:-10pt"))
  }

  @Test("The name of a signatory would not stand at the right edge of the line")
  func rightTab() throws {
    let stop = "<w:tabs><w:tab w:val='right' w:pos='9026'/></w:tabs>"
    let file = WordFile(p(r(t("Министр") + "<w:tab/>" + t("А. Ахметов")), stop))
    let shown = try file.shown()
    #expect(shown.contains("style=\"width:451.25pt\"><span>Министр</span>"))
    #expect(shown.contains("<span>А. Ахметов</span></span></p>"))
  }

  @Test("Labels would be lost or run into the text")
  func labels() throws {
    let file = WordFile(item("бірінші") + item("екінші")).with {
      $0.numbering = list(
        1, level(0, "decimal", "%1)", "<w:pPr><w:ind w:left='720' w:hanging='360'/></w:pPr>"))
    }
    let shown = try file.shown()
    #expect(shown.contains("<span class=\"t\" style=\"width:18pt\">2)</span>екінші"))
    #expect(
      try file.look(of: "<span class=\"t\" style=\"width:18pt\">1)").contains("text-indent:-18pt"))
  }

  @Test("Cells that are one would stand as several")
  func mergedCells() throws {
    func merged(_ text: String, _ properties: String) -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text))</w:tc>"
    }
    let file = WordFile(
      table(
        row(
          merged("биік", "<w:vMerge w:val='restart'/>"), merged("кең", "<w:gridSpan w:val='2'/>")),
        row(merged("", "<w:vMerge/>"), cell(p("бір")), cell(p("екі")))))
    let shown = try file.shown()
    #expect(shown.contains(" rowspan=\"2\""))
    #expect(shown.contains(" colspan=\"2\""))
    #expect(shown.count("<td") == 4)
  }

  @Test("A table's heading would not be set apart as its style has it")
  func tableStyle() throws {
    let markup =
      "<w:tbl><w:tblPr><w:tblStyle w:val='T'/><w:tblLook w:val='0020'/></w:tblPr>"
      + row(cell(p("бас"))) + row(cell(p("тен"))) + "</w:tbl>"
    let file = WordFile(markup).with {
      $0.styles =
        "<w:style w:type='table' w:styleId='T'><w:tblPr><w:tblBorders><w:top w:val='single' w:sz='8'/></w:tblBorders></w:tblPr><w:tblStylePr w:type='firstRow'><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val='clear' w:fill='CCDDEE'/></w:tcPr></w:tblStylePr></w:style>"
    }
    #expect(try file.look(of: "бас").contains("font-weight:700"))
    #expect(try !file.look(of: "тен").contains("font-weight:700"))
    let html = try file.html()
    #expect(html.contains("border-top:1pt solid #000"))
    #expect(html.contains("background-color:#ccddee"))
  }

  @Test("A page would have another size, or a page break be lost")
  func pages() throws {
    let section =
      "<w:sectPr><w:pgSz w:w='16838' w:h='11906'/><w:pgMar w:top='567' w:bottom='567' w:left='1134' w:right='850'/></w:sectPr>"
    let file = WordFile(p(r("бір") + r("<w:br w:type='page'/>") + r("екі")) + section)
    let html = try file.html()
    #expect(html.contains(".p1{width:841.9pt;min-height:595.3pt"))
    #expect(html.contains("@page p1{size:841.9pt 595.3pt;"))
    #expect(html.count("<section class=\"page p1\">") == 2)
  }

  @Test("A reader's program would speak Kazakh as Russian")
  func languages() throws {
    let file = WordFile(
      p(r("Құрметті Асқар Ахметұлы, хатыңызға жауап", "<w:lang w:val='kk-KZ'/>"))
        + p(r("Ответ", "<w:lang w:val='ru-RU'/>")))
    let html = try file.html()
    #expect(html.contains("<html lang=\"kk-KZ\">"))
    #expect(html.contains("lang=\"ru-RU\">Ответ"))
  }

  @Test("Changes would be shown as others than was asked for")
  func changes() throws {
    let added = "<w:ins>\(r("жаңа"))</w:ins>"
    let removed = "<w:del><w:r><w:delText>ескі</w:delText></w:r></w:del>"
    let file = WordFile(p(added + removed))
    #expect(try file.shown().contains("жаңа") && !file.shown().contains("ескі"))
    #expect(try file.shown(.reject).contains("ескі") && !file.shown(.reject).contains("жаңа"))
    #expect(try file.shown(.all).contains("<ins>жаңа</ins><del>ескі</del>"))
  }

  @Test("A note could not be found from its mark, nor the mark from the note")
  func notes() throws {
    let file = WordFile(p(r("сөз") + "<w:r><w:footnoteReference w:id='2'/></w:r>")).with {
      $0.footnotes =
        "<w:footnote w:id='2'>\(p(r("<w:footnoteRef/>") + r("түсіндірме")))</w:footnote>"
    }
    let shown = try file.shown()
    #expect(shown.contains("<a id=\"r1\" href=\"#n1\">1</a>"))
    #expect(shown.contains("<div id=\"n1\"><p"))
    #expect(shown.contains("<a href=\"#r1\">1</a>"))
  }

  @Test("Hidden text would be shown")
  func hidden() throws {
    let file = WordFile(p(r("көрінеді") + r("жасырын", "<w:vanish/>")))
    #expect(try !file.html().contains("жасырын"))
  }
}

extension String {
  fileprivate func count(_ part: String) -> Int { ranges(of: part).count }
}
