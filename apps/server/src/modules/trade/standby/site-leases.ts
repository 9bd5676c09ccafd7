import { assert } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import type { LeaseStore } from './lease-store.ts'
import { postgresLeases } from './postgres-leases.ts'

/** The lease of a shop in the records that all sites share. */
export function siteLeases({ settings }: Pick<Context, 'settings'>, store: string): LeaseStore {
  assert(settings.databaseUrl, 'sites share a PostgreSQL, which the settings have checked')
  return postgresLeases(settings.databaseUrl, { store, answerMs: settings.siteLeaseMs / 2 })
}
