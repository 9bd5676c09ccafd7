import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/**
 * Games with buyers: a round's state, each player's own record, what was played and what came of it. Buyers stand here as the
 * shop's keyed hash only. The seed of a game is derived when it is needed and stored nowhere; its digest is what was published.
 */
export const games: RecordMigration = {
  id: '0062',
  name: 'games',
  statements: [
    `CREATE TABLE games (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  id text NOT NULL,
  name text NOT NULL,
  settings jsonb NOT NULL,
  commitment text NOT NULL,
  created_by text NOT NULL,
  created_at ${instant} NOT NULL,
  closed_at ${instant},
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE game_rounds (
  store text NOT NULL,
  game text NOT NULL,
  id text NOT NULL,
  state jsonb NOT NULL,
  opened_at ${instant} NOT NULL,
  PRIMARY KEY (store, game, id),
  FOREIGN KEY (store, game) REFERENCES games (store, id) ON DELETE CASCADE
)`,
    `CREATE TABLE game_players (
  store text NOT NULL,
  game text NOT NULL,
  round text NOT NULL,
  buyer text NOT NULL,
  state jsonb NOT NULL,
  PRIMARY KEY (store, game, round, buyer),
  FOREIGN KEY (store, game, round) REFERENCES game_rounds (store, game, id) ON DELETE CASCADE
)`,
    'CREATE INDEX game_players_buyer ON game_players (store, buyer)',
    `CREATE TABLE game_plays (
  store text NOT NULL,
  game text NOT NULL,
  id text NOT NULL,
  round text NOT NULL,
  buyer text NOT NULL,
  kind text NOT NULL,
  answer jsonb NOT NULL,
  at ${instant} NOT NULL,
  PRIMARY KEY (store, game, id),
  FOREIGN KEY (store, game, round) REFERENCES game_rounds (store, game, id) ON DELETE CASCADE
)`,
    `CREATE TABLE game_effects (
  store text NOT NULL,
  game text NOT NULL,
  key text NOT NULL,
  kind text NOT NULL,
  buyer text NOT NULL,
  facts jsonb NOT NULL,
  cents bigint NOT NULL DEFAULT 0,
  at ${instant} NOT NULL,
  PRIMARY KEY (store, game, key),
  FOREIGN KEY (store, game) REFERENCES games (store, id) ON DELETE CASCADE
)`,
  ],
}
