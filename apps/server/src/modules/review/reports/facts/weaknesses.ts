import type { Weakness } from '@zhanggui/contract'
import { daysBetween, parseDay } from '@zhanggui/kernel'
import type { Reference, Unit, WeaknessFact } from '@zhanggui/report'
import { diagnose } from '../../../insight/diagnose.ts'
import { findWeaknesses } from '../../diagnosis/find-weaknesses.ts'
import { type Gathering, money, once, recordRef, say, today, valued } from './gathering.ts'

const SHOWN_MAX = 8

/** What to do about a measure that is behind, by its id. */
const ACTIONS: Readonly<Record<string, { zh: string; en: string }>> = {
  categoryPenetration: {
    zh: '用老客买过的类目做搭配与连带，给这个类目一次专场',
    en: 'Bundle it with what buyers already take, and give the category a day of its own',
  },
  searchDependence: {
    zh: '把新增投入放到推荐、内容与私域，按月看搜索占比',
    en: 'Put new spend into recommendation, content and own contacts; watch the share of search by month',
  },
  detailBounce: {
    zh: '先改访问最多的详情页首屏，分组测试后再铺开',
    en: 'Rework the first screen of the most visited detail pages, test, then roll out',
  },
  paymentAbandonment: {
    zh: '核对下单到支付的运费、优惠与库存提示，半小时内提醒未支付订单',
    en: 'Check postage, discounts and stock between order and payment; remind unpaid orders within half an hour',
  },
}

/** Measures behind their baselines over the report's days, the costliest first. Silent about those that are fine. */
async function behindBaselines(given: Gathering): Promise<WeaknessFact[]> {
  const { context, store, period, asker } = given
  const { findings } = await diagnose(context, store, { from: period.from, to: period.to }, asker)
  return findings
    .filter(({ verdict }) => verdict === 'behind')
    .slice(0, SHOWN_MAX)
    .map(({ id, nameZh, nameEn, subject, value, baseline, atStakeCents, query }) => {
      const ref: Reference = { kind: 'query', ...query, from: period.from, to: period.to }
      const action = ACTIONS[id]
      return {
        id,
        name: say(given, nameZh, nameEn),
        subject,
        value: valued(value, 'ratio', ref),
        baseline: valued(baseline, 'ratio', ref),
        atStake: money(atStakeCents, ref),
        action: action ? say(given, action.zh, action.en) : '',
      }
    })
}

/** Days after its end in which a report is about the shop as it is; how fresh the data is says nothing of a year long ago. */
const CURRENT_DAYS = 92

const isCurrent = (given: Gathering): boolean => daysBetween(given.period.to, parseDay(today(given))) <= CURRENT_DAYS

/** Where a weakness that answers no question of the catalogue is seen. */
const PLACES: Readonly<Record<Weakness['class'], string>> = {
  conversion: 'benchmarks',
  sameness: 'campaigns',
  data: 'data-quality',
  supply: 'items',
}

function weaknessFact(given: Gathering, found: Weakness): WeaknessFact {
  const { id, query, unit, value, limit } = found
  const ref: Reference = query ? { kind: 'query', ...query } : recordRef(PLACES[found.class])
  return {
    id,
    name: say(given, found.nameZh, found.nameEn),
    subject: '',
    value: valued(value, unit as Unit, ref),
    baseline: valued(limit, unit as Unit, ref),
    atStake: money(null, ref),
    action: say(given, found.actionZh, found.actionEn),
  }
}

/** The four classes of the diagnosis page; what is wrong with the data only in a report of these days. */
async function diagnosed(given: Gathering): Promise<WeaknessFact[]> {
  const { context, store, period, asker } = given
  const days = { from: period.from, to: period.to }
  const { weaknesses } = await findWeaknesses(context, store, days, asker)
  return weaknesses
    .filter((found) => found.class !== 'data' || isCurrent(given))
    .map((found) => weaknessFact(given, found))
}

/** What is weak over the report's days: behind its baseline, the costliest first, then the diagnosis of the shop. */
export const gatherWeaknesses = (given: Gathering): Promise<WeaknessFact[]> =>
  once(given, 'weaknesses', async () => (await Promise.all([behindBaselines(given), diagnosed(given)])).flat())
