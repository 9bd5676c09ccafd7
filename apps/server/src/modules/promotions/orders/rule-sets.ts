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

async function recall(db: RecordDb | RecordTx, store: string, wanted: ReadonlySet<string>): Promise<void> {
  const missing = [...wanted].filter((hash) => !rulesByHash.has(hash))
  if (missing.length === 0) return
  const { hash, rules } = promotionRuleSets
  const rows = await db
    .select({ hash, rules })
    .from(promotionRuleSets)
    .where(and(eq(promotionRuleSets.store, store), inArray(hash, missing)))
  for (const row of rows) remember(row.hash, row.rules)
}

/** The rules of each hash. Errors: throws for one that the shop never kept, which is a bug. */
export async function readRuleSets(
  db: RecordDb | RecordTx,
  store: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Rule[]>> {
  await recall(db, store, wanted)
  return new Map(
    [...wanted].map((hash) => {
      const rules = rulesByHash.get(hash)
      if (!rules) throw new Error(`the rules ${hash} of an order are kept`)
      return [hash, rules]
    }),
  )
}
