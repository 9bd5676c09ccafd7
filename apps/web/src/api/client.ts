import { getPreferences } from '../preferences/use-preferences.ts'
import { type ApiProblem, problemOf, unreachable } from './problem.ts'

type Call = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  body?: unknown
  signal?: AbortSignal | undefined
}

const acceptLanguage = (): string => (getPreferences().language === 'zh' ? 'zh-CN' : 'en')

/** Called when an answer says that nobody is signed in; the session gate then asks for a sign-in. */
let onSignedOut: () => void = () => {}
export const setSignedOutHandler = (handler: () => void): void => {
  onSignedOut = handler
}

/**
 * One call of the API; `T` is a type of `@zhanggui/contract`.
 * Errors: rejects with `ApiProblem` (status 0 when no answer came); an aborted call rejects with the abort.
 */
async function call<T>({ method, path, body, signal }: Call): Promise<T> {
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'accept-language': acceptLanguage(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw unreachable()
  })
  return readAnswer<T>(answer)
}

async function readAnswer<T>(answer: Response): Promise<T> {
  const text = await answer.text()
  const body = parseJson(text)
  if (answer.status === 401) onSignedOut()
  if (!answer.ok) throw problemOf(answer.status, body)
  if (text !== '' && body === undefined) throw problemOf(answer.status, body)
  return body as T
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const apiGet = <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>({ method: 'GET', path, signal })
/** Things being made, by path and body. */
const underWay = new Map<string, Promise<unknown>>()

/** Makes something or asks a question. The same asked again before the answer (Enter and the button, a double click) is one call. */
export function apiPost<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  // Who may abort needs a call of their own.
  if (signal) return call<T>({ method: 'POST', path, body, signal })
  const key = `${path} ${JSON.stringify(body)}`
  const sent = underWay.get(key) as Promise<T> | undefined
  if (sent) return sent
  const answer = call<T>({ method: 'POST', path, body }).finally(() => underWay.delete(key))
  underWay.set(key, answer)
  return answer
}
export const apiPut = <T>(path: string, body: unknown): Promise<T> => call<T>({ method: 'PUT', path, body })
export const apiDelete = <T>(path: string): Promise<T> => call<T>({ method: 'DELETE', path })

/**
 * Sends files. `fetch` does not tell how far an upload is, so this uses XMLHttpRequest.
 * Shape: `onProgress` gets a share from 0 to 1. Errors: like the other calls.
 */
export function apiUpload<T>(
  path: string,
  form: FormData,
  options: { onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', acceptLanguage())
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) options.onProgress?.(event.loaded / event.total)
    }
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(new DOMException('upload cancelled', 'AbortError'))
    request.onload = () => settleUpload<T>(request, resolve, reject)
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

function settleUpload<T>(request: XMLHttpRequest, resolve: (value: T) => void, reject: (error: ApiProblem) => void) {
  const body = parseJson(request.responseText)
  if (request.status === 401) onSignedOut()
  if (request.status >= 200 && request.status < 300 && body !== undefined) resolve(body as T)
  else reject(problemOf(request.status, body))
}

/** Path of a shop's API; the parts are escaped. @example storePath('demo', 'imports', '7') // '/v1/stores/demo/imports/7' */
export const storePath = (store: string, ...parts: string[]): string =>
  `/v1/stores/${[store, ...parts].map(encodeURIComponent).join('/')}`
