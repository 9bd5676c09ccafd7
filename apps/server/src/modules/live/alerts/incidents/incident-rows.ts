import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { alertIncidents, type IncidentRow } from '../schema.ts'

export type IncidentKey = { store: string; incident: number }

export const ownIncident = ({ store, incident }: IncidentKey) =>
  and(eq(alertIncidents.store, store), eq(alertIncidents.id, incident))

const missing = ({ incident }: IncidentKey): ApiFailure =>
  new ApiFailure('not_found', { what: `alerts/incidents/${incident}` })

/** Errors: throws `not_found`. */
export async function findIncident(context: Context, key: IncidentKey): Promise<IncidentRow> {
  const [row] = await context.records.db.select().from(alertIncidents).where(ownIncident(key))
  if (!row) throw missing(key)
  return row
}

/** The incident, locked until the transaction ends. Errors: throws `not_found`. */
export async function lockIncident(tx: RecordTx, key: IncidentKey): Promise<IncidentRow> {
  const [row] = await tx.select().from(alertIncidents).where(ownIncident(key)).for('update')
  if (!row) throw missing(key)
  return row
}
