import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, store } from '../../../storage/records/columns.ts'

/** What a versioned record says of its newest version. */
export const newestVersion = <Body>() => ({
  store: store(),
  id: text('id').notNull(),
  version: integer('version').notNull(),
  body: jsonb('body').$type<Body>().notNull(),
  updatedBy: text('updated_by').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

/** The table of every version that was written; `idColumn` is what a record of this kind is called in it. */
export const versionTable = <Body>(name: string, idColumn: string) =>
  pgTable(
    name,
    {
      store: store(),
      id: text(idColumn).notNull(),
      number: integer('number').notNull(),
      body: jsonb('body').$type<Body>().notNull(),
      madeBy: text('made_by').notNull(),
      madeAt: instant('made_at').notNull(),
      reason: text('reason').notNull(),
    },
    (table) => [primaryKey({ columns: [table.store, table.id, table.number] })],
  )

export type VersionTable<Body> = ReturnType<typeof versionTable<Body>>
