import JSON
import Letters
import Register

/// The letters of the house: those that are being written, and those that are finished.
struct LetterPages: Sendable {
  let workplace: Workplace
  let previews: LetterPreviews

  init(_ workplace: Workplace) {
    self.workplace = workplace
    previews = LetterPreviews(workplace)
  }

  func add(to routes: inout Routes) {
    routes.get("/letters") { try LetterList(workplace, $0).response() }
    routes.get("/letters/new") { try NewLetter(workplace).response(to: $0) }
    routes.post("/letters/new") { try NewLetter(workplace).create($0) }
    routes.get("/letters/{id}") { try screen($0).response() }
    routes.post("/letters/{id}") { try LetterSaving(screen($0)).response() }
    addWay(to: &routes)
    addDocuments(to: &routes)
  }

  private func addWay(to routes: inout Routes) {
    routes.post("/letters/{id}/submit") { try LetterWay(screen($0)).submit() }
    routes.post("/letters/{id}/discard") { try LetterWay(screen($0)).discard() }
    routes.post("/letters/{id}/return", .approver) { try LetterWay(screen($0)).giveBack() }
    routes.post("/letters/{id}/approve", .approver) { try LetterApproval(screen($0)).response() }
    routes.post("/letters/{id}/correct") { try LetterWay(screen($0)).correct() }
  }

  private func addDocuments(to routes: inout Routes) {
    routes.get("/letters/{id}/preview/{language}") { try screen($0).preview() }
    routes.get("/letters/{id}/figures/{name}") { try FigurePage(screen($0)).response() }
    routes.get("/letters/{id}/files") { try LetterFiles(screen($0)).response() }
    routes.post("/letters/{id}/originals", largestBody: Routes.upload) {
      try LetterUpload(screen($0)).put()
    }
    routes.post("/letters/{id}/originals/remove") { try LetterUpload(screen($0)).remove() }
  }

  /// The letter that a request is about.
  private func screen(_ request: WebRequest) throws -> LetterScreen {
    try LetterScreen(workplace, previews, request)
  }
}
