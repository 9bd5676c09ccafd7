import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { GoodSelect } from '../good-select.tsx'
import { addToLines, type CartState, linesText } from './cart-state.ts'
import { strings } from './strings.ts'

/** Puts one more item into the cart; nothing stays chosen. */
export function GoodPicker({ lines }: Pick<CartState, 'lines'>) {
  const t = useStrings(strings)
  const { set } = useSearchState()
  const add = (skuId: string) =>
    set({ cart: linesText(addToLines(lines, [{ skuId, quantity: 1 }])) }, { replace: true })
  return <GoodSelect label={t.addGood} placeholder={t.addGood} onChange={add} />
}
