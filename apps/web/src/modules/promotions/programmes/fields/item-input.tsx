import { AutoComplete } from 'antd'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { useGoods } from '../../use-goods.ts'
import { strings } from '../strings.ts'

type Props = { id: string; value: string; onChange: (skuId: string) => void }

/** One item, found by name or id; an id that is typed and not among the goods stands too: gifts and samples often are not. */
export function ItemInput({ id, value, onChange }: Props) {
  const t = useStrings(strings)
  const { goods } = useGoods(useStoreId(), value)
  return (
    <AutoComplete
      id={id}
      style={{ width: '100%' }}
      value={value}
      placeholder={t.chooseItem}
      options={goods.map(({ skuId, title }) => ({ value: skuId, label: `${title || skuId} · ${skuId}` }))}
      onChange={(text: string) => onChange(text.trim())}
    />
  )
}
