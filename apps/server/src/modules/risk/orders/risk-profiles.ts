import {
  type CommandOf,
  historyWord,
  type Key,
  NO_PROFILE,
  type RiskProfile,
  type RiskProfiles,
} from '@zhanggui/orders'
import { and, eq, or, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { riskProfiles } from '../schema.ts'

export type ProfileKind = keyof RiskProfiles
export type ProfileKey = { kind: ProfileKind; key: string }

const wordOf = ([low, high]: Key): string => `${low}:${high}`
const NOBODY = '0:0'

/** Under whom an order is remembered; nobody is not. */
export const profileKeys = ({ buyer, signals }: CommandOf<'reserve'>): ProfileKey[] =>
  (
    [
      ['buyer', buyer],
      ['source', signals.source],
      ['device', signals.device],
    ] as const
  )
    .map(([kind, key]) => ({ kind, key: wordOf(key) }))
    .filter(({ key }) => key !== NOBODY)

export async function readProfiles(
  db: RecordDb | RecordTx,
  store: string,
  keys: readonly ProfileKey[],
): Promise<Map<string, RiskProfile>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .select()
    .from(riskProfiles)
    .where(
      and(
        eq(riskProfiles.store, store),
        or(...keys.map(({ kind, key }) => and(eq(riskProfiles.kind, kind), eq(riskProfiles.key, key)))),
      ),
    )
  return new Map(rows.map(({ kind, key, profile }) => [`${kind} ${key}`, profile]))
}

export async function writeProfiles(tx: RecordTx, store: string, profiles: ReadonlyMap<string, RiskProfile>) {
  const rows = [...profiles].map(([name, profile]) => {
    const [kind, key] = name.split(' ') as [ProfileKind, string]
    return { store, kind, key, profile }
  })
  if (rows.length === 0) return
  await tx
    .insert(riskProfiles)
    .values(rows)
    .onConflictDoUpdate({
      target: [riskProfiles.store, riskProfiles.kind, riskProfiles.key],
      set: { profile: sql`excluded.profile` },
    })
}

/** The order with what is known of who orders, as it is judged. One statement. */
export async function withHistory(
  { records }: Context,
  store: string,
  command: CommandOf<'reserve'>,
): Promise<CommandOf<'reserve'>> {
  const keys = profileKeys(command)
  const known = await readProfiles(records.db, store, keys)
  const of = (kind: ProfileKind): RiskProfile => {
    const key = keys.find((one) => one.kind === kind)
    return (key && known.get(`${kind} ${key.key}`)) ?? NO_PROFILE
  }
  const profiles = { buyer: of('buyer'), source: of('source'), device: of('device') }
  const history = historyWord(profiles, { cents: command.amountCents, at: command.issuedAt })
  return { ...command, signals: { ...command.signals, history } }
}
