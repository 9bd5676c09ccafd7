import { type Answer, isAccepted, RESULT, RESULT_WORDS } from '@zhanggui/orders'
import { ApiFailure } from '../../http/api-failure.ts'

const CONFLICT = 409
const UNAVAILABLE = 503
const WAITING: readonly string[] = ['busy', 'journal_failed', 'core_full']

/** What the order core said to somebody who waits for it to be done: its code is the error's, its words say what to do. */
export class TradeRefusal extends Error {
  override readonly name = 'TradeRefusal'
  readonly code: Answer['code']
  readonly messageZh: string
  readonly messageEn: string
  readonly status: number
  readonly facts: { line: number; detail: number }

  constructor({ code, line, detail }: Pick<Answer, 'code' | 'line' | 'detail'>) {
    const { zh, en } = RESULT_WORDS[code]
    super(en)
    this.code = code
    this.messageZh = zh
    this.messageEn = en
    this.status = WAITING.includes(code) ? UNAVAILABLE : CONFLICT
    this.facts = { line, detail }
  }
}

/** Was it refused for good? A core that is busy, gone or at another site has not said no, and nobody knows what it decided. */
export const isRefused = (cause: unknown): boolean =>
  (cause instanceof TradeRefusal || cause instanceof ApiFailure) && cause.status < UNAVAILABLE

/** Errors: throws `TradeRefusal` unless the command was accepted. */
export function requireAccepted(answer: Answer | undefined): Answer {
  if (answer && isAccepted(RESULT[answer.code])) return answer
  throw new TradeRefusal(answer ?? { code: 'journal_failed', line: 0, detail: 0 })
}
