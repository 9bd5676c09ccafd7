import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { GoodSelect } from '../good-select.tsx'
import { type CartState, linesText } from './cart-state.ts'
import { strings } from './strings.ts'

/** Puts one more item into the cart; nothing stays chosen. */
export function GoodPicker({ lines }: Pick<CartState, 'lines'>) {
  const t = useStrings(strings)
  const { set } = useSearchState()
  const add = (skuId: string) => {
    const has = lines.some((line) => line.skuId === skuId)
    const next = has
      ? lines.map((line) => (line.skuId === skuId ? { ...line, quantity: line.quantity + 1 } : line))
      : [...lines, { skuId, quantity: 1 }]
    set({ cart: linesText(next) }, { replace: true })
  }
  return <GoodSelect label={t.addGood} placeholder={t.addGood} onChange={add} />
}
