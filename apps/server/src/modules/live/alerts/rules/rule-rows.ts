import { AlertRuleBody } from '@zhanggui/contract'
import { ALERT_LIBRARY } from '@zhanggui/playbooks'
import { and, eq } from 'drizzle-orm'
import type { RecordKey } from '../../../admin/versioned/versioned-kind.ts'
import { VersionedRecords } from '../../../admin/versioned/versioned-records.ts'
import { alertRules, alertRuleVersions, type RuleRow } from '../schema.ts'

export const ownRule = ({ store, id }: RecordKey) => and(eq(alertRules.store, store), eq(alertRules.id, id))

export const shippedRules = () => ALERT_LIBRARY.map(({ id, ...rest }) => ({ id, body: AlertRuleBody.parse(rest) }))

export const RULES = new VersionedRecords<AlertRuleBody, { enabled: boolean }, RuleRow>({
  plural: 'alert-rules',
  versions: alertRuleVersions,
  library: { plural: 'alert-library', own: { enabled: true }, entries: shippedRules },
  lock: (tx, key) => tx.select().from(alertRules).where(ownRule(key)).for('update'),
  insert: (tx, row) => tx.insert(alertRules).values(row).onConflictDoNothing().returning({ id: alertRules.id }),
  update: (tx, key, next) =>
    tx
      .update(alertRules)
      .set({ ...next, evaluatedAt: null, problem: null })
      .where(ownRule(key)),
  delete: (tx, key) => tx.delete(alertRules).where(ownRule(key)),
})
