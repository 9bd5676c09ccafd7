import { once } from 'node:events'
import { type AddressInfo, createServer, type ListenOptions, type Server } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { CLOSING_PATIENCE_MS } from './http/limit-closing.ts'
import type { Settings } from './settings.ts'

/** The address cannot be listened on. `message` is Chinese, `messageEn` English; both say what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
  readonly code = 'cannot_listen'
  readonly messageEn: string
  constructor({ host, port }: Pick<Settings, 'host' | 'port'>, cause: unknown) {
    super(`无法监听 ${host}:${port}，可能已被其他程序占用。请关闭它，或用 PORT 换一个端口。`, { cause })
    this.messageEn = `Cannot listen on ${host}:${port}; another program may use it. Stop that one, or set PORT to another port.`
  }
}

/**
 * Connections that may wait to be taken up, as many as Linux allows by itself. At an opening thousands come within a tenth of a second; one
 * beyond what may wait is told nothing and tries again after one second, then three, then seven.
 */
const BACKLOG = 4096

/**
 * Listening sockets on the one address. The event loop takes up one connection of each a turn, and a turn is as long as the work of
 * those let in: with one socket a busy server hears fewer knocks a second than it could answer.
 */
const DOORS = 8

/** Sockets that share an address are a thing of Linux; elsewhere one has to do. */
const MAY_SHARE = process.platform === 'linux'

/** Resolves when its last connection has ended. */
async function shut(door: Server): Promise<void> {
  door.close()
  await once(door, 'close')
}

/** An address that is shared could be taken by a second server too, and each would get half of the calls: so it must be free first. */
async function checkFree(at: ListenOptions): Promise<void> {
  const probe = createServer()
  probe.listen(at)
  await once(probe, 'listening')
  await shut(probe)
}

/** One more socket on the address that the app listens on; its connections are the app's. */
async function openDoor(app: FastifyInstance, at: ListenOptions): Promise<Server> {
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => app.server.emit('connection', socket))
  door.listen(at)
  await once(door, 'listening')
  return door
}

/** How often it is looked whether a call has ended and its connection waits for a next one. */
const SWEEP_MS = 50

/** Connections of further sockets are not those that the app waits for when it closes, nor those whose waiting it ends. */
async function shutAll({ server }: FastifyInstance, doors: readonly Server[]): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  const cut = setTimeout(() => server.closeAllConnections(), CLOSING_PATIENCE_MS)
  await Promise.all(doors.map(shut))
  clearInterval(sweep)
  clearTimeout(cut)
}

/** What to open in a browser, and how to take up no more connections: calls under way go on, and it resolves when they have ended. */
export type Listening = { address: string; stop(): Promise<void> }

/** Errors: `ListenError`. */
export async function listen(app: FastifyInstance, { host, port }: Settings): Promise<Listening> {
  await app.ready()
  const at = { host, port, backlog: BACKLOG, reusePort: MAY_SHARE }
  try {
    if (MAY_SHARE && port !== 0) await checkFree({ host, port })
    const address = await app.listen(at)
    const own = app.server.address() as AddressInfo
    const doors = await Promise.all(
      Array.from({ length: MAY_SHARE ? DOORS - 1 : 0 }, () =>
        openDoor(app, { ...at, host: own.address, port: own.port }),
      ),
    )
    return { address, stop: () => shutAll(app, doors) }
  } catch (cause) {
    throw new ListenError({ host, port }, cause)
  }
}
