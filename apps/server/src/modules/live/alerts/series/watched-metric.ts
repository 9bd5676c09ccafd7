import type { Unit } from '@zhanggui/contract'
import { LIVE_METRICS } from '@zhanggui/live'
import { findMetric, METRICS, type Metric } from '@zhanggui/metrics'
import type { Combine } from '@zhanggui/playbooks'
import { hasMinutes } from '../../minutes/read-minutes.ts'
import { READINGS } from './shop-readings.ts'

/** Where the figures of a watched metric come from. */
export type WatchedSource =
  | 'catalogue'
  | 'live'
  | 'reading'
  | 'industryGap'
  | 'creatives'
  | 'goals'
  | 'pages'
  | 'launches'

/** Something that a rule can watch. `grain` is the finest: minutes, days, or a state that is only known now. */
export type Watched = {
  id: string
  nameZh: string
  nameEn: string
  unit: Unit
  grain: 'minute' | 'day' | 'state'
  combine: Combine
  /** Counts people: windows of several steps would count them twice. */
  isDistinct: boolean
  source: WatchedSource
  permission: 'metrics:read' | 'profit:read'
}

const COMBINE: Record<Metric['kind'], Combine> = {
  additive: 'sum',
  distinct: 'last',
  ratio: 'ratio',
  average: 'ratio',
  snapshot: 'last',
}

const ofCatalogue = (metric: Metric): Watched => ({
  id: metric.id,
  nameZh: metric.nameZh,
  nameEn: metric.nameEn,
  unit: metric.unit,
  grain: hasMinutes(metric.id) ? 'minute' : 'day',
  combine: COMBINE[metric.kind],
  isDistinct: metric.kind === 'distinct',
  source: 'catalogue',
  permission: metric.permission,
})

const entered = (given: Pick<Watched, 'id' | 'nameZh' | 'nameEn' | 'unit' | 'grain' | 'source'>): Watched => ({
  ...given,
  combine: 'last',
  isDistinct: false,
  permission: 'metrics:read',
})

const READING_METRICS = READINGS.flatMap(({ id, nameZh, nameEn, unit }) => [
  entered({ id, nameZh, nameEn, unit, grain: 'day', source: 'reading' }),
  entered({
    id: `${id}VsIndustry`,
    nameZh: `${nameZh}与行业之差`,
    nameEn: `${nameEn} less the industry's`,
    unit,
    grain: 'day',
    source: 'industryGap',
  }),
])

const state = { grain: 'state' as const, unit: 'count' as const }

/** What can be watched beside the catalogue: live figures, entered scores, the state of creatives, the goals' pace. */
export const WATCHED_BESIDE: readonly Watched[] = [
  ...LIVE_METRICS.map(
    ({ id, nameZh, nameEn, unit, kind }): Watched => ({
      ...entered({ id, nameZh, nameEn, unit, grain: 'minute', source: 'live' }),
      combine: COMBINE[kind],
      isDistinct: kind === 'distinct',
    }),
  ),
  ...READING_METRICS,
  entered({ id: 'brokenLinks', nameZh: '失效推广链接数', nameEn: 'Broken ad links', ...state, source: 'creatives' }),
  entered({
    id: 'disapprovedCreatives',
    nameZh: '被拒素材数',
    nameEn: 'Disapproved creatives',
    ...state,
    source: 'creatives',
  }),
  entered({
    id: 'pagesOverBudget',
    nameZh: '超出速度预算的页面数',
    nameEn: 'Pages over budget',
    ...state,
    source: 'pages',
  }),
  entered({ id: 'pagesSlower', nameZh: '变慢的页面数', nameEn: 'Pages that became slower', ...state, source: 'pages' }),
  entered({
    id: 'seedingLate',
    nameZh: '逾期的首发种草数',
    nameEn: 'Launch seeding that is late',
    ...state,
    source: 'launches',
  }),
  entered({
    id: 'goalPace',
    nameZh: '年度目标预计达成率',
    nameEn: "Expected attainment of the year's goal",
    grain: 'state',
    unit: 'ratio',
    source: 'goals',
  }),
]

const besideById = new Map(WATCHED_BESIDE.map((watched) => [watched.id, watched]))

/** Undefined for an id that nothing stands behind. */
export function findWatched(id: string): Watched | undefined {
  const metric = findMetric(id)
  return metric ? ofCatalogue(metric) : besideById.get(id)
}

/** Everything that a rule can watch, the catalogue first. */
export const listWatched = (): Watched[] => [...METRICS.map(ofCatalogue), ...WATCHED_BESIDE]
