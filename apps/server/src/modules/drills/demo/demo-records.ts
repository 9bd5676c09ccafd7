import type { MarketTruth } from '@zhanggui/simulator'
import type { Context } from '../../../context.ts'
import type { Resource, ResourceData } from '../../admin/resources/define-resource.ts'
import { saveRows } from '../../admin/resources/save-rows.ts'
import { TIERS } from '../../members/tiers.ts'
import { PRODUCTS } from '../../products/products.ts'
import { CHANNELS } from '../../traffic/channels.ts'

const CHANNEL_KINDS: Record<string, string> = { free: 'free', paid: 'paid', commission: 'creator', own: 'private' }

const LISTINGS = `SELECT item_id, title, category, brand, list_cents, cost_cents
FROM items FINAL
WHERE store = {store:String} AND sku_id = ''
ORDER BY item_id`

type Listing = {
  item_id: string
  title: string
  category: string
  brand: string
  list_cents: number
  cost_cents: number
}

const toProduct = (l: Listing): ResourceData => ({
  itemId: l.item_id,
  title: l.title,
  category: l.category,
  brand: l.brand,
  listCents: l.list_cents,
  costCents: l.cost_cents,
})

const toChannel = ({ name, kind }: MarketTruth['channels'][number]): ResourceData => ({
  name,
  kind: name === '站外' ? 'outside' : (CHANNEL_KINDS[kind] ?? 'free'),
})

const toTier = (tier: MarketTruth['tiers'][number], index: number): ResourceData => ({
  name: tier.name,
  rank: index + 1,
  paidCentsMin: tier.minSpentCents,
})

/** Gives the demo shop the records that a person would keep: products, channels and member tiers. Safe to repeat. */
export async function saveDemoRecords(
  context: Context,
  { store, actor, truth }: { store: string; actor: string; truth: MarketTruth },
): Promise<void> {
  const listings = await context.facts.query<Listing>(LISTINGS, { store })
  const save = async (resource: Resource, rows: readonly ResourceData[]): Promise<void> => {
    const incoming = rows.map((data, i) => ({ line: i + 1, data }))
    const caller = { store, actor, role: 'owner' as const }
    const { problems } = await saveRows(context, resource, caller, { rows: incoming, reason: 'demo' })
    if (problems.length > 0) throw new Error(`demo ${resource.id}: ${problems[0]?.messageEn}`)
  }
  await save(PRODUCTS, listings.map(toProduct))
  await save(CHANNELS, truth.channels.map(toChannel))
  await save(TIERS, truth.tiers.filter((t) => t.name !== '').map(toTier))
}
