import type { AuditVerification } from '@zhanggui/contract'
import { asc, gt } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { type Anchor, readAnchor } from './audit-anchor.ts'
import { GENESIS_HASH, hashEntry, type StoredEntry } from './audit-entry.ts'
import { auditEntries } from './schema.ts'

const PAGE = 1000

async function* readChain(context: Context): AsyncGenerator<StoredEntry> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const { sequence } = auditEntries
    const page = await context.records.db
      .select()
      .from(auditEntries)
      .where(gt(sequence, after))
      .orderBy(asc(sequence))
      .limit(PAGE)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.sequence
  }
}

const fits = (entry: StoredEntry, previous: { sequence: number; hash: string }): boolean =>
  entry.sequence === previous.sequence + 1 && entry.previousHash === previous.hash && entry.hash === hashEntry(entry)

/** The kept anchor against the chain: the entry it names must be there with the same hash. */
const anchorHolds = (anchor: Anchor | null, entry: StoredEntry): boolean =>
  anchor?.count !== entry.sequence || anchor.hash === entry.hash

/**
 * Walks the whole chain and finds the first entry that was altered, removed, inserted or moved (P16.06), or the place
 * where the tail was cut off (known from the anchor file in the home folder).
 */
export async function verifyAudit(context: Context): Promise<AuditVerification> {
  const kept = await readAnchor(context.settings.home)
  const anchor = kept === 'unreadable' ? null : kept
  let previous = { sequence: 0, hash: GENESIS_HASH }
  for await (const entry of readChain(context)) {
    if (!fits(entry, previous) || !anchorHolds(anchor, entry))
      return { intact: false, checked: previous.sequence, firstBroken: previous.sequence + 1 }
    previous = entry
  }
  const cutOff = kept === 'unreadable' || (anchor !== null && anchor.count > previous.sequence)
  return { intact: !cutOff, checked: previous.sequence, firstBroken: cutOff ? previous.sequence + 1 : null }
}
