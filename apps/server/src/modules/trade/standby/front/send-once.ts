import { type Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'

export type Forwarded = { method: string; url: string; headers: IncomingHttpHeaders; body: Buffer }

/** What one try to have a request answered came to. */
export type Tried =
  | { kind: 'answered'; answer: IncomingMessage; body?: Buffer }
  /** The server has done nothing about it: it is stopping, starting, or orders are decided elsewhere. */
  | { kind: 'elsewhere' }
  /** It certainly never arrived. */
  | { kind: 'unsent' }
  /** The connection broke, and nobody knows what became of it. */
  | { kind: 'broken' }

/** An answer that is looked into before it is passed on is short. */
const LOOKED_INTO_BYTES = 64 * 1024
const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'])
/** The server's own words for "not here, not now"; any other refusal is meant for the client. */
const ELSEWHERE = new Set(['trade_elsewhere', 'trade_stopped', 'not_ready'])

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of answer) {
    pieces.push(piece as Buffer)
    length += (piece as Buffer).length
    if (length > LOOKED_INTO_BYTES) break
  }
  return Buffer.concat(pieces)
}

function codeIn(body: Buffer): string | undefined {
  try {
    const { error, code } = JSON.parse(body.toString('utf8')) as { error?: { code?: string } | string; code?: string }
    return typeof error === 'object' ? error.code : code
  } catch {
    return undefined
  }
}

/** A server that is stopping says so by ending the connection, in the words of its framework. */
const isStopping = (answer: IncomingMessage, code: string | undefined): boolean =>
  answer.headers.connection === 'close' && (code === undefined || code.startsWith('FST_'))

async function judge(answer: IncomingMessage): Promise<Tried> {
  if (answer.statusCode !== 503) return { kind: 'answered', answer }
  const body = await bodyOf(answer)
  const code = codeIn(body)
  if ((code && ELSEWHERE.has(code)) || isStopping(answer, code)) return { kind: 'elsewhere' }
  return { kind: 'answered', answer, body }
}

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '')

/** Sends a request to one server and waits for the head of its answer. Never rejects. */
export function sendOnce(server: URL, { method, url, headers, body }: Forwarded, agent: Agent): Promise<Tried> {
  return new Promise((resolve) => {
    const sent = request(
      { agent, host: server.hostname, port: server.port, method, path: url, headers },
      (answer) => void judge(answer).then(resolve, () => resolve({ kind: 'broken' })),
    )
    sent.once('error', (cause) => resolve({ kind: NEVER_ARRIVED.has(codeOf(cause)) ? 'unsent' : 'broken' }))
    sent.end(body)
  })
}
