/// What a filter takes and gives, so that a template which uses it wrongly is told when it is compiled.
public struct FilterType: Sendable {
  /// What the value before `|` may be; anything where there is none.
  public var takes: [FieldTree.Kind]
  /// What comes of it.
  public var gives: FieldTree.Kind
  /// A value that the filter takes, with which arguments that stand in the template are tried; `nil` if there is none.
  public var example: Value?
  /// What somebody should look at in a result that is no mistake, such as a word whose reading was guessed.
  ///
  /// Asked whenever the filter is applied: it must cost little.
  public var remark: (@Sendable (Value) -> Fault?)?

  public init(
    takes: [FieldTree.Kind], gives: FieldTree.Kind, example: Value? = nil,
    remark: (@Sendable (Value) -> Fault?)? = nil
  ) {
    self.takes = takes
    self.gives = gives
    self.example = example
    self.remark = remark
  }
}
