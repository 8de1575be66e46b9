/// A paragraph of runs.
func p(_ runs: String...) -> String {
  "<w:p>" + runs.map { "<w:r><w:t xml:space='preserve'>\($0)</w:t></w:r>" }.joined() + "</w:p>"
}

/// A row of cells, one paragraph in each.
func row(_ cells: [String]) -> String {
  "<w:tr>" + cells.map { "<w:tc>\(p($0))</w:tc>" }.joined() + "</w:tr>"
}

func table(_ rows: [String], columns: Int) -> String {
  let grid = repeated("<w:gridCol w:w='500'/>", columns)
  return "<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>\(rows.joined())</w:tbl><w:p/>"
}

func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
