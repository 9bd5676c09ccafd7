import { DiagnosisRange, type IssueList, type Store } from '@zhanggui/contract'
import { issueKindOf, mergeIssues, type Utterance, type VoiceSource } from '@zhanggui/text'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { labelsFor } from '../../insight/value-labels.ts'

/** Texts of a range, newest first; a shop of a million reviews is read by its latest. */
const TEXTS_MAX = 50_000

/** What somebody said, and what they paid in the year before: the money that hangs on their being content. */
const TEXTS_SQL = `
WITH said AS (
  SELECT
    f.kind AS kind,
    f.channel AS channel,
    f.text AS text,
    f.buyer AS buyer,
    f.item_id AS item,
    f.day AS day,
    f.feedback_id AS id
  FROM feedback AS f FINAL
  WHERE f.store = {store:String}
    AND f.day >= {from:Date}
    AND f.day < {to:Date}
    AND f.text != ''
    AND ifNull(f.positive, 0) = 0
    AND (f.kind = 'service' OR ifNull(f.score, 0) <= if(f.kind = 'nps', 6, 3))
  ORDER BY day DESC, id
  LIMIT ${TEXTS_MAX}
),
spent AS (
  SELECT
    o.buyer AS buyer,
    sum(o.paid_cents) AS paid
  FROM order_lines AS o FINAL
  WHERE o.store = {store:String}
    AND o.buyer IN (SELECT buyer FROM said)
    AND o.paid_day >= subtractDays({to:Date}, 365)
    AND o.paid_day < {to:Date}
    AND o.kind = 'sale'
  GROUP BY o.buyer
)
SELECT
  said.kind AS kind,
  said.channel AS channel,
  said.text AS text,
  toString(said.buyer) AS buyer,
  said.item AS item,
  toString(said.day) AS day,
  ifNull(spent.paid, 0) AS paid
FROM said
GLOBAL LEFT JOIN spent ON spent.buyer = said.buyer AND said.buyer != 0
ORDER BY day DESC, text`

type Row = { kind: string; channel: string; text: string; buyer: string; item: string; day: string; paid: number }

/** Outside places where people talk about a shop, and the telephone. */
const SOCIAL = /微博|小红书|抖音|快手|知乎|b站|社媒|social|weibo|xiaohongshu|douyin/i
const CALLS = /电话|来电|热线|call|phone/i

/** Which of the five voices a row is: where it was given says more than its kind. */
export function voiceOf(kind: string, channel: string): VoiceSource {
  if (SOCIAL.test(channel)) return 'social'
  if (CALLS.test(channel)) return 'calls'
  if (kind === 'nps' || kind === 'dsr') return 'survey'
  return kind === 'service' ? 'afterSale' : 'review'
}

const utteranceOf = (row: Row): Utterance => ({
  source: voiceOf(row.kind, row.channel),
  text: row.text,
  person: row.buyer === '0' ? null : row.buyer,
  item: row.item,
  day: row.day,
  weightCents: Number(row.paid),
})

async function titlesOf(context: Context, store: string, items: readonly string[]): Promise<Record<string, string>> {
  if (items.length === 0) return {}
  const labels = await labelsFor(context, store, { by: ['item'], rows: items.map((item) => ({ item })), occasions: [] })
  return labels?.item ?? {}
}

/** One list of what buyers complain of, wherever they said it, ranked by impact (P14.04). Errors: as `runQuery`. */
export async function readIssues(
  context: Context,
  store: Store,
  query: DiagnosisRange,
  asker?: Asker,
): Promise<IssueList> {
  const { from, to } = parseInput(DiagnosisRange, query)
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const { range: days } = await runQuery(context, store, { metrics: ['reviews'], ...range }, asker)
  const nothing = { range: days, currency: store.currency, texts: 0, complaints: 0, issues: [] }
  if (!days) return nothing
  const said = (await context.facts.query<Row>(TEXTS_SQL, { store: store.id, ...days })).map(utteranceOf)
  const issues = mergeIssues(said)
  const titles = await titlesOf(
    context,
    store.id,
    issues.flatMap((issue) => issue.items.map(({ item }) => item)),
  )
  return {
    ...nothing,
    texts: said.length,
    complaints: said.filter(({ text }) => issueKindOf(text) !== null).length,
    issues: issues.map((issue) => ({
      ...issue,
      items: issue.items.map((one) => ({ ...one, title: titles[one.item] ?? one.item })),
    })),
  }
}
