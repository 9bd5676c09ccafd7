import type { BudgetCatalogue, BudgetLine } from '@zhanggui/contract'
import { nameOf, useLanguage } from '../../../locale/strings.ts'
import { EditableChoice } from './editable-choice.tsx'

type Props = {
  channels: readonly BudgetCatalogue['channels'][number][]
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
  return (
    <EditableChoice
      shown={known ? nameOf(known, language) : (line.channel ?? blank)}
      value={line.channel}
      label={label}
      editable={editable}
      clearable
      options={channels.map((channel) => ({ value: channel.id, label: nameOf(channel, language) }))}
      onCommit={(id) => onChange({ channel: id, kind: channels.find((one) => one.id === id)?.kind ?? 'spend' })}
    />
  )
}
