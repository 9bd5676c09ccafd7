import { readdirSync, readFileSync } from 'node:fs'
import { type Cents, cents } from '@zhanggui/kernel'
import type { Buyer, Cart, CartLine, Claim, Rule, ShippingFee, Ticket } from '../../src/index.ts'
import { readRule, wordsOf } from './read-rule.ts'
import { fen } from './read-values.ts'

/** One worked cart as it is written. `expected` holds its result lines, word by word. */
export type WorkedCart = {
  title: string
  pipeline: string
  rules: Rule[]
  cart: Cart
  sums: string[]
  expected: Map<string, string[]>
}

type Open = Omit<Cart, 'lines'> & {
  lines: CartLine[]
  claims: Claim[]
  tickets: Ticket[]
  shipping: ShippingFee[]
  buyer: Buyer
}

const money = (text: string): Cents => cents(fen(text))
const amounts = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries(wordsOf(words).map(([key, value]) => [key, Number(value)]))

/** `b 乙 200.00×2 类目=女装`; the shop is 甲 unless it is named. */
function readLine(words: readonly string[]): CartLine {
  const [lineId = '', ...rest] = words
  const plain = rest.filter((word) => !word.includes('='))
  const more = Object.fromEntries(wordsOf(rest.filter((word) => word.includes('='))))
  const [price = '', units = '1'] = (plain.at(-1) ?? '').split('×')
  return {
    lineId,
    skuId: more.规格 ?? lineId,
    spuId: more.规格 ?? lineId,
    shopId: plain.length > 1 ? (plain[0] ?? '甲') : '甲',
    unitCents: money(price),
    quantity: Number(units),
    ...(more.类目 && { categoryId: more.类目 }),
    ...(more.底价 && { floorCents: money(more.底价) }),
  }
}

function readTicket(words: readonly string[]): Ticket {
  const [ruleId = '', ...rest] = words
  const more = Object.fromEntries(wordsOf(rest))
  return {
    ruleId,
    ...(more.价 && { unitCents: money(more.价) }),
    ...(more.件 && { units: Number(more.件) }),
    ...(more.估 && { estimateCents: money(more.估) }),
  }
}

function readBuyer(words: readonly string[]): Buyer {
  const more = Object.fromEntries(wordsOf(words))
  return {
    ...(words.includes('新客') && { isNew: true }),
    ...(more.会员 && { tier: Number(more.会员) }),
    ...(more.积分 && { pointsBalance: Number(more.积分) }),
  }
}

const readClaim = ([ruleId, held]: [string, string]): Claim => ({
  claimId: ruleId,
  ruleId,
  ...(held && { cents: money(held) }),
})

function readPayment(words: readonly string[]) {
  const [method = '', ...rest] = words
  const { 分期: times } = Object.fromEntries(wordsOf(rest))
  return { method, ...(times && { instalments: Number(times) }) }
}

const CART_LINES: Record<string, (cart: Open, words: string[]) => void> = {
  商品: (cart, words) => void cart.lines.push(readLine(words)),
  用: (cart, words) => void cart.claims.push(...wordsOf(words).map(readClaim)),
  票: (cart, words) => void cart.tickets.push(readTicket(words)),
  运费: (cart, words) =>
    void cart.shipping.push(...wordsOf(words).map(([shopId, fee]) => ({ shopId, feeCents: money(fee) }))),
  买家: (cart, words) => Object.assign(cart.buyer, readBuyer(words)),
  时间: (cart, words) => Object.assign(cart, { at: words[0] }),
  用积分: (cart, words) => Object.assign(cart, { pointsToUse: Number(words[0]) }),
  支付: (cart, words) => Object.assign(cart, { payment: readPayment(words) }),
  渠道: (cart, words) => Object.assign(cart, { channel: words[0] }),
  地区: (cart, words) => Object.assign(cart, { region: words[0] }),
  赠品库存: (cart, words) => Object.assign(cart, { giftStock: amounts(words) }),
  已买: (cart, words) => Object.assign(cart, { unitsUsed: amounts(words) }),
  已用: (cart, words) => Object.assign(cart, { timesUsed: amounts(words) }),
}

const RESULT_LINES = ['应付', '运费付', '合计', '得', '承担', '未用']

function readWorked(text: string): WorkedCart {
  const [title = '', ...lines] = text.split('\n')
  const cart: Open = { at: '2026-11-11T00:00:00.000Z', lines: [], claims: [], tickets: [], shipping: [], buyer: {} }
  const worked: WorkedCart = { title, pipeline: '天猫平行满减', rules: [], cart, sums: [], expected: new Map() }
  for (const line of lines.map((l) => l.trim()).filter((l) => l !== '')) {
    const [head = '', ...words] = line.split(/\s+/)
    if (head === '规则') worked.rules.push(readRule(words))
    else if (head === '方案') worked.pipeline = words[0] ?? ''
    else if (head === '算') worked.sums.push(line)
    else if (RESULT_LINES.includes(head)) worked.expected.set(head, words)
    else if (CART_LINES[head]) CART_LINES[head](cart, words)
    else throw new Error(`${title}: what is “${line}”?`)
  }
  return worked
}

/** Every worked cart of the folder, in the order of the files. */
export function readWorkedCarts(folder: URL): WorkedCart[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split(/^### /m).slice(1).map(readWorked))
}
