import type { BenchmarkGap } from '@zhanggui/contract'

/** A case with the figure it reached, how it got there, and what of it can be copied. */
export type BenchmarkCase = Pick<
  BenchmarkGap,
  | 'id'
  | 'nameZh'
  | 'nameEn'
  | 'metric'
  | 'unit'
  | 'basis'
  | 'target'
  | 'mechanismZh'
  | 'mechanismEn'
  | 'actionZh'
  | 'actionEn'
  | 'source'
>

const SOURCE = '年度工作总结案例'

/** Cases of the brief. `metric` null: no figure of the catalogue measures it, so the shop's own is unknown. */
export const BENCHMARK_CASES: readonly BenchmarkCase[] = [
  {
    id: 'livePerSession',
    nameZh: '单场直播成交 100 万元',
    nameEn: 'A live session that sells a million yuan',
    metric: null,
    unit: 'money',
    basis: 'value',
    target: 100_000_000,
    mechanismZh: '固定时段、专属价与主播选品，一场一个主推',
    mechanismEn: 'Fixed hours, prices of its own, goods chosen by the host, one hero a session',
    actionZh: '先挑一个类目做每周两场，按千次观看成交额换品',
    actionEn: 'Two sessions a week in one category first; change goods by sales per thousand views',
    source: SOURCE,
  },
  {
    id: 'tiersRepurchase',
    nameZh: '五级会员，复购率提升 40%',
    nameEn: 'Five tiers, repurchase up 40 %',
    metric: 'repurchaseRate',
    unit: 'ratio',
    basis: 'growth',
    target: 0.4,
    mechanismZh: '会员分五级，等级权益与保级任务按购买周期设计',
    mechanismEn: 'Five member tiers with benefits and tasks that follow the purchase cycle',
    actionZh: '按近一年频次与金额分级，为前两级设专属券与新品试用',
    actionEn: 'Tier by frequency and amount of a year; coupons and trials for the top two',
    source: SOURCE,
  },
  {
    id: 'privateShare',
    nameZh: '私域流量占比 35%',
    nameEn: 'Private domain brings 35 % of visits',
    metric: 'privateShare',
    unit: 'ratio',
    basis: 'value',
    target: 0.35,
    mechanismZh: '包裹卡与会员入会进群，群内先发新品与专属价',
    mechanismEn: 'Parcel cards and membership lead to groups, which get new goods and prices first',
    actionZh: '从老客最多的类目建群，每周一次专属活动',
    actionEn: 'Start groups in the category with most returning buyers, one event a week',
    source: SOURCE,
  },
  {
    id: 'topicReads',
    nameZh: '话题阅读量过亿',
    nameEn: 'A topic with a hundred million reads',
    metric: null,
    unit: 'count',
    basis: 'value',
    target: 100_000_000,
    mechanismZh: '品牌话题由达人开题、用户接力，站内承接',
    mechanismEn: 'Creators open a topic, users carry it on, the shop receives them',
    actionZh: '选一个生活场景做话题，先以 KOC 试热度再投头部',
    actionEn: 'Take one scene of daily life; try it with small creators before paying large ones',
    source: SOURCE,
  },
]
