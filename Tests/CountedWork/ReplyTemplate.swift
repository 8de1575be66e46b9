import JSON
import TestSupport

/// A reply to deputies such as `make bench` measures: some forty values at nearly eighty places in both languages, a condition, loops of paragraphs, a header and a footer; 55 kB of markup.
enum ReplyTemplate {
  static func document() -> [UInt8] {
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let packages = "http://schemas.openxmlformats.org/package/2006"
    let type = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    func root(_ name: String, _ content: String) -> String {
      "<w:\(name) xmlns:w='\(word)' xmlns:r='\(kinds)'>\(content)</w:\(name)>"
    }
    func links(_ links: [(kind: String, target: String)]) -> String {
      "<Relationships xmlns='\(packages)/relationships'>"
        + links.map {
          "<Relationship Id='\($0.kind)' Type='\(kinds)/\($0.kind)' Target='\($0.target)'/>"
        }.joined() + "</Relationships>"
    }
    func override(_ part: String, _ kind: String) -> String {
      "<Override PartName='/word/\(part).xml' ContentType='\(type)\(kind)+xml'/>"
    }
    let section =
      "<w:sectPr><w:headerReference w:type='default' r:id='header'/>"
      + "<w:footerReference w:type='default' r:id='footer'/></w:sectPr>"
    return StoredArchive.bytes(of: [
      (
        "[Content_Types].xml",
        "<Types xmlns='\(packages)/content-types'><Default Extension='rels' "
          + "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
          + override("document", "document.main") + override("header", "header")
          + override("footer", "footer") + "</Types>"
      ),
      ("_rels/.rels", links([("officeDocument", "word/document.xml")])),
      (
        "word/_rels/document.xml.rels",
        links([("header", "header.xml"), ("footer", "footer.xml")])
      ),
      ("word/document.xml", root("document", "<w:body>\(body)\(section)</w:body>")),
      ("word/header.xml", root("hdr", paragraph("№ {{ v0 }}"))),
      ("word/footer.xml", root("ftr", paragraph("{{ v1 }}, {{ v2 }}"))),
    ])
  }

  /// What letter `number` says.
  static func data(_ number: Int) -> JSON {
    var members = (0..<values).map { index in
      (
        "v\(index)",
        JSON.string(index % 3 == 0 ? "«Алма & <Дала>» № \(number)" : "\(number + index)")
      )
    }
    members.append(("has", .bool(number % 4 != 3)))
    members.append(("lines", .array((0...number % 3).map { .string("тізім бойынша \($0)") })))
    return .object(members.map { JSON.Member($0.0, $0.1) })
  }

  private static let values = 43

  private static var body: String {
    let own = paragraph("{%p for x in lines %}") + paragraph("{{ x }}") + paragraph("{%p endfor %}")
    let conditional =
      paragraph("{%p if has %}") + paragraph("Осы бағытта {{ v4 }} заң жобасы дайындалды:") + own
      + paragraph("{%p endif %}")
    return [kazakh, russian].map { sentences in
      let paragraphs = (0..<13).map { index in
        paragraph(
          sentences[index % sentences.count] + "{{ v\(index * 3 % values) }}"
            + sentences[(index + 1) % sentences.count] + "{{ v\((index * 3 + 1) % values) }}"
            + sentences[(index + 2) % sentences.count] + "{{ v\((index * 3 + 2) % values) }}.")
      }
      return own + paragraphs.joined() + conditional
    }.joined()
  }

  /// A paragraph whose text is cut into runs behind each tag, each with all that Word says of it.
  private static func paragraph(_ text: String) -> String {
    let properties =
      "<w:rPr><w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman' w:cs='Times New Roman'/>"
      + "<w:sz w:val='28'/><w:szCs w:val='28'/><w:lang w:val='kk-KZ'/></w:rPr>"
    let runs = text.split(separator: "}}", omittingEmptySubsequences: true).map { piece in
      let tag = piece.contains("{{") ? "}}" : ""
      return "<w:r>\(properties)<w:t xml:space='preserve'>\(piece)\(tag)</w:t></w:r>"
    }
    return "<w:p><w:pPr><w:spacing w:after='0' w:line='240' w:lineRule='auto'/>"
      + "<w:ind w:firstLine='709'/><w:jc w:val='both'/></w:pPr>\(runs.joined())</w:p>"
  }

  private static let kazakh = [
    "Сауалыңызды қарап, мынаны хабарлаймыз: заңға сәйкес Қазақстан Республикасының аумағында интернет-казино қызметіне тыйым салынған, ",
    " интернет-ресурс пен сілтемеге қатысты ден қою құжаттарының жобасы әзірленді, олардың ішінде нұсқама – ",
    ", бұзушылық анықталған кезде әкімшілікке ескерту хаты жіберіледі, талап орындалмаса, қол жеткізу шектеледі: ",
    " бойынша мониторинг тәулік бойы жүргізіледі, оның нәтижелері әр тоқсан сайын мүдделі органдарға жіберіледі, барлығы ",
  ]
  private static let russian = [
    "Рассмотрев запрос, сообщаем: в соответствии с законом деятельность интернет-казино на территории Республики Казахстан запрещена, ",
    " интернет-ресурсов и ссылок, в отношении которых подготовлены проекты реагирующих документов, из них предписаний – ",
    ", при выявлении нарушения администрации направляется предупредительное письмо, иначе доступ ограничивается: ",
    " мониторинг ведется круглосуточно, его результаты ежеквартально направляются заинтересованным органам, всего ",
  ]
}
