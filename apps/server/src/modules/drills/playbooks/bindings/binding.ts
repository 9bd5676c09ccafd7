import type { Change, Fields } from '@zhanggui/playbooks'
import type { RecordTx } from '../../../../storage/records/record-store.ts'

/** Who writes, why and when. */
export type Stamp = { store: string; actor: string; reason: string; at: Date }

/**
 * How subjects of one type stand in the records. `read` gives every subject of the shop; inside a transaction that will
 * write, it locks them, so that what was compared still holds when it is set.
 */
export type Binding = {
  type: string
  read(tx: RecordTx, store: string, forUpdate: boolean, now: Date): Promise<ReadonlyMap<string, Fields>>
  /** Writes changes of this type whose `before` was just compared under lock. */
  write(tx: RecordTx, changes: readonly Change[], stamp: Stamp): Promise<void>
}
