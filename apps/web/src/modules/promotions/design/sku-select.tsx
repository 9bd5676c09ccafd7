import { Select } from 'antd'
import { useState } from 'react'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { useGoods } from '../use-goods.ts'
import { strings } from './strings.ts'

type Props = { id: string; value: readonly string[]; onChange: (skuIds: string[]) => void }

/** Several goods, found by name or id. An id that is typed and not among them stands too. */
export function SkuSelect({ id, value, onChange }: Props) {
  const t = useStrings(strings)
  const [words, setWords] = useState('')
  const { goods, isLoading } = useGoods(useStoreId(), words)
  return (
    <Select
      id={id}
      mode="tags"
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={t.chooseGoods}
      loading={isLoading}
      maxTagCount={8}
      value={[...value]}
      options={goods.map(({ skuId, title }) => ({ value: skuId, label: title || skuId }))}
      onChange={onChange}
    />
  )
}
