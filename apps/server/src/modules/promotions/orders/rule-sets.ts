import { createHash } from 'node:crypto'
import type { Rule, RuleSet } from '@zhanggui/promotion'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { canonicalJson } from '../../admin/canonical-json.ts'
import { promotionRuleSets } from './schema.ts'

/** Rule sets that a process remembers by their hash; a state of the rules is one, and a few of them are asked for at a time. */
const REMEMBERED_MOST = 200

const rulesByHash = new Map<string, readonly Rule[]>()
const hashes = new WeakMap<RuleSet, string>()

/** Which sets are in the table for certain, as `store hash`. */
const storedIn = new WeakMap<Context['records'], Set<string>>()

function remember(hash: string, rules: readonly Rule[]): void {
  const [oldest] = rulesByHash.keys()
  if (rulesByHash.size >= REMEMBERED_MOST && oldest !== undefined) rulesByHash.delete(oldest)
  rulesByHash.set(hash, rules)
}

const rulesOf = (compiled: RuleSet): Rule[] => [...compiled.rules.values()].map(({ rule }) => rule)

function hashOf(compiled: RuleSet): string {
  const known = hashes.get(compiled)
  if (known) return known
  const hash = createHash('sha256')
    .update(canonicalJson(rulesOf(compiled)))
    .digest('hex')
  hashes.set(compiled, hash)
  return hash
}

/** Keeps the rules of a price where orders find them again. Shape: the hash to name them by; the same rules have the same one. */
export async function keepRuleSet({ records }: Context, store: string, compiled: RuleSet): Promise<string> {
  const hash = hashOf(compiled)
  const stored = storedIn.get(records) ?? new Set<string>()
  storedIn.set(records, stored)
  const key = `${store} ${hash}`
  if (stored.has(key)) return hash
  await records.db
    .insert(promotionRuleSets)
    .values({ store, hash, rules: rulesOf(compiled) })
    .onConflictDoNothing()
  stored.add(key)
  return hash
}

type RulesByHash = ReadonlyMap<string, readonly Rule[]>

async function readKept(db: RecordDb | RecordTx, store: string, wanted: readonly string[]): Promise<RulesByHash> {
  if (wanted.length === 0) return new Map()
  const { hash, rules } = promotionRuleSets
  const rows = await db
    .select({ hash, rules })
    .from(promotionRuleSets)
    .where(and(eq(promotionRuleSets.store, store), inArray(hash, [...wanted])))
  for (const row of rows) remember(row.hash, row.rules)
  return new Map(rows.map((row) => [row.hash, row.rules]))
}

/** The rules of each hash, however many. Errors: throws for one that the shop never kept, which is a bug. */
export async function readRuleSets(
  db: RecordDb | RecordTx,
  store: string,
  wanted: ReadonlySet<string>,
): Promise<RulesByHash> {
  // Looked up before anything is read: what is read pushes out what was remembered.
  const known = new Map(
    [...wanted].flatMap((hash) => {
      const rules = rulesByHash.get(hash)
      return rules ? [[hash, rules] as const] : []
    }),
  )
  const kept = await readKept(
    db,
    store,
    [...wanted].filter((hash) => !known.has(hash)),
  )
  const all = new Map([...known, ...kept])
  for (const hash of wanted) if (!all.has(hash)) throw new Error(`the rules ${hash} of an order are kept`)
  return all
}
