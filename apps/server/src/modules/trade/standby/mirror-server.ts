import { createServer } from 'node:net'
import type { Journal } from '@zhanggui/orders'
import type { LeaderGuard } from './leader-guard.ts'
import { MirrorSession } from './mirror-session.ts'
import type { ShippingDisk } from './shipping-disk.ts'

export type MirrorServer = { place: string; close(): void }

type Leads = { host: string; folder: string; disk: ShippingDisk; journal: Journal; epoch: number; secret: string }

/**
 * Lets another site follow this journal, on a port that the system chooses and the lease tells.
 * Errors: rejects with what the system says when this address cannot be listened on.
 */
export async function openMirrorServer(leads: Leads, guardOf: () => LeaderGuard): Promise<MirrorServer> {
  const sessions = new Set<MirrorSession>()
  const server = createServer((socket) => {
    const session = new MirrorSession(socket, {
      ...leads,
      welcome: (asking) => guardOf().welcome(asking),
      onLive: (live) => guardOf().hearLive(live),
      onKept: (keeps) => guardOf().hearKept(keeps),
      onGone: (gone) => {
        sessions.delete(gone)
        guardOf().hearGone(gone)
      },
    })
    sessions.add(session)
  })
  leads.disk.onAppend = (appended) => {
    for (const session of sessions) session.ship(appended)
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: leads.host, port: 0 }, resolve)
  })
  const address = server.address()
  return {
    place: `${leads.host}:${typeof address === 'object' ? address?.port : 0}`,
    close() {
      leads.disk.onAppend = undefined
      server.close()
      for (const session of sessions) session.finish()
    },
  }
}
