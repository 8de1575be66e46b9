/// What the rendering of one document adds to its package: ids so far.
///
/// A class because the outputs of all parts share it; used by one thread.
final class RenderSession {
  private var lastDrawing = 0

  /// An id for `wp:docPr` that no other drawing of the document has.
  func nextDrawingID() -> Int {
    lastDrawing += 1
    return lastDrawing
  }
}
