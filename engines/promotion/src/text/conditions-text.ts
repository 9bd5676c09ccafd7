import type { Words } from '../explain/fact.ts'
import { shanghaiTime } from '../explain/shanghai-time.ts'
import type { Rule } from '../rules/rule.ts'
import type { Scope } from '../rules/scope.ts'
import { enCount, enYuan, zhYuan } from './say.ts'

const LISTS: readonly { key: Exclude<keyof Scope, 'not'>; zh: string; en: string }[] = [
  { key: 'skuIds', zh: '规格', en: 'SKUs' },
  { key: 'spuIds', zh: '商品', en: 'goods' },
  { key: 'shopIds', zh: '店铺', en: 'shops' },
  { key: 'categoryIds', zh: '类目', en: 'categories' },
  { key: 'brandIds', zh: '品牌', en: 'brands' },
  { key: 'tags', zh: '标签', en: 'tags' },
]

/** A long list is told by its length: nobody reads forty names. */
const NAMES_MAX = 5

function goods(scope: Scope, before: Words): Words[] {
  return LISTS.flatMap(({ key, zh, en }) => {
    const values = scope[key]
    if (!values) return []
    const isLong = values.length > NAMES_MAX
    return [
      {
        zh: `${before.zh}${zh}：${isLong ? `共 ${values.length} 个` : values.join('、')}`,
        en: `${before.en} ${en}: ${isLong ? `${values.length} of them` : values.join(', ')}`,
      },
    ]
  })
}

function windowText({ from, until }: { from?: string; until?: string }): Words[] {
  if (from && until)
    return [
      {
        zh: `${shanghaiTime(from)} 至 ${shanghaiTime(until)} 有效`,
        en: `from ${shanghaiTime(from)} to ${shanghaiTime(until)}`,
      },
    ]
  if (from) return [{ zh: `${shanghaiTime(from)} 起有效`, en: `from ${shanghaiTime(from)}` }]
  return until ? [{ zh: `${shanghaiTime(until)} 前有效`, en: `before ${shanghaiTime(until)}` }] : []
}

/** Channels and ways to pay as buyers call them; one that is not known here stands for itself. */
const CALLED: Readonly<Record<string, Words>> = {
  app: { zh: '手机 App', en: 'the app' },
  web: { zh: '网页', en: 'the web' },
  miniProgram: { zh: '小程序', en: 'the mini-program' },
  community: { zh: '社群', en: 'the community' },
  live: { zh: '直播间', en: 'the live room' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  wechat: { zh: '微信支付', en: 'WeChat Pay' },
  bank: { zh: '指定银行卡', en: 'a card of the bank' },
  card: { zh: '银行卡', en: 'a bank card' },
  payLater: { zh: '先享后付', en: 'pay later' },
}

function listed(values: readonly string[] | undefined, zh: string, en: string): Words[] {
  if (!values) return []
  const called = values.map((value) => CALLED[value] ?? { zh: value, en: value })
  return [{ zh: `${zh}：${called.map((c) => c.zh).join('、')}`, en: `${en}: ${called.map((c) => c.en).join(', ')}` }]
}

function buyers({ when = {} }: Rule): Words[] {
  const said: Words[] = []
  if (when.isNewBuyer === true)
    said.push({ zh: '仅限从未在本店付过款的新客', en: 'only for buyers who have never paid in this shop' })
  if (when.isNewBuyer === false)
    said.push({ zh: '仅限在本店付过款的老客', en: 'only for buyers who have paid in this shop before' })
  if (when.minTier !== undefined)
    said.push({ zh: `会员等级 ${when.minTier} 级及以上`, en: `member tier ${when.minTier} and above` })
  said.push(
    ...listed(when.channels, '仅限渠道', 'only in'),
    ...listed(when.regions, '仅限地区', 'only for'),
    ...listed(when.paymentMethods, '仅限支付方式', 'only when paying by'),
  )
  return said
}

/** What a buyer does before the rule holds. */
const JOINING: Readonly<Record<string, Words>> = {
  groupPrice: { zh: '需先开团或参团', en: 'for who has opened or joined a group' },
  bargainPrice: { zh: '需先发起砍价', en: 'for who has started a bargain' },
  subscription: { zh: '需先订阅', en: 'for who has subscribed' },
  tradeIn: { zh: '需交旧品', en: 'for who hands in an old thing' },
  tradeInValue: { zh: '需交旧品', en: 'for who hands in an old thing' },
}

function limits({ mechanic, needsClaim, needsTicket, timesPerBuyer, maxCents }: Rule): Words[] {
  const said: Words[] = []
  if (needsClaim) said.push({ zh: '需先领取', en: 'to be claimed first' })
  if (needsTicket) said.push(JOINING[mechanic] ?? { zh: '需先参加', en: 'for who has joined' })
  if (timesPerBuyer !== undefined)
    said.push({ zh: `每人限用 ${timesPerBuyer} 次`, en: `${enCount(timesPerBuyer, 'time')} per buyer` })
  if (maxCents !== undefined)
    said.push({ zh: `一单最多优惠 ${zhYuan(maxCents)}`, en: `${enYuan(maxCents)} off an order at most` })
  return said
}

/** Everything that must hold for the offer, one sentence each. */
export function conditionsText(rule: Rule): Words[] {
  const { scope = {}, when = {} } = rule
  return [
    ...windowText(when),
    ...goods(scope, { zh: '限', en: 'only' }),
    ...goods(scope.not ?? {}, { zh: '不含', en: 'not' }),
    ...buyers(rule),
    ...limits(rule),
  ]
}
