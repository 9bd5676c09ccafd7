import type { ApiError } from '@zhanggui/contract'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiFailure } from './api-failure.ts'
import { describeFault } from './describe-fault.ts'
import { ERROR_CODES, type ErrorCode } from './error-codes.ts'
import { describeIssues } from './parse-input.ts'

/** The first language that the request asks for: English when it says so, else Chinese. */
export const languageOf = (request: FastifyRequest): 'zh' | 'en' =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'

/**
 * An error of a module that knows its own words, e.g. an import that names the column: `message` in one language, the
 * other beside it, and a status of its own where 422 does not fit.
 */
type WordedError = Error & {
  code: string
  messageZh?: string
  messageEn?: string
  status?: number
  facts?: Record<string, unknown>
}

const isWorded = (error: unknown): error is WordedError =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  ('messageZh' in error || 'messageEn' in error)

const isKnownCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in ERROR_CODES

/** What fastify itself refuses, as one of our words. */
function translate(error: FastifyError): ApiFailure | null {
  if (error.validation) {
    const issues = error.validation.map((issue) => ({
      path: issue.instancePath.split('/').filter((part) => part !== ''),
      message: issue.message ?? 'not valid',
    }))
    return new ApiFailure('invalid_request', { where: describeIssues(issues) })
  }
  const status = error.statusCode ?? 500
  if (status === 413) return new ApiFailure('payload_too_large')
  if (status === 415) return new ApiFailure('unsupported_media_type')
  if (status === 503) return new ApiFailure('not_ready')
  if (/^FST_ERR_CTP_(INVALID|EMPTY)_JSON_BODY$/.test(error.code ?? '') || error instanceof SyntaxError)
    return new ApiFailure('invalid_json')
  return status < 500 ? new ApiFailure('invalid_request', { where: error.code ?? 'request' }) : null
}

const statusOf = ({ code, status }: WordedError): number =>
  status ?? (isKnownCode(code) ? ERROR_CODES[code].status : 422)

function answerWorded(error: WordedError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, message, messageZh = message, messageEn = message, facts } = error
  const words = { message: languageOf(request) === 'zh' ? messageZh : messageEn, messageEn }
  const body: ApiError = { error: { code, ...words, ...(facts ? { facts } : {}) } }
  return reply.status(statusOf(error)).send(body)
}

/** The cause goes to the log only: a driver's message tells strangers how we are built. */
function logFault(error: unknown, request: FastifyRequest): void {
  request.log.error({ fault: describeFault(error), route: request.routeOptions.url }, 'request failed')
}

function toFailure(error: unknown, request: FastifyRequest): ApiFailure {
  if (error instanceof ApiFailure) return error
  const known = error instanceof Error ? translate(error as FastifyError) : null
  if (known) return known
  logFault(error, request)
  return new ApiFailure('internal', { requestId: request.id })
}

/** Every failed call answers with the contract's `ApiError`, in the language of the request. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof ApiFailure) && isWorded(error)) return answerWorded(error, request, reply)
    const failure = toFailure(error, request)
    if (typeof failure.facts.seconds === 'number') reply.header('retry-after', failure.facts.seconds)
    return reply.status(failure.status).send(failure.toBody(languageOf(request)))
  })
}
