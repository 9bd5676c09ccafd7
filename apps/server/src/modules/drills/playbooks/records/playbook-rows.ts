import { PlaybookBody } from '@zhanggui/contract'
import { PLAYBOOK_LIBRARY } from '@zhanggui/playbooks'
import { and, eq } from 'drizzle-orm'
import type { RecordKey } from '../../../admin/versioned/versioned-kind.ts'
import { VersionedRecords } from '../../../admin/versioned/versioned-records.ts'
import { type PlaybookRow, playbooks, playbookVersions } from '../schema.ts'

export const ownPlaybook = ({ store, id }: RecordKey) => and(eq(playbooks.store, store), eq(playbooks.id, id))

export const shippedPlaybooks = () =>
  PLAYBOOK_LIBRARY.map(({ id, ...rest }) => ({ id, body: PlaybookBody.parse(rest) }))

export const PLAYBOOKS = new VersionedRecords<PlaybookBody, { enabled: boolean }, PlaybookRow>({
  plural: 'playbooks',
  versions: playbookVersions,
  library: { plural: 'playbook-library', own: { enabled: true }, entries: shippedPlaybooks },
  lock: (tx, key) => tx.select().from(playbooks).where(ownPlaybook(key)).for('update'),
  insert: (tx, row) => tx.insert(playbooks).values(row).onConflictDoNothing().returning({ id: playbooks.id }),
  update: (tx, key, next) =>
    tx
      .update(playbooks)
      .set({ ...next, memory: null, evaluatedAt: null, problem: null })
      .where(ownPlaybook(key)),
  delete: (tx, key) => tx.delete(playbooks).where(ownPlaybook(key)),
})
