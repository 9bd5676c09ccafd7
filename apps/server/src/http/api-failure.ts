import type { ApiError } from '@zhanggui/contract'
import { ERROR_CODES, type ErrorCode } from './error-codes.ts'

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
    super(fillPlaces(ERROR_CODES[code].en, facts), options)
    this.code = code
    this.facts = facts
  }

  get status(): number {
    return ERROR_CODES[this.code].status
  }

  /** @param language of the request: which text stands in `message`; `messageEn` is always English. */
  toBody(language: 'zh' | 'en'): ApiError {
    const zh = fillPlaces(ERROR_CODES[this.code].zh, this.facts)
    const message = language === 'zh' ? zh : this.message
    const facts = Object.keys(this.facts).length > 0 ? { facts: this.facts } : {}
    return { error: { code: this.code, message, messageEn: this.message, ...facts } }
  }
}

function fillPlaces(text: string, facts: FailureFacts): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in facts ? String(facts[name]) : place))
}
