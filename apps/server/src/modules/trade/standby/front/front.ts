import { Agent, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { mayRepeat } from './may-repeat.ts'
import { type Forwarded, sendOnce, type Tried } from './send-once.ts'

export type FrontOptions = {
  /** Servers in the order in which they are preferred. */
  servers: readonly URL[]
  /** So long a request waits for a server that takes it. */
  patienceMs?: number
  /** Told when another server than before answers. */
  onSwitch?: (server: URL) => void
}

export type Front = { server: Server; close(): Promise<void> }

const PATIENCE_MS = 30_000
const BETWEEN_MS = 50
/** Larger bodies are no orders; they are refused here and sent to a server directly. */
const BODY_BYTES = 16 * 1024 * 1024
/** Requests held at one time; beyond it there is no use in waiting. */
const HELD_MAX = 5000
/** Hop by hop: of this connection, not of the request. */
const OWN_HEADERS = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'proxy-connection']

async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request) {
    length += (piece as Buffer).length
    if (length > BODY_BYTES) return undefined
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces)
}

const forwardedHeaders = (request: IncomingMessage, body: Buffer) => {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !OWN_HEADERS.includes(name)))
  const before = headers['x-forwarded-for']
  const from = request.socket.remoteAddress ?? ''
  headers['x-forwarded-for'] = before ? `${String(before)}, ${from}` : from
  if (body.length > 0 || headers['content-length'] !== undefined) headers['content-length'] = String(body.length)
  return headers
}

function refuse(reply: ServerResponse, status: number, [code, zh, en]: readonly [string, string, string]): void {
  if (reply.headersSent || reply.destroyed) return void reply.destroy()
  const body = JSON.stringify({ error: { code, message: zh, messageEn: en } })
  reply.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'retry-after': '1' }).end(body)
}

const NOBODY = [
  'no_server',
  '暂无可用的服务器，请稍后用同一编号重试。',
  'No server takes requests just now. Try again shortly under the same id.',
] as const
const UNKNOWN = [
  'answer_lost',
  '连接中断，不知道是否已处理。请先查看结果再重试。',
  'The connection broke and nobody knows whether it was done. Look before you try again.',
] as const
const TOO_LARGE = [
  'body_too_large',
  '请求过大。请直接发给服务器。',
  'The request is too large here. Send it to a server directly.',
] as const

/** Sends requests on to whichever server takes them, and holds them while none does. */
class Forwarder {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1024 })
  private readonly options: FrontOptions
  private current = 0
  private held = 0

  constructor(options: FrontOptions) {
    this.options = options
  }

  async take(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = await read(request)
    if (!body) return refuse(reply, 413, TOO_LARGE)
    const { method = 'GET', url = '/' } = request
    const forwarded = { method, url, headers: forwardedHeaders(request, body), body }
    const tried = await this.untilAnswered(forwarded, () => reply.destroyed)
    if (tried?.kind === 'answered') pass(tried, reply)
    else refuse(reply, tried ? 502 : 503, tried ? UNKNOWN : NOBODY)
  }

  close(): void {
    this.agent.destroy()
  }

  /** `undefined`: nobody took it in time. */
  private async untilAnswered(forwarded: Forwarded, isGone: () => boolean): Promise<Tried | undefined> {
    const deadline = performance.now() + (this.options.patienceMs ?? PATIENCE_MS)
    if (this.held >= HELD_MAX) return undefined
    this.held++
    try {
      while (!isGone() && performance.now() < deadline) {
        const tried = await this.tryAll(forwarded)
        if (tried) return tried
        await sleep(BETWEEN_MS)
      }
      return undefined
    } finally {
      this.held--
    }
  }

  /** One try at each server, beginning with the one that answered last. `undefined`: all have to be tried again. */
  private async tryAll(forwarded: Forwarded): Promise<Tried | undefined> {
    const { servers, onSwitch } = this.options
    const first = this.current
    for (let i = 0; i < servers.length; i++) {
      const at = (first + i) % servers.length
      const server = servers[at]
      if (!server) continue
      const tried = await sendOnce(server, forwarded, this.agent)
      if (tried.kind === 'broken' && !mayRepeat(forwarded)) return tried
      if (tried.kind !== 'answered') continue
      if (at !== this.current && mayRepeat(forwarded)) {
        this.current = at
        onSwitch?.(server)
      }
      return tried
    }
    return undefined
  }
}

function pass({ answer, body }: Tried & { kind: 'answered' }, reply: ServerResponse): void {
  if (reply.destroyed) {
    answer.destroy()
    return
  }
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !OWN_HEADERS.includes(name)))
  reply.writeHead(answer.statusCode ?? 502, headers)
  if (body) {
    reply.end(body)
    return
  }
  answer.on('error', () => reply.destroy())
  reply.on('close', () => answer.destroy())
  answer.pipe(reply)
}

/**
 * Stands before the servers of one or several sites: a request goes to the server that answered last, to another where that one is
 * gone, stopping or not the one that decides orders, and is held while there is none. Keeps nothing, so that there may be several.
 */
export function createFront(options: FrontOptions): Front {
  const forwarder = new Forwarder(options)
  const server = createServer((request, reply) => {
    forwarder.take(request, reply).catch(() => reply.destroy())
  })
  return {
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          forwarder.close()
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}
