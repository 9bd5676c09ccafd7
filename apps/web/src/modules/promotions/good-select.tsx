import { Select } from 'antd'
import { useState } from 'react'
import { useStoreId } from '../../app/use-store-id.ts'
import { useFormat } from '../../format/use-format.ts'
import { useGoods } from './use-goods.ts'

type Props = {
  id?: string
  label?: string
  value?: string | null
  placeholder?: string
  onChange?: (skuId: string) => void
}

/** One item of the shop, found by name or id, with its listed price. */
export function GoodSelect({ id, label, value, placeholder, onChange }: Props) {
  const format = useFormat()
  const [words, setWords] = useState('')
  const { goods, isLoading } = useGoods(useStoreId(), words)
  return (
    <Select<string | null>
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={placeholder}
      loading={isLoading}
      value={value ?? null}
      options={goods.map(({ skuId, title, listCents }) => ({
        value: skuId,
        label: `${title || skuId} · ${format.exact(listCents, 'money')}`,
      }))}
      onChange={(skuId) => {
        setWords('')
        if (skuId !== null) onChange?.(skuId)
      }}
    />
  )
}
