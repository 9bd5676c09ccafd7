import type { Change, Fields } from '@zhanggui/playbooks'
import { and, eq, sql } from 'drizzle-orm'
import { playbookLevers } from '../schema.ts'
import type { Binding } from './binding.ts'

/** Subjects outside this system, kept as what they are wanted to be: one row a lever, its fields as they are. */
export const leverBinding = (type: string): Binding => ({
  type,
  async read(tx, store, forUpdate) {
    const own = and(eq(playbookLevers.store, store), eq(playbookLevers.type, type))
    const asked = tx.select().from(playbookLevers).where(own)
    const rows = await (forUpdate ? asked.for('update') : asked)
    return new Map(rows.map(({ id, fields }): [string, Fields] => [id, fields]))
  },
  async write(tx, changes: readonly Change[], { store, at }) {
    for (const { subject, field, after } of changes)
      await tx
        .update(playbookLevers)
        .set({
          fields: sql`${playbookLevers.fields} || ${JSON.stringify({ [field]: after })}::jsonb`,
          version: sql`${playbookLevers.version} + 1`,
          updatedAt: at,
        })
        .where(and(eq(playbookLevers.store, store), eq(playbookLevers.type, type), eq(playbookLevers.id, subject.id)))
  },
})
