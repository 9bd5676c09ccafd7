import type { EnrolmentEntry } from '@zhanggui/contract'
import { moneyInputText, parseMoneyInput } from '../../../../format/money-input.ts'

type Good = EnrolmentEntry['goods'][number]

/** SKU, price of the event, price it is measured by, stock; parted by commas or tabs, as a spreadsheet pastes them. */
const CELLS = /[,，\t]/

function goodOf(line: string, currency: string): Good | null {
  const [skuId = '', price = '', reference = '', stock = '', ...more] = line.split(CELLS).map((cell) => cell.trim())
  const [priceCents, referenceCents] = [parseMoneyInput(price, currency), parseMoneyInput(reference, currency)]
  if (skuId === '' || more.length > 0 || priceCents == null || referenceCents == null || !/^\d{1,9}$/.test(stock))
    return null
  return { skuId, priceCents, referenceCents, stock: Number(stock) }
}

/** One good a line. Shape: the goods, or the first line that is none. */
export function readGoods(text: string, currency = 'CNY'): { ok: true; goods: Good[] } | { ok: false; line: string } {
  const goods: Good[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const good = goodOf(line, currency)
    if (!good) return { ok: false, line }
    goods.push(good)
  }
  return { ok: true, goods }
}

export const goodsText = (goods: readonly Good[], currency = 'CNY'): string =>
  goods
    .map(({ skuId, priceCents, referenceCents, stock }) =>
      [skuId, moneyInputText(priceCents, currency), moneyInputText(referenceCents, currency), stock].join(', '),
    )
    .join('\n')
