import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { tableStrings } from './strings.ts'
import { periodsOfYear } from './table-draft.ts'

/** A row for the year, a quarter or a month. */
export function AddRow({ year, onAdd }: { year: number; onAdd: (period: string) => void }) {
  const t = useStrings(tableStrings)
  const format = useFormat()
  const items = periodsOfYear(year).map((period) => ({ key: period, label: format.period(period) }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, onClick: ({ key }) => onAdd(key), style: { maxHeight: 360, overflowY: 'auto' } }}
    >
      <Button size="small" icon={<PlusOutlined aria-hidden />}>
        {t.addRow}
      </Button>
    </Dropdown>
  )
}
