import type { Result } from '@zhanggui/kernel'
import type { Lease, LeaseRefusal } from '@zhanggui/orders'

/** What becomes of a lease; `now` is the store's own clock, the same for all sites. */
export type LeaseStep = (lease: Lease | undefined, now: number) => Result<Lease, LeaseRefusal>

/**
 * Where all sites keep the lease of one shop. `change` runs one after another, whoever asks, and what it wrote is there for good.
 * Errors: both reject when the store does not answer in time; then nobody knows whether the change was made.
 */
export type LeaseStore = {
  read(): Promise<{ lease: Lease | undefined; now: number }>
  change(step: LeaseStep): Promise<Result<Lease, LeaseRefusal>>
  close(): Promise<void>
}
