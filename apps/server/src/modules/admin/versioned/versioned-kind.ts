import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { VersionTable } from './version-columns.ts'

export type RecordKey = { store: string; id: string }

/** The newest version, as the record itself holds it. */
export type Newest<Body> = { version: number; body: Body; updatedBy: string; updatedAt: Date }

/** A record that comes with the software. */
export type Shipped<Body> = { id: string; body: Body }

/**
 * A kind of record that a shop writes again and again, and of which every version is kept: alert rules, playbooks, plans.
 * `Own`: what its row holds besides, and a person may set. The table is reached through four functions, a statement each,
 * so that the compiler checks their columns.
 */
export type VersionedKind<Body, Own extends object, Row extends Newest<Body>> = {
  /** What the trail and failures call it: `alert-rules`. */
  readonly plural: string
  readonly versions: VersionTable<Body>
  readonly library: { readonly plural: string; readonly own: Own; entries(): readonly Shipped<Body>[] }
  /** Locks the row until the transaction ends. */
  lock(tx: RecordTx, key: RecordKey): Promise<Row[]>
  /** Shape: nothing for an id that is taken. */
  insert(tx: RecordTx, row: RecordKey & Newest<Body> & Own & { fromLibrary: boolean }): Promise<unknown[]>
  /** What was remembered of judging the old version is forgotten here. */
  update(tx: RecordTx, key: RecordKey, next: Newest<Body> & Own): Promise<unknown>
  delete(tx: RecordTx, key: RecordKey): Promise<unknown>
}
