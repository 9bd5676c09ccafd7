import type { ApiError } from '@zhanggui/contract'
import { ERROR_CODES, type ErrorCode } from './error-codes.ts'
import { thingWords } from './thing-words.ts'

/** A fact that is said in words: the message takes those of its language. */
export type FactWords = { zh: string; en: string }

/** The words of a finding, to be quoted in a message. */
export const wordsOf = (said: FactWords | undefined): FactWords => ({ zh: said?.zh ?? '', en: said?.en ?? '' })

/** What fills the places of a message: figures, names, or `FactWords`. */
export type FailureFacts = Record<string, unknown>

/**
 * An expected outcome that ends a request: thrown anywhere below a route, answered as the contract's `ApiError` with the
 * status of its code. `facts` fill the message's places and travel in the answer.
 * @example throw new ApiFailure('unknown_store', { store: 'maoyi' })
 */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  readonly code: ErrorCode
  readonly facts: FailureFacts

  constructor(code: ErrorCode, facts: FailureFacts = {}, options?: ErrorOptions) {
    // What is expected needs no trace of where it came from, which takes as long as the rest of a short answer.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(fillPlaces('en', ERROR_CODES[code].en, facts), options)
    Error.stackTraceLimit = stackTraceLimit
    this.code = code
    this.facts = facts
  }

  get status(): number {
    return ERROR_CODES[this.code].status
  }

  /** @param language of the request: which text stands in `message`; `messageEn` is always English. */
  toBody(language: 'zh' | 'en'): ApiError {
    const message = language === 'zh' ? fillPlaces('zh', ERROR_CODES[this.code].zh, this.facts) : this.message
    const facts = Object.keys(this.facts).length > 0 ? { facts: this.facts } : {}
    return { error: { code: this.code, message, messageEn: this.message, ...facts } }
  }
}

function isWords(fact: unknown): fact is FactWords {
  return typeof fact === 'object' && fact !== null && 'zh' in fact && 'en' in fact
}

/** `what` is a subject's path: said as it is `called`, where the facts know that. */
function sayFact(language: 'zh' | 'en', name: string, facts: FailureFacts): string {
  const fact = facts[name]
  if (name === 'what' && typeof fact === 'string')
    return (isWords(facts.called) ? facts.called : thingWords(fact))[language]
  return String(isWords(fact) ? fact[language] : fact)
}

function fillPlaces(language: 'zh' | 'en', text: string, facts: FailureFacts): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in facts ? sayFact(language, name, facts) : place))
}
