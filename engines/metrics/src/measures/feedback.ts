import type { Measure } from '../measure.ts'

/** Five-point scale: 1 and 2 are negative (差评), as the platform counts them. */
const NEGATIVE = '(f.positive = 0 OR (f.positive IS NULL AND f.score <= 2))'
const POSITIVE = '(f.positive = 1 OR (f.positive IS NULL AND f.score >= 4))'
const JUDGED = '(f.positive IS NOT NULL OR f.score IS NOT NULL)'

export const FEEDBACK_MEASURES: readonly Measure[] = [
  { id: 'reviews', source: 'reviews', sql: 'count()' },
  { id: 'judgedReviews', source: 'reviews', sql: `countIf(${JUDGED})` },
  { id: 'scoredReviews', source: 'reviews', sql: 'countIf(f.score IS NOT NULL)' },
  { id: 'reviewScoreSum', source: 'reviews', sql: 'sumOrNull(f.score)' },
  { id: 'negativeReviews', source: 'reviews', sql: `countIf(${NEGATIVE})` },
  { id: 'positiveReviews', source: 'reviews', sql: `countIf(${POSITIVE})` },
  { id: 'npsAnswers', source: 'surveys', sql: 'countIf(f.score IS NOT NULL)' },
  // Net Promoter Score (Reichheld 2003): 9–10 promote, 0–6 detract.
  {
    id: 'npsBalance',
    source: 'surveys',
    sql: 'toInt64(countIf(f.score >= 9)) - toInt64(countIf(f.score <= 6))',
  },
  { id: 'answeredSessions', source: 'serviceSessions', sql: 'countIf(f.first_reply_seconds IS NOT NULL)' },
  { id: 'firstReplySecondsSum', source: 'serviceSessions', sql: 'sumOrNull(f.first_reply_seconds)' },
  { id: 'ratedSessions', source: 'serviceSessions', sql: 'countIf(f.score IS NOT NULL)' },
  { id: 'sessionScoreSum', source: 'serviceSessions', sql: 'sumOrNull(f.score)' },
]
