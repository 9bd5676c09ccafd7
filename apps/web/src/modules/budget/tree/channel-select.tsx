import type { BudgetCatalogue, BudgetLine } from '@zhanggui/contract'
import { Select } from 'antd'
import { nameOf, useLanguage } from '../../../locale/strings.ts'
import styles from './budget-tree.module.css'

type Channel = BudgetCatalogue['channels'][number]
type Props = {
  channels: readonly Channel[]
  line: BudgetLine
  label: string
  blank: string
  editable: boolean
  onChange: (change: Pick<BudgetLine, 'channel' | 'kind'>) => void
}

/** What a line's money is spent on; the kind (spend, subsidy, reserve) follows from it. */
export function ChannelSelect({ channels, line, label, blank, editable, onChange }: Props) {
  const language = useLanguage()
  const known = channels.find((channel) => channel.id === line.channel)
  if (!editable) return <span>{known ? nameOf(known, language) : (line.channel ?? blank)}</span>
  return (
    <Select
      size="small"
      variant="borderless"
      className={styles.select ?? ''}
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={blank}
      value={line.channel}
      popupMatchSelectWidth={false}
      options={channels.map((channel) => ({ value: channel.id, label: nameOf(channel, language) }))}
      onChange={(id) => {
        const channel = channels.find((one) => one.id === id)
        onChange({ channel: id ?? null, kind: channel?.kind ?? 'spend' })
      }}
    />
  )
}
