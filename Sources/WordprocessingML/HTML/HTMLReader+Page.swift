import XML

extension HTMLReader {
  /// The file, when all was read.
  func page() -> [UInt8] {
    let language =
      languages.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      ?? appearance.defaultRun.language
    let attribute = language.flatMap { Self.languageAttribute($0) } ?? ""
    var page = HTMLText()
    page += "<!DOCTYPE html>\n<html\(attribute)>\n<head>\n<meta charset=\"utf-8\">\n"
    page += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    page += "style-src 'unsafe-inline'; img-src data:\">\n"
    page += "<meta name=\"viewport\" content=\"width=device-width\">\n"
    page += "<title>\(HTMLText.escaped(options.title))</title>\n<style>\n"
    page += Self.styleSheet
    page += "body{\(defaultText.text)}\n"
    page += pageRules + classes.styleSheet + (options.marks?.styleSheet ?? "")
    page += "</style>\n</head>\n<body>\n"
    page += output
    page += "</body>\n</html>\n"
    return page.bytes
  }

  /// The look of text of which nothing else is said.
  var defaultText: Declarations { CSS.inherited(appearance.defaultRun) }

  /// A language as `lang`; `nil` for what is no name of a language.
  static func languageAttribute(_ language: String) -> String? {
    let isName =
      !language.isEmpty && language.utf8.count <= 20
      && language.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || (0x30...0x39).contains($0)
      }
    return isName ? " lang=\"\(language)\"" : nil
  }

  static let styleSheet = """
    body{margin:0;padding:12pt 0;background:#ddd;font-variant-ligatures:none;hyphens:manual;\
    overflow-wrap:break-word;-webkit-text-size-adjust:none;text-size-adjust:none}
    .page{box-sizing:border-box;display:flex;flex-direction:column;position:relative;\
    margin:0 auto 12pt;background:#fff;box-shadow:0 1pt 4pt #888}
    .top,.foot{box-sizing:border-box}
    .foot{display:flex;flex-direction:column;justify-content:flex-end}
    .text{flex:1 0 auto;min-width:0;position:relative}
    .low{bottom:0}
    .later{border:0.5pt dashed #999;color:#555;background:#fff;margin:0 auto 12pt;padding:2pt 0}
    .notes{border-top:0.5pt solid #000;margin-top:12pt;padding-top:4pt}
    p,.p,h1,h2,h3,h4,h5,h6{margin:0;white-space:pre-wrap;position:relative;font-size:inherit;\
    font-weight:inherit}
    table{border-collapse:collapse;table-layout:fixed;border-spacing:0}
    td{padding:0;vertical-align:top}
    tr.ins>td{background:#e6ffe6}
    tr.del>td{background:#ffe6e6}
    ins{text-decoration:underline;color:#060}
    del{text-decoration:line-through;color:#a00}
    a{color:inherit}
    .t{display:inline-block;text-indent:0;text-align:start;white-space:pre}
    .x{display:inline-flex;text-indent:0;text-align:start;white-space:pre}
    .x>.l{flex:1 1 0;overflow:hidden;min-width:0}
    .m{display:inline-flex;width:0;justify-content:center;text-indent:0;white-space:pre}
    .e{justify-content:flex-end}
    .r{float:right;text-indent:0;white-space:pre}
    .t wbr,.x wbr,.m wbr,.r wbr{display:none}
    .f{display:flow-root}
    .b>:first-child{margin-top:0}
    .b>:last-child{margin-bottom:0}
    .box{box-sizing:border-box;text-indent:0;white-space:normal}
    .chart{display:inline-block;max-width:100%}.chart svg{display:block;width:100%;height:100%}\
    .none{display:inline-block;box-sizing:border-box;border:0.5pt solid #999;color:#555;\
    background:#f4f4f4;overflow:hidden;text-indent:0;white-space:normal;font:8pt sans-serif}
    .crop{display:inline-block;overflow:hidden;position:relative}
    .crop>img{position:absolute;max-width:none}
    .over{position:relative;height:0}
    @media print{.later{display:none}body{background:none;padding:0}.page{display:block;width:auto!important;\
    min-height:0!important;margin:0;overflow-x:clip;box-shadow:none;break-after:page}\
    .page:last-child{break-after:auto}}

    """
}
