/// The register in the browser: lists, records, changes, imports.
struct RegisterPages: Sendable {
  let workplace: Workplace

  func add(to routes: inout Routes) {
    let records = RecordPages(workplace: workplace)
    RegisterLists(workplace: workplace).add(to: &routes)
    records.add(to: &routes)
    RecordEditing(workplace: workplace, records: records).add(to: &routes)
    StatusPages(workplace: workplace, records: records).add(to: &routes)
    ImportPages(workplace: workplace).add(to: &routes)
  }
}
