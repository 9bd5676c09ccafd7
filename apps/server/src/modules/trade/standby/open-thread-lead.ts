import type { CoreRuntime } from '../core/core-runtime.ts'
import { type LedOptions, openLedCore, type SiteLead } from './open-led-core.ts'
import { postgresLeases } from './postgres-leases.ts'

/** A lead as it is handed to the thread of a core, which keeps the lease by itself: pages that are busy do not cost the lead. */
export type ThreadLead = SiteLead & { databaseUrl: string }

export const openThreadLead = (
  { databaseUrl, ...lead }: ThreadLead,
  options: Omit<LedOptions, 'lead' | 'leases' | 'onEnd'>,
  onEnd: LedOptions['onEnd'],
): Promise<CoreRuntime> =>
  openLedCore({
    ...options,
    lead,
    leases: postgresLeases(databaseUrl, { store: lead.store, answerMs: lead.leaseMs / 2 }),
    onEnd,
  })
