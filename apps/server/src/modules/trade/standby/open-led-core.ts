import { ApiFailure } from '../../../http/api-failure.ts'
import { CoreRuntime, type RuntimeOptions } from '../core/core-runtime.ts'
import { LeaderGuard } from './leader-guard.ts'
import type { LeaseStore } from './lease-store.ts'
import { openMirrorServer } from './mirror-server.ts'
import { ShippingDisk } from './shipping-disk.ts'

/** The lead that a site has claimed for a shop. Plain data, so that it can be handed to a thread. */
export type SiteLead = {
  store: string
  site: string
  epoch: number
  secret: string
  /** Address of this machine at which other sites reach it. */
  host: string
  leaseMs: number
  followerMs: number
}

export type LedOptions = Omit<RuntimeOptions, 'store' | 'guard'> & {
  folder: string
  snapshotBytes: number
  lead: SiteLead
  leases: LeaseStore
  onEnd: (why: 'lost' | 'expired') => void
}

/**
 * A core that leads: its journal is followed by another site and its answers wait for that site.
 * Errors: `ApiFailure` `trade_damaged`, `trade_stopped` where another site leads by now; rejects where this address cannot be listened on.
 */
export async function openLedCore({
  folder,
  snapshotBytes,
  lead,
  leases,
  onEnd,
  ...options
}: LedOptions): Promise<CoreRuntime> {
  const { elapsed } = options.clocks
  const disk = new ShippingDisk(folder)
  const opened: { guard?: LeaderGuard } = {}
  const guardOf = (): LeaderGuard => {
    if (!opened.guard) throw new Error('nobody can follow before there is something to follow')
    return opened.guard
  }
  const runtime = new CoreRuntime({
    ...options,
    store: { disk, folder, snapshotBytes },
    guard: {
      release: (send) => guardOf().release(send),
      async close() {
        await opened.guard?.close()
        mirror.close()
        await leases.close()
      },
    },
  })
  const { journal } = runtime.loop
  const mirror = await openMirrorServer({ ...lead, folder, disk, journal }, guardOf)
  opened.guard = new LeaderGuard({ ...lead, place: mirror.place, leases, disk, elapsed, onEnd })
  if (await opened.guard.lead()) return runtime
  await runtime.close()
  throw new ApiFailure('trade_stopped')
}
