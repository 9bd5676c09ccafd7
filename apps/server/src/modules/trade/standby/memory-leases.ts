import type { Lease } from '@zhanggui/orders'
import type { LeaseStore } from './lease-store.ts'

/** Leases of sites within one process, for tests and drills: as many stores as there are sites share one `board`. */
export type LeaseBoard = { lease: Lease | undefined; isReachable: boolean }

export const createLeaseBoard = (): LeaseBoard => ({ lease: undefined, isReachable: true })

export function memoryLeases(board: LeaseBoard, now: () => number): LeaseStore {
  const reach = (): void => {
    if (!board.isReachable) throw new Error('the lease store does not answer')
  }
  return {
    async read() {
      reach()
      return { lease: board.lease, now: now() }
    },
    async change(step) {
      reach()
      const changed = step(board.lease, now())
      if (changed.ok) board.lease = changed.value
      return changed
    },
    close: async () => undefined,
  }
}
