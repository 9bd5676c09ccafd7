import { describe, expect, test } from 'vitest'
import { type Block, figure, type Sentence } from '../../src/index.ts'
import type { Telling } from '../../src/library/telling.ts'
import { sayBuyerKinds } from '../../src/narrative/buyer-kinds.ts'
import { sayWeaknesses } from '../../src/narrative/weakest.ts'
import { BEHIND_GOALS, worsened } from '../../src/sections/fallen-behind.ts'
import { overview } from '../../src/sections/overview.ts'
import { answerOf, read, telling } from './telling.ts'

const ref = { kind: 'plan', part: 'goals', id: 'g', field: null } as const
const saidIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? read(block.sentences as Sentence[]) : []))

/** A reader whose catalogue says which way is better. */
const judging = (given: Telling): Telling => ({
  ...given,
  metrics: new Map([
    ...given.metrics,
    ['buyers', { nameZh: '支付买家数', nameEn: 'Buyers', unit: 'count', higherIsBetter: true }],
    ['refundRate', { nameZh: '退款率', nameEn: 'Refund rate', unit: 'ratio', higherIsBetter: false }],
    ['visits', { nameZh: '访问次数', nameEn: 'Visits', unit: 'count', higherIsBetter: null }],
  ]),
})

describe('what got worse', () => {
  const METRICS = ['buyers', 'refundRate', 'visits']
  const of = (totals: Record<string, number>) =>
    saidIn(worsened(METRICS).write(judging(telling({ totals: answerOf({ totals }) }))))

  test('fewer buyers and more refunds are problems, the farthest first', () => {
    expect(
      of({ buyers: 90, buyersCompare: 100, refundRate: 0.09, refundRateCompare: 0.06, visits: 1, visitsCompare: 9 }),
    ).toEqual(['退款率 9.0%，高于上年同期的 6.0%。', '支付买家数 90，比上年同期下降 10.0%（上年同期 100）。'])
  })

  test('the other way round they vanish, and so does a fiftieth', () => {
    expect(of({ buyers: 110, buyersCompare: 100, refundRate: 0.05, refundRateCompare: 0.06 })).toEqual([])
    expect(of({ buyers: 99, buyersCompare: 100 })).toEqual([])
  })

  test('without a year before nothing is called worse', () => {
    expect(of({ buyers: 10 })).toEqual([])
    expect(of({ buyers: 10, buyersCompare: 0 })).toEqual([])
  })
})

test('goals that lag are named, the farthest first, and those on their way are not', () => {
  const goal = (name: string, actual: number, status: 'behind' | 'atRisk' | 'achieved') => ({
    id: name,
    name,
    metric: 'paid',
    target: 10_000,
    actual,
    status,
    figures: { target: figure(10_000, 'money', ref), actual: figure(actual, 'money', ref) },
  })
  const goals = [goal('老客', 9_000, 'behind'), goal('新客', 7_000, 'atRisk'), goal('全店', 8_000, 'achieved')]
  const said = saidIn(BEHIND_GOALS.write(telling({}, { goals })))
  expect(said.map((line) => line.slice(0, 2))).toEqual(['新客', '老客'])
  expect(BEHIND_GOALS.write(telling({}, { goals: [goal('全店', 8_000, 'achieved')] }))).toEqual([])
})

test('of what is behind its baseline the costliest is said with what closing it brings; without money nothing is', () => {
  const weak = (name: string, atStake: number | null) => ({
    id: name,
    name,
    subject: '',
    value: figure(0.58, 'ratio', ref),
    baseline: figure(0.45, 'ratio', ref),
    atStake: figure(atStake, 'money', ref),
    action: '改',
  })
  const said = read(sayWeaknesses(telling(), [weak('周转', null), weak('缺货', 100), weak('跳失', 900_000)]))
  expect(said).toEqual(['最值得先补的是跳失：现状 58.0%，基线 45.0%，补齐约可增加支付金额 ¥9,000.00。'])
  expect(sayWeaknesses(telling(), [weak('周转', null)])).toEqual([])
})

describe('who bought', () => {
  const rows = (fresh: number, back: number) => [
    { buyerKind: 'new', buyers: fresh, paid: fresh * 10_000, aov: 10_000 },
    { buyerKind: 'returning', buyers: back, paid: back * 30_000, aov: 30_000 },
    { buyerKind: '', buyers: 5, paid: 1_000_000, aov: 200_000 },
  ]
  const of = (fresh: number, back: number) =>
    read(sayBuyerKinds(telling(), answerOf({ by: ['buyerKind'], rows: rows(fresh, back) })))

  test('returning buyers stand with their share of people and of money; who is not known is in neither', () => {
    expect(of(75, 25)).toEqual(['老客占认得出的买家的 25.0%，带来其中支付金额的 50.0%；客单价 ¥300.00，新客 ¥100.00。'])
  })

  test('where only one kind bought nothing is said', () => {
    expect(of(75, 0)).toEqual([])
    expect(of(0, 0)).toEqual([])
  })
})

describe('figures', () => {
  const of = (totals: Record<string, number>) => {
    const given = judging(telling({ totals: answerOf({ totals }) }))
    const found = overview(['paid', 'refundRate'])
      .write(given)
      .find(({ kind }) => kind === 'figures')
    return found?.kind === 'figures' ? found.items.map(({ label, note }) => [label, note]) : []
  }

  test('a share of nothing with nothing beside it is no figure', () => {
    expect(of({ paid: 100, refundRate: 0 })).toEqual([['支付金额', '没有可比的数']])
    expect(of({ paid: 100, refundRate: 0, refundRateCompare: 0.1 })).toContainEqual([
      '退款率',
      '比上年同期 −10.0 百分点',
    ])
  })

  test('no movement is said in words', () => {
    expect(of({ paid: 100, paidCompare: 100 })).toEqual([['支付金额', '与上年同期持平']])
  })
})
