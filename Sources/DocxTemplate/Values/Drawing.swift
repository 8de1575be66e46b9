import Diagnostics
import Jinja

/// A picture that stands in a line of text like a letter (ECMA-376 part 1, §20.4.2.8).
struct Drawing {
  let image: ImageFile
  let width: EMU
  let height: EMU
  /// What is read out to those who do not see the picture.
  let alternativeText: String

  private static let vectorExtension = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
  private static let vectorNamespace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

  /// Appends `w:drawing`, which declares whatever it needs.
  func write(
    into markup: inout WordMarkup, of part: String, in session: RenderSession
  ) throws(Fault) {
    let names = session.namespaces
    let id = session.nextDrawingID()
    let extent = "cx=\"\(width.value)\" cy=\"\(height.value)\""
    let text = alternativeText.isEmpty ? "" : " descr=\"\(WordMarkup.attribute(alternativeText))\""
    markup.start("drawing")
    markup.write(
      """
      <wp:inline xmlns:wp="\(names.wordDrawing)" distT="0" distB="0" distL="0" distR="0">\
      <wp:extent \(extent)/><wp:effectExtent l="0" t="0" r="0" b="0"/>\
      <wp:docPr id="\(id)" name="Picture \(id)"\(text)/>\
      <wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="\(names.drawing)" noChangeAspect="1"/></wp:cNvGraphicFramePr>\
      <a:graphic xmlns:a="\(names.drawing)"><a:graphicData uri="\(names.picture)">\
      <pic:pic xmlns:pic="\(names.picture)">\
      <pic:nvPicPr><pic:cNvPr id="\(id)" name="Picture \(id)"/><pic:cNvPicPr/></pic:nvPicPr>\
      <pic:blipFill>
      """)
    markup.write(try Self.blip(of: image, part: part, in: session))
    markup.write(
      """
      <a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
      <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext \(extent)/></a:xfrm>\
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>\
      </pic:pic></a:graphicData></a:graphic></wp:inline>
      """)
    markup.end("drawing")
  }

  /// The reference to the picture: of an SVG to what stands in for it, with the SVG itself for programs that can draw it.
  static func blip(
    of image: ImageFile, part: String, in session: RenderSession
  ) throws(Fault) -> String {
    let names = session.namespaces
    let start = "<a:blip xmlns:a=\"\(names.drawing)\" xmlns:r=\"\(names.relationships)\" r:embed=\""
    let id = try session.relationship(from: part, to: image.fallback ?? image)
    guard image.fallback != nil else { return start + id + "\"/>" }
    let vector = try session.relationship(from: part, to: image)
    return start + id + "\"><a:extLst><a:ext uri=\"\(vectorExtension)\">"
      + "<asvg:svgBlip xmlns:asvg=\"\(vectorNamespace)\" r:embed=\"\(vector)\"/>"
      + "</a:ext></a:extLst></a:blip>"
  }
}
