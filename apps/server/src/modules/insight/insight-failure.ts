import type { QueryError } from '@zhanggui/metrics'

/** Why a question cannot be answered; the words come with it, in both languages, and say what to do instead. */
export class InsightFailure extends Error {
  override readonly name = 'InsightFailure'
  readonly code: string
  readonly messageEn: string
  readonly facts: QueryError['facts']

  constructor(
    error: Omit<QueryError, 'code'> & { code: QueryError['code'] | 'not_permitted_metric' | 'unreadable_request' },
  ) {
    super(error.message)
    this.code = error.code
    this.messageEn = error.messageEn
    this.facts = error.facts
  }
}
