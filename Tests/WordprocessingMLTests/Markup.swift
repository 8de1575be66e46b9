/// A paragraph of one run, or of the markup given, with the content of its `w:pPr`.
func p(_ text: String = "", _ properties: String = "") -> String {
  "<w:p><w:pPr>\(properties)</w:pPr>\(text.hasPrefix("<") ? text : r(text))</w:p>"
}

/// A run of the text, with the content of its `w:rPr`.
func r(_ text: String, _ properties: String = "") -> String {
  "<w:r><w:rPr>\(properties)</w:rPr>\(text.hasPrefix("<") ? text : t(text))</w:r>"
}

func t(_ text: String) -> String { "<w:t xml:space='preserve'>\(text)</w:t>" }

/// An item of a list.
func item(_ text: String, _ list: Int = 1, level: Int = 0) -> String {
  p(text, numbered(list, level: level))
}

func numbered(_ list: Int, level: Int = 0) -> String {
  "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(list)'/></w:numPr>"
}

/// A level of a list's definition.
func level(
  _ index: Int, _ format: String, _ text: String, start: Int = 1, _ more: String = ""
) -> String {
  "<w:lvl w:ilvl='\(index)'><w:start w:val='\(start)'/><w:numFmt w:val='\(format)'/>\(more)<w:lvlText w:val='\(text)'/></w:lvl>"
}

/// A list definition, and the list of the same number that uses it.
func list(_ id: Int = 1, _ levels: String...) -> String {
  definition(id, levels.joined()) + instance(id, of: id)
}

func definition(_ id: Int, _ content: String) -> String {
  "<w:abstractNum w:abstractNumId='\(id)'>\(content)</w:abstractNum>"
}

func instance(_ id: Int, of definition: Int, _ overrides: String = "") -> String {
  "<w:num w:numId='\(id)'><w:abstractNumId w:val='\(definition)'/>\(overrides)</w:num>"
}

func style(
  _ id: String, basedOn parent: String = "", type: String = "paragraph", _ content: String
) -> String {
  "<w:style w:type='\(type)' w:styleId='\(id)'><w:basedOn w:val='\(parent)'/>\(content)</w:style>"
}

func table(_ rows: String...) -> String { "<w:tbl><w:tblPr/>\(rows.joined())</w:tbl>" }

func row(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }

func cell(_ content: String...) -> String { "<w:tc><w:tcPr/>\(content.joined())</w:tc>" }

func control(_ content: String) -> String {
  "<w:sdt><w:sdtPr><w:alias w:val='Өріс'/></w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
}

/// A field of several runs, its instruction and its result given as text or as markup.
func field(_ instruction: String, _ result: String) -> String {
  let instruction =
    instruction.hasPrefix("<")
    ? instruction : r("<w:instrText xml:space='preserve'>\(instruction)</w:instrText>")
  return mark("begin") + instruction + mark("separate")
    + (result.hasPrefix("<") ? result : r(result)) + mark("end")
}

func mark(_ kind: String) -> String { r("<w:fldChar w:fldCharType='\(kind)'/>") }

func textBox(_ content: String) -> String { "<w:txbxContent>\(content)</w:txbxContent>" }
