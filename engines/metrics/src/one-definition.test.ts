import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { METRICS } from './catalogue/index.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** Everything that ships, but the catalogue itself and the imports, which add up lines of a file before they are facts. */
function sourceFiles(): string[] {
  const folders = ['apps', 'engines'].flatMap((area) =>
    readdirSync(join(ROOT, area)).map((name) => join(ROOT, area, name, 'src')),
  )
  return folders
    .filter((folder) => !/engines\/(metrics|imports)\//.test(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
}

const files = sourceFiles().map((path) => ({ path: relative(ROOT, path), text: readFileSync(path, 'utf8') }))

/** Fact columns whose sum or distinct count is a metric. */
const FIGURES =
  'gmv_cents|paid_cents|refund_cents|discount_cents|spend_cents|attributed_paid_cents|impressions|clicks|visitor|buyer|order_id|quantity|first_reply_seconds|on_hand'
// A method such as `format.count(quantity)` writes a figure; it does not add any up.
const AGGREGATE = new RegExp(
  `(?<![.\\w])(sum|sumIf|avg|avgIf|uniq\\w*|count)\\s*\\(\\s*(DISTINCT\\s+)?(\\w+\\.)?(${FIGURES})\\b`,
  'i',
)

/**
 * Who may add up facts beside the catalogue, and why: rows about single people, orders or items, which are no figures of a
 * shop; and the running day, whose sums live.test.ts holds equal to the catalogue's answer for the same day.
 */
const BESIDE: Readonly<Record<string, string>> = {
  'apps/server/src/modules/campaigns/effects/read-hold-out.ts': 'what each person spent, for a variance',
  'apps/server/src/modules/campaigns/readiness/after-sale.ts': 'orders whose money is not back, one row each',
  'apps/server/src/modules/promotions/programmes/collect/read-item-orders.ts': 'units of an item in each order',
  'apps/server/src/modules/review/diagnosis/read-issues.ts': 'what each buyer who complains has paid',
  'apps/server/src/modules/review/attribution/read-journeys.ts': 'what each order brought, by the way its buyer came',
  'apps/server/src/modules/risk/accounts/orders-of-accounts.ts': 'orders of single accounts',
  'apps/server/src/modules/live/board/campaign-sell-through.ts': 'pre-sale units not paid yet, by item',
  'apps/server/src/modules/live/board/item-shelf.ts': 'units on each shelf',
  'apps/server/src/modules/live/board/item-sales.ts': 'items of the running hour, from sums by item and hour',
  'apps/server/src/modules/live/board/day-events.ts': 'the running day by minute',
  'apps/server/src/modules/live/board/day-figures.ts': 'people of the running day up to an instant',
  'apps/server/src/modules/live/minutes/summed-measures.ts': 'measures of the catalogue, from sums by minute',
  'apps/server/src/storage/facts/migrations/0012-minute-sums.ts': 'the sums by minute themselves',
}

const aggregating = (): string[] =>
  files.filter(({ text }) => AGGREGATE.test(withoutComments(text))).map(({ path }) => path)

/** `a / b` or `ratio(a, b)` where a and b are the two sides of a ratio of the catalogue. */
const divisions = METRICS.flatMap(({ id, expression }) => {
  if (expression.kind !== 'ratio' || expression.over.kind !== 'measure' || expression.under.kind !== 'measure')
    return []
  const [over, under] = [expression.over.id, expression.under.id]
  const side = (name: string): string => `\\b${name}(Cents)?\\b[)\\s!]*(\\?\\?\\s*\\w+\\s*)?`
  return [
    { id, pattern: new RegExp(`${side(over)}/\\s*[\\w.(]*${side(under)}`) },
    { id, pattern: new RegExp(`ratio\\([\\w.(]*${side(over)},\\s*[\\w.(]*${side(under)}\\)`) },
  ]
})

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')

describe('[P16.10] the catalogue is the only place where a metric is defined', () => {
  test('there is something to search', () => expect(files.length).toBeGreaterThan(100))

  test('[P16.10] no second definition in code: nobody else aggregates the figures of facts in SQL', () => {
    expect(aggregating().filter((path) => BESIDE[path] === undefined)).toEqual([])
  })

  test('every exception is still one', () => {
    const found = new Set(aggregating())
    expect(Object.keys(BESIDE).filter((path) => !found.has(path))).toEqual([])
  })

  test('[P16.10] no second definition in code: nobody else divides one figure of a ratio by the other', () => {
    const found = files.flatMap(({ path, text }) => {
      const code = withoutComments(text)
      return divisions.filter(({ pattern }) => pattern.test(code)).map(({ id }) => `${path}: ${id}`)
    })
    expect(found).toEqual([])
  })

  test('the search finds a second formula when there is one', () => {
    expect(AGGREGATE.test('SELECT sum(f.paid_cents) FROM order_lines AS f')).toBe(true)
    expect(AGGREGATE.test('count(DISTINCT buyer)')).toBe(true)
    const caught = (code: string): boolean => divisions.some(({ pattern }) => pattern.test(code))
    expect([caught('row.paid / row.buyers'), caught('ratio(t.refunded, t.paid)'), caught('paid / 100')]).toEqual([
      true,
      true,
      false,
    ])
  })
})
