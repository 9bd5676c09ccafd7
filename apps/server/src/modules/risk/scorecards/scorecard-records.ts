import type { RiskScorecardBody } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { Newest, RecordKey } from '../../admin/versioned/versioned-kind.ts'
import { VersionedRecords } from '../../admin/versioned/versioned-records.ts'
import { riskScorecards, riskScorecardVersions } from '../schema.ts'

/** A shop has one scorecard, in as many versions as it likes. */
export const SCORECARD_ID = 'payment'

const own = ({ store, id }: RecordKey) => and(eq(riskScorecards.store, store), eq(riskScorecards.id, id))

export const SCORECARDS = new VersionedRecords<RiskScorecardBody, object, Newest<RiskScorecardBody>>({
  plural: 'risk-scorecards',
  versions: riskScorecardVersions,
  library: { plural: 'risk-library', own: {}, entries: () => [] },
  lock: (tx, key) => tx.select().from(riskScorecards).where(own(key)).for('update'),
  insert: (tx, { store, id, version, body, updatedBy, updatedAt }) =>
    tx
      .insert(riskScorecards)
      .values({ store, id, version, body, updatedBy, updatedAt })
      .onConflictDoNothing()
      .returning({ id: riskScorecards.id }),
  update: (tx, key, next) => tx.update(riskScorecards).set(next).where(own(key)),
  delete: (tx, key) => tx.delete(riskScorecards).where(own(key)),
})
