import { text, timestamp } from 'drizzle-orm/pg-core'

/** A moment, to the millisecond. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** The shop that a row belongs to. */
export const store = () => text('store').notNull()
