import { PriceCart } from '@zhanggui/contract'
import type { Cart } from '@zhanggui/promotion'
import { usageFailure } from '../../cli-failure.ts'
import { readJsonFile } from '../../read-json-file.ts'

/** Goods of a file belong to one shop unless it names others. */
const SHOP = 'shop'

const lineId = (index: number): string => `l${String(index + 1).padStart(4, '0')}`

function requirePrices({ lines }: PriceCart, path: string): void {
  const at = lines.findIndex(({ unitCents }) => unitCents === undefined)
  if (at < 0) return
  throw usageFailure('bad_file', {
    zh: `文件 ${path} 第 ${at + 1} 行没有 unitCents（分）。离线计价不查商品资料，请写明单价。`,
    en: `Line ${at + 1} of ${path} has no unitCents. Prices are not looked up here; write the price of a unit.`,
  })
}

/**
 * A cart as a file: what the price route takes, with a price on every line. Without `at` it is priced at `now`.
 * Errors: throws a usage failure that names the file and the place.
 */
export async function readCartFile(path: string, now: Date): Promise<Cart> {
  const read = await readJsonFile(path, PriceCart)
  requirePrices(read, path)
  const lines = read.lines.map((line, i) => ({
    ...line,
    lineId: line.lineId ?? lineId(i),
    spuId: line.spuId ?? line.skuId,
    shopId: line.shopId ?? SHOP,
  }))
  const shipping = read.shipping?.map(({ shopId = SHOP, feeCents }) => ({ shopId, feeCents }))
  return { ...read, at: read.at ?? now.toISOString(), lines, ...(shipping && { shipping }) } as unknown as Cart
}
