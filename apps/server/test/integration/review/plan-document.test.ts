import type { Store } from '@zhanggui/contract'
import { addDays, createRng, parseDay } from '@zhanggui/kernel'
import { type Block, formatFigure, type ReportDocument } from '@zhanggui/report'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { saveDemoPlans } from '../../../src/modules/drills/demo/demo-plans.ts'
import { changePart } from '../../../src/modules/goals/plans/change-plan.ts'
import { readPlan } from '../../../src/modules/goals/plans/read-plan.ts'
import { planDocument, planDocumentFile } from '../../../src/modules/review/plan-document/plan-document.ts'
import { createTestClock, createTestContext, type TestContext } from '../../support/test-context.ts'
import { insertFacts } from '../insight/insert-facts.ts'

const FIRST = parseDay('2024-01-01')
const DAYS = 1035
const CALLER = { store: 'plan', actor: 'test', role: 'owner' } as const
/** The year that the data ends in has an approved plan, the next a draft. */
const [APPROVED, DRAFT] = ['plan-2026', 'plan-2027'] as const

let context: TestContext
let store: Store

function lines() {
  const rng = createRng('document')
  return Array.from({ length: DAYS }, (_, i) => {
    const day = addDays(FIRST, i)
    return ['美妆', '食品'].map((category, c) => {
      const paid = Math.round((50_000 + 20_000 * c) * (1 + 0.1 * rng.next()) * (day >= '2026-01-01' ? 1.3 : 1))
      const order = `${day}-${c}`
      const own = {
        store: 'plan',
        order_id: order,
        line_id: order,
        created_day: day,
        paid_day: day,
        category,
        buyer: i * 2 + c + 1,
      }
      return { ...own, gmv_cents: paid, paid_cents: paid }
    })
  }).flat()
}

beforeAll(async () => {
  context = await createTestContext({ clock: createTestClock('2026-11-01T04:00:00.000Z') })
  store = await createStore(context, { id: 'plan', name: '测试店' }, { actor: 'test' })
  await insertFacts(context, 'order_lines', lines())
  await saveDemoPlans(context, { store, actor: 'test' })
}, 120_000)
afterAll(() => context.close())

const read = async (plan: string, language: 'zh' | 'en' = 'zh'): Promise<ReportDocument> =>
  (await planDocument(context, store, plan, { language })).document
const blocksOf = (document: ReportDocument): Block[] => document.chapters.flatMap(({ blocks }) => [...blocks])

/** The text of an office file as a reader sees it. */
const textOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) =>
      /^(word\/document|ppt\/slides\/slide\d+|ppt\/charts\/chart\d+|word\/charts\/chart\d+)\.xml$/.test(name),
    )
    .map(([, xml]) => strFromU8(xml).replace(/<[^>]+>/g, '\n'))
    .join('\n')

describe('the plan of a year as a document', () => {
  test('[P14.16] has the six chapters in their order, none empty, in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { chapters } = await read(APPROVED, language)
      expect(chapters.map(({ id }) => id)).toEqual([
        'market',
        'goals',
        'strategy',
        'execution',
        'resources',
        'monitoring',
      ])
      expect(chapters.every(({ blocks }) => blocks.length > 0)).toBe(true)
    }
  }, 60_000)

  test('[P1.08] the demo’s plans name the market assumptions that they rest on', async () => {
    for (const id of [APPROVED, DRAFT])
      expect((await readPlan(context, store.id, id)).plan.assumptions.length).toBeGreaterThanOrEqual(3)
  })

  test('[P14.16] an approved plan has nothing missing; a draft says what it lacks and where to fill it in', async () => {
    expect(blocksOf(await read(APPROVED)).filter(({ kind }) => kind === 'missing')).toEqual([])
    const { plan, revisions } = await readPlan(context, store.id, DRAFT)
    const { name, profile, texts } = plan
    const body = { name, profile, texts, assumptions: [] }
    await changePart(context, CALLER, DRAFT, 'header', { revision: revisions.header, body, reason: 'test' })
    const lacks = blocksOf(await read(DRAFT)).filter((block) => block.kind === 'missing')
    expect(lacks.map(({ ref }) => ref)).toContainEqual({ kind: 'record', resource: 'market-assumptions', id: null })
  }, 60_000)

  test('[P14.16] holds every goal, budget line, campaign and task of the plan, to the fen', async () => {
    const { plan } = await readPlan(context, store.id, APPROVED)
    const { bytes } = await planDocumentFile(context, store, APPROVED, { language: 'zh', format: 'docx' })
    const text = textOf(bytes)
    const style = { currency: 'CNY', language: 'zh', form: 'exact' } as const
    const root = plan.goals.find(({ parentId, metric }) => parentId === null && metric === 'paid')
    expect(text).toContain(formatFigure({ value: root?.target ?? null, unit: 'money' }, style))
    for (const goal of plan.goals.filter(({ axis }) => axis === 'category'))
      expect(text).toContain(formatFigure({ value: goal.target, unit: 'money' }, style))
    for (const { name } of [...plan.budget, ...plan.events]) expect(text).toContain(name.replace(/&/g, '&amp;'))
    for (const { title } of plan.tasks) expect(text).toContain(title.replace(/&/g, '&amp;'))
  }, 60_000)

  test('growth is claimed for the same days of both years, with the days named', async () => {
    const sentences = blocksOf(await read(DRAFT)).flatMap((block) =>
      block.kind === 'paragraph' ? block.sentences : [],
    )
    const claimed = sentences.filter(({ claim }) => claim)
    expect(claimed.map(({ claim }) => claim)).toEqual([
      { metric: 'paid', period: '2026-01-01 – 2026-10-31', comparison: '2025' },
    ])
    const growth = claimed[0]?.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece]))[1]?.value
    // Planted: 30 % more from 2026 on; the noise of ten months averages out.
    expect(growth).toBeGreaterThan(0.28)
    expect(growth).toBeLessThan(0.32)
  }, 60_000)

  test('another target is another sentence', async () => {
    const totalOf = async () =>
      JSON.stringify(
        (await read(DRAFT)).chapters.find(({ id }) => id === 'goals')?.blocks.find(({ kind }) => kind === 'table'),
      )
    const before = await totalOf()
    const { plan, revisions } = await readPlan(context, store.id, DRAFT)
    const goals = plan.goals.map((goal) => (goal.parentId === null ? { ...goal, target: 123_456_789 } : goal))
    const body = { goals, measures: plan.measures }
    await changePart(context, CALLER, DRAFT, 'goals', { revision: revisions.goals, body, reason: 'test' })
    const after = await totalOf()
    expect(before).not.toContain('123456789')
    expect(after).toContain('123456789')
  }, 60_000)

  test.each(['docx', 'pptx'] as const)(
    'an approved plan gives the same %s again, byte for byte, with native charts',
    async (format) => {
      const make = () => planDocumentFile(context, store, APPROVED, { language: 'zh', format })
      const [first, second] = [await make(), await make()]
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
      expect(
        Object.keys(unzipSync(first.bytes)).filter((name) => /charts\/chart\d+\.xml$/.test(name)).length,
      ).toBeGreaterThanOrEqual(3)
    },
    60_000,
  )

  test('a version that was never cut is refused', async () => {
    await expect(planDocument(context, store, APPROVED, { language: 'zh', version: 9 })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
