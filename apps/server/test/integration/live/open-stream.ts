import type { FastifyInstance } from 'fastify'
import { OWNER } from '../../support/test-people.ts'

export type StreamEvent = { id: string; event: string; data: unknown }

export type OpenStream = {
  /** The next event, or the next of a kind; beats are skipped. Rejects when the stream ends. */
  next(event?: string): Promise<StreamEvent>
  close(): void
}

function parseEvent(text: string): StreamEvent {
  const fields = Object.fromEntries(
    text.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  return { id: fields.id ?? '', event: fields.event ?? '', data: JSON.parse(fields.data ?? 'null') }
}

/** The owner's cookie; signing in is limited, so a test does it once. */
export async function ownerCookie(app: FastifyInstance): Promise<string> {
  const { email, password } = OWNER
  const answer = await app.inject({ method: 'POST', url: '/v1/session', payload: { email, password } })
  return [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** Server-sent events over a real connection. */
export async function openStream(
  url: string,
  { cookie, lastId }: { cookie: string; lastId?: string },
): Promise<OpenStream> {
  const gone = new AbortController()
  const headers = { cookie, accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) }
  const response = await fetch(url, { headers, signal: gone.signal })
  if (response.status !== 200 || !response.body) throw new Error(`the stream answered ${response.status}`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let buffer = ''
  const read = async (): Promise<StreamEvent> => {
    for (;;) {
      const end = buffer.indexOf('\n\n')
      if (end >= 0) {
        const text = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        if (text.includes('data: ')) return parseEvent(text)
        continue
      }
      const { value, done } = await reader.read()
      if (done) throw new Error('the stream ended')
      buffer += value
    }
  }
  return {
    async next(event) {
      for (;;) {
        const found = await read()
        if (found.event !== 'beat' && (event === undefined || found.event === event)) return found
      }
    },
    close: () => gone.abort(),
  }
}
