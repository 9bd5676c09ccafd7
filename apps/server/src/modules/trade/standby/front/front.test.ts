import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createFront } from './front.ts'

type Answer = (request: IncomingMessage, reply: ServerResponse) => void

const portOf = (server: Server): number => (server.address() as AddressInfo).port

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
  onTestFinished(() => void server.close())
  return server
}

/** Servers that answer so, and a front before them. */
async function fronted(answers: readonly Answer[], patienceMs = 300) {
  const servers = await Promise.all(answers.map((answer) => listening(createServer(answer))))
  const urls = servers.map((server) => new URL(`http://127.0.0.1:${portOf(server)}`))
  const front = createFront({ servers: urls, patienceMs })
  await listening(front.server)
  const base = `http://127.0.0.1:${portOf(front.server)}`
  return {
    servers,
    send: (path: string, body?: string) =>
      fetch(`${base}${path}`, body === undefined ? {} : { method: 'POST', body }).then(async (answer) => ({
        status: answer.status,
        text: await answer.text(),
      })),
  }
}

const says =
  (status: number, text: string): Answer =>
  (request, reply) => {
    request.resume()
    reply.writeHead(status, { 'content-type': 'application/json' }).end(text)
  }
const refuses = (code: string): Answer => says(503, JSON.stringify({ error: { code } }))
const breaks: Answer = (request) => request.socket.destroy()
const ORDER = '/v1/stores/shop/orders'

test.each([
  { what: 'decides orders elsewhere', first: refuses('trade_elsewhere') },
  { what: 'is stopping', first: refuses('not_ready') },
  { what: 'breaks the connection', first: breaks },
])('an order goes to the other server where the first $what', async ({ first }) => {
  const { send } = await fronted([first, says(200, 'done')])
  expect(await send(ORDER, '{}')).toEqual({ status: 200, text: 'done' })
})

test('a refusal that is meant for the buyer is passed on as it is', async () => {
  const { send } = await fronted([refuses('orders_full'), says(200, 'done')])
  expect(await send(ORDER, '{}')).toMatchObject({ status: 503, text: '{"error":{"code":"orders_full"}}' })
})

test('what may have been done is not sent a second time, unless it is an order', async () => {
  const seen: string[] = []
  const note: Answer = (request, reply) => {
    seen.push(request.url ?? '')
    says(200, 'done')(request, reply)
  }
  const { send } = await fronted([breaks, note])
  expect(await send('/v1/stores/shop/plans', '{}')).toMatchObject({ status: 502 })
  expect(seen).toEqual([])
  expect((await send('/v1/stores/shop/plans')).status).toBe(200)
})

test('a request is held while nobody takes it, and refused when patience ends', async () => {
  let isUp = false
  const later: Answer = (request, reply) => (isUp ? says(200, 'done') : refuses('not_ready'))(request, reply)
  const { send } = await fronted([later], 5000)
  const held = send(ORDER, '{"orderId":"1"}')
  isUp = true
  expect(await held).toEqual({ status: 200, text: 'done' })
  const impatient = await fronted([refuses('not_ready')], 100)
  expect(JSON.parse((await impatient.send(ORDER, '{}')).text).error.code).toBe('no_server')
})
