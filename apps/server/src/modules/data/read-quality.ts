import type { QualityReport } from '@zhanggui/contract'
import { FACT_TABLES, type FactTable, type TableName } from '@zhanggui/facts'
import { addDays, daysBetween, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../context.ts'

type TableQuality = QualityReport['tables'][number]
type Finding = QualityReport['findings'][number]

/** What each table is called, the column of its latest instant, and the columns whose gaps hurt. */
const TABLES: Record<TableName, { zh: string; en: string; latest: string | null; known: readonly string[] }> = {
  order_lines: {
    zh: '订单',
    en: 'Orders',
    latest: 'created_at',
    known: ['buyer', 'province', 'item_id', 'category', 'channel', 'paid_cents', 'cost_cents'],
  },
  events: {
    zh: '行为事件',
    en: 'Visitor events',
    latest: 'at',
    known: ['visitor', 'session', 'item_id', 'category', 'channel', 'device', 'page', 'province'],
  },
  ad_daily: {
    zh: '推广',
    en: 'Advertising',
    latest: null,
    known: ['plan_id', 'item_id', 'attributed_paid_cents', 'new_buyers'],
  },
  shop_daily: {
    zh: '店铺与商品日报',
    en: 'Daily shop and item figures',
    latest: null,
    known: ['uv', 'pv', 'paid_cents', 'refunded_cents', 'bounce_rate'],
  },
  feedback: {
    zh: '评价与服务',
    en: 'Reviews and service',
    latest: 'at',
    known: ['buyer', 'item_id', 'score', 'positive', 'text', 'first_reply_seconds'],
  },
  stock_daily: { zh: '库存', en: 'Stock', latest: null, known: ['item_id', 'category', 'cost_cents'] },
  items: { zh: '商品', en: 'Products', latest: null, known: ['category', 'brand', 'list_cents', 'cost_cents'] },
  members: { zh: '会员', en: 'Members', latest: null, known: ['tier', 'channel', 'province', 'points'] },
  social_posts: {
    zh: '社媒内容',
    en: 'Social posts',
    latest: null,
    known: ['platform', 'author', 'views', 'likes', 'comments'],
  },
}

/** The events that a funnel from visit to payment needs. */
const FUNNEL_EVENTS = ['view', 'cart', 'favourite', 'pay'] as const

const MISSING_DAYS_MAX = 400

const dayColumn = (table: FactTable): string | null =>
  table.columns.find((c) => c.name === 'created_day' || c.name === 'day')?.name ?? null

/** Share of rows that say something: not NULL, not empty, not the hash of nobody. */
function knownShare(table: FactTable, column: string): string {
  const type = table.columns.find((c) => c.name === column)?.type ?? 'String'
  const known = type.startsWith('Nullable')
    ? `isNotNull(${column})`
    : type === 'UInt64'
      ? `${column} != 0`
      : `${column} != ''`
  return `if(count() = 0, 0, countIf(${known}) / count()) AS known_${column}`
}

function missingDays(present: readonly string[]): string[] {
  const missing: string[] = []
  for (let i = 1; i < present.length && missing.length < MISSING_DAYS_MAX; i++) {
    const [before, after] = [parseDay(present[i - 1] ?? ''), parseDay(present[i] ?? '')]
    for (let n = 1; n < daysBetween(before, after) && missing.length < MISSING_DAYS_MAX; n++)
      missing.push(addDays(before, n))
  }
  return missing
}

async function readTable(context: Context, store: string, table: FactTable): Promise<TableQuality> {
  const { facts } = context
  const { zh, en, latest, known } = TABLES[table.name]
  const from = `${facts.database}.${table.name}${table.mode === 'replace' ? ' FINAL' : ''} WHERE store = {store:String}`
  const latestSql = latest ? `if(count() = 0, '', formatDateTime(max(${latest}), '%Y-%m-%dT%H:%i:%SZ', 'UTC'))` : "''"
  const shares = known.map((c) => knownShare(table, c))
  const [row] = await facts.query<Record<string, number | string>>(
    `SELECT count() AS row_count, ${latestSql} AS latest_at, ${shares.join(', ')} FROM ${from}`,
    { store },
  )
  const day = dayColumn(table)
  const days = day
    ? await facts.query<{ day: string }>(`SELECT DISTINCT toString(${day}) AS day FROM ${from} ORDER BY day`, { store })
    : []
  const present = days.map((d) => d.day)
  return {
    table: table.name,
    nameZh: zh,
    nameEn: en,
    rows: Number(row?.row_count ?? 0),
    from: present[0] ?? null,
    to: present.at(-1) ?? null,
    days: present.length,
    missingDays: missingDays(present),
    coverage: known.map((column) => ({ column, known: Number(row?.[`known_${column}`] ?? 0) })),
    latestAt: row?.latest_at ? String(row.latest_at) : null,
  }
}

async function readMissingEvents(context: Context, store: string): Promise<string[]> {
  const rows = await context.facts.query<{ type: string }>(
    `SELECT DISTINCT type FROM ${context.facts.database}.events WHERE store = {store:String}`,
    { store },
  )
  const present = new Set(rows.map((r) => r.type))
  return present.size === 0 ? [] : FUNNEL_EVENTS.filter((type) => !present.has(type))
}

const coverageOf = (tables: readonly TableQuality[], table: TableName, column: string): number | null => {
  const found = tables.find((t) => t.table === table)
  return found && found.rows > 0 ? (found.coverage.find((c) => c.column === column)?.known ?? null) : null
}

function findGaps(tables: readonly TableQuality[]): Finding[] {
  return tables
    .filter((t) => t.missingDays.length > 0 && t.table !== 'feedback')
    .map((t) => ({
      code: 'missing_days',
      severity: 'warning' as const,
      message: `${t.nameZh}在 ${t.from} 至 ${t.to} 之间有 ${t.missingDays.length} 天没有数据，请补导这些天，否则趋势与同比会失真。`,
      messageEn: `${t.nameEn}: ${t.missingDays.length} days between ${t.from} and ${t.to} have no rows. Import them, or trends and comparisons mislead.`,
    }))
}

function findThinColumns(tables: readonly TableQuality[]): Finding[] {
  const findings: Finding[] = []
  const buyer = coverageOf(tables, 'order_lines', 'buyer')
  if (buyer !== null && buyer < 0.9)
    findings.push({
      code: 'buyers_unknown',
      severity: buyer === 0 ? 'error' : 'warning',
      message: `${((1 - buyer) * 100).toFixed(1)}% 的订单没有买家，客单价、新老客与复购只按其余订单计算。请导入含买家会员名的订单报表。`,
      messageEn: `${((1 - buyer) * 100).toFixed(1)} % of order lines name no buyer; per-buyer figures rest on the others. Import the order list with the buyer column.`,
    })
  const cost = coverageOf(tables, 'order_lines', 'cost_cents')
  const itemCost = coverageOf(tables, 'items', 'cost_cents')
  if (cost === 0 && (itemCost ?? 0) === 0)
    findings.push({
      code: 'costs_unknown',
      severity: 'warning',
      message: '没有商品成本，利润类指标无法计算。请在商品主数据里补成本价。',
      messageEn: 'No cost of goods is known, so profit cannot be computed. Add unit costs to the product master.',
    })
  const paid = coverageOf(tables, 'order_lines', 'paid_cents')
  if (paid === 0)
    findings.push({
      code: 'amounts_unknown',
      severity: 'error',
      message: '订单没有金额，支付金额、客单价为空。请导入订单报表。',
      messageEn: 'Orders carry no amounts; paid and per-buyer figures are empty. Import an order list.',
    })
  return findings
}

function findMissingEvents(types: readonly string[]): Finding[] {
  if (types.length === 0) return []
  return [
    {
      code: 'missing_event_types',
      severity: 'warning',
      message: `行为事件里缺少 ${types.join('、')}，相应的漏斗步骤为空。请检查埋点或导入。`,
      messageEn: `No events of type ${types.join(', ')}: those funnel steps are empty. Check tracking or the import.`,
    },
  ]
}

/** What the shop's data can and cannot answer: coverage, gaps, freshness and missing event types. */
export async function readQuality(context: Context, store: string): Promise<QualityReport> {
  const tables: TableQuality[] = []
  for (const table of FACT_TABLES) tables.push(await readTable(context, store, table))
  const missingEventTypes = await readMissingEvents(context, store)
  const findings = [...findThinColumns(tables), ...findGaps(tables), ...findMissingEvents(missingEventTypes)]
  return { tables, missingEventTypes, findings }
}
