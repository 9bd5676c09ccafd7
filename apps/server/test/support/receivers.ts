import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { path: string; headers: IncomingHttpHeaders; body: string }

export type HttpReceiver = {
  url: string
  received: Received[]
  /** What it answers from now on. */
  answer(status: number, body: string): void
  close(): Promise<void>
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address ? address.port : 0

/** Somebody's endpoint on this machine that remembers what it was sent. */
export async function startHttpReceiver(): Promise<HttpReceiver> {
  const received: Received[] = []
  let answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' }
  const server = createServer((request, reply) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8')
    })
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body })
      reply.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    received,
    answer: (status, body) => {
      answer = { status, body }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

export type MailReceiver = { port: number; mails: { to: string[]; text: string }[]; close(): Promise<void> }

/** A mail server on this machine that wants one account's password. */
export async function startMailReceiver({ user, password }: { user: string; password: string }): Promise<MailReceiver> {
  const mails: MailReceiver['mails'] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password: given }, _session, done) =>
      username === user && given === password ? done(null, { user }) : done(new Error('wrong password')),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, text: Buffer.concat(parts).toString('utf8') })
        done()
      })
    },
  })
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return {
    port: portOf(listener.address()),
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
