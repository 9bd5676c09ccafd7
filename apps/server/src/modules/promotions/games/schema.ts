import type { GamePlayed, GameSettings } from '@zhanggui/contract'
import { bigint, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

const ofGame = { store: text('store').notNull(), game: text('game').notNull() }

export const games = pgTable(
  'games',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    settings: jsonb('settings').$type<GameSettings>().notNull(),
    commitment: text('commitment').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

/** `state` is the game engine's own; only the engine reads it. */
export const gameRounds = pgTable(
  'game_rounds',
  {
    ...ofGame,
    id: text('id').notNull(),
    state: jsonb('state').$type<unknown>().notNull(),
    openedAt: instant('opened_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.game, table.id] })],
)

export const gamePlayers = pgTable(
  'game_players',
  {
    ...ofGame,
    round: text('round').notNull(),
    buyer: text('buyer').notNull(),
    state: jsonb('state').$type<unknown>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.game, table.round, table.buyer] })],
)

/** What was played, with the answer that was given: the same id again gets it again. */
export const gamePlays = pgTable(
  'game_plays',
  {
    ...ofGame,
    id: text('id').notNull(),
    round: text('round').notNull(),
    buyer: text('buyer').notNull(),
    kind: text('kind').notNull(),
    answer: jsonb('answer').$type<GamePlayed>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.game, table.id] })],
)

/** What came of it, each key once. `cents`: what it costs the shop. */
export const gameEffects = pgTable(
  'game_effects',
  {
    ...ofGame,
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    buyer: text('buyer').notNull(),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    cents: bigint('cents', { mode: 'number' }).notNull().default(0),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.game, table.key] })],
)

export type GameRow = typeof games.$inferSelect
export type RoundRow = typeof gameRounds.$inferSelect
export type EffectRow = typeof gameEffects.$inferSelect
