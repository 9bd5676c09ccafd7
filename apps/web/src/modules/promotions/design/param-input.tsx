import { Input, InputNumber, Select, Switch } from 'antd'
import { InstantInput } from '../../admin/resources/instant-input.tsx'
import { MoneyInput } from '../../admin/resources/money-input.tsx'
import styles from './fields.module.css'
import type { ParamKind } from './param-kind.ts'
import { ParamRows } from './param-rows.tsx'
import { SkuSelect } from './sku-select.tsx'

type Props = { id: string; kind: ParamKind; example: unknown; value: unknown; onChange: (value: unknown) => void }

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** One input of a rule. What is kept is what the engine takes: fen, basis points, whole numbers. */
export function ParamInput({ id, kind, example, value, onChange }: Props) {
  switch (kind) {
    case 'money':
      return <MoneyInput id={id} disabled={false} currency="CNY" value={value} onChange={onChange} />
    case 'percent':
      return (
        <InputNumber
          id={id}
          className={styles.full ?? ''}
          min={0}
          step={1}
          precision={2}
          suffix="%"
          value={typeof value === 'number' ? value / 100 : null}
          onChange={(percent) => onChange(percent === null ? undefined : Math.round(percent * 100))}
        />
      )
    case 'count':
      return (
        <InputNumber
          id={id}
          className={styles.full ?? ''}
          precision={0}
          value={numberOf(value)}
          onChange={(count) => onChange(count ?? undefined)}
        />
      )
    case 'switch':
      return <Switch id={id} checked={value === true} onChange={onChange} />
    case 'instant':
      return (
        <InstantInput id={id} disabled={false} value={typeof value === 'string' ? value : null} onChange={onChange} />
      )
    case 'skus':
      return <SkuSelect id={id} value={wordsOf(value)} onChange={onChange} />
    case 'words':
      return <Select id={id} mode="tags" open={false} suffixIcon={null} value={wordsOf(value)} onChange={onChange} />
    case 'rows':
      return <ParamRows id={id} example={example} value={value} onChange={onChange} />
    case 'text':
      return (
        <Input
          id={id}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value)}
        />
      )
  }
}
