import { Select } from 'antd'
import { useState } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { useGoods } from '../use-goods.ts'
import { type CartState, linesText } from './cart-state.ts'
import { strings } from './strings.ts'

/** Puts one more item into the cart. */
export function GoodPicker({ lines }: Pick<CartState, 'lines'>) {
  const t = useStrings(strings)
  const format = useFormat()
  const { set } = useSearchState()
  const [words, setWords] = useState('')
  const { goods, isLoading } = useGoods(useStoreId(), words)
  const add = (skuId: string) => {
    const has = lines.some((line) => line.skuId === skuId)
    const next = has
      ? lines.map((line) => (line.skuId === skuId ? { ...line, quantity: line.quantity + 1 } : line))
      : [...lines, { skuId, quantity: 1 }]
    set({ cart: linesText(next) }, { replace: true })
    setWords('')
  }
  return (
    <Select<string>
      style={{ width: '100%' }}
      aria-label={t.addGood}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={t.addGood}
      loading={isLoading}
      // Nothing stays chosen: each choice puts an item into the cart.
      value={null as unknown as string}
      options={goods.map(({ skuId, title, listCents }) => ({
        value: skuId,
        label: `${title || skuId} · ${format.exact(listCents, 'money')}`,
      }))}
      onChange={add}
    />
  )
}
