import CivilDates
import Export
import Letters
import Register
import Synchronization

/// What was counted lately: the same question about the same state of the register is not asked again.
final class StatisticsCache: Sendable {
  struct Question: Hashable {
    let period: Period
    let asOf: CivilDate
  }

  struct Answer: Sendable {
    let statistics: PeriodStatistics
    let report: PeriodReport
    let pendingLinks: Int
    fileprivate let reference: [String]
  }

  private static let most = 32

  private let answers = Mutex<[Question: Answer]>([:])

  func answer(_ question: Question, _ workplace: Workplace) throws -> Answer {
    let revision = try workplace.register.revision()
    let stamp = try workplace.library.referenceState()
    let known = answers.withLock { $0[question] }
    if let known, known.statistics.set.revision == revision, known.reference == stamp {
      return known
    }
    let reference = try workplace.library.reference()
    let statistics = try PeriodStatistics(
      workplace.register, period: question.period, asOf: question.asOf, reference: reference)
    let report = try PeriodReport.make(
      workplace.register, revision: statistics.set.revision, period: question.period,
      asOf: question.asOf, reference: reference)
    let answer = Answer(
      statistics: statistics, report: report,
      pendingLinks: try workplace.register.figures([]).pendingLinks, reference: stamp)
    answers.withLock { answers in
      if answers.count >= Self.most { answers.removeAll() }
      answers[question] = answer
    }
    return answer
  }
}
