import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { WireConnection, type WireTarget } from './wire-connection.ts'

/** Where a core listens for frames: a port of this address, or a socket file that only this user may open. */
export type WirePlace = { host: string; port: number } | { path: string }

const CONNECTIONS_MAX = 256

export type WireServer = { port: number | undefined; close(): Promise<void> }

const listening = (server: Server, place: WirePlace): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(place, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Serves binary frames until `close()`. Errors: rejects with what the system says when the place cannot be listened on. */
export async function openWireServer(place: WirePlace, target: WireTarget): Promise<WireServer> {
  const connections = new Set<WireConnection>()
  const server = createServer((socket) => {
    const connection = new WireConnection(socket, target)
    connections.add(connection)
    socket.on('close', () => connections.delete(connection))
  })
  server.maxConnections = CONNECTIONS_MAX
  // What a process that was killed has left; the home lock says that no other one listens there.
  if ('path' in place) rmSync(place.path, { force: true })
  await listening(server, place)
  if ('path' in place) chmodSync(place.path, 0o600)
  const address = server.address()
  return {
    port: typeof address === 'object' ? address?.port : undefined,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const connection of connections) connection.finish()
      await closed
    },
  }
}
