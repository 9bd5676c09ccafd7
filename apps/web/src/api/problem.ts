import type { ApiError } from '@zhanggui/contract'

/** A failed call: the server's code and its words in both languages. `status` 0 means that no answer came. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly messageZh: string
  readonly messageEn: string
  readonly facts: Record<string, unknown>

  constructor(status: number, error: ApiError['error']) {
    super(`${error.code}: ${error.message}`)
    this.name = 'ApiProblem'
    this.status = status
    this.code = error.code
    this.messageZh = error.message
    this.messageEn = error.messageEn
    this.facts = error.facts ?? {}
  }
}

export const unreachable = (): ApiProblem =>
  new ApiProblem(0, {
    code: 'unreachable',
    message: '连不上服务。页面上已有的内容还在；请确认掌柜正在运行，再点「重试」。',
    messageEn: 'The server cannot be reached. What is on the page stays; check that Zhanggui is running, then retry.',
  })

const unreadable = (status: number): ApiProblem =>
  new ApiProblem(status, {
    code: 'unreadable_answer',
    message: `服务的回答读不懂（状态 ${status}）。请重试；若一直如此，请看服务日志。`,
    messageEn: `The answer cannot be read (status ${status}). Retry; if it stays like this, look at the server's log.`,
  })

function isApiError(body: unknown): body is ApiError {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false
  const { error } = body
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error && 'messageEn' in error
}

/** Any failed answer as a problem; one that is not in the contract's form keeps its status. */
export const problemOf = (status: number, body: unknown): ApiProblem =>
  isApiError(body) ? new ApiProblem(status, body.error) : unreadable(status)
