import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import type { Filter, QueryRequest } from '@zhanggui/contract'
import { Button, Dropdown, Select } from 'antd'
import { useState } from 'react'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import type { DayRange } from '../../../range/range.ts'
import { useDimensionValue } from '../use-dimension-value.ts'
import styles from './question-form.module.css'
import { strings } from './strings.ts'

type DimensionChoice = { value: string; label: string }
type FilterListProps = {
  filters: Filter[]
  dimensions: DimensionChoice[]
  /** Values are offered in the order of this metric. */
  metric: string
  days: DayRange
  onChange: (filters: Filter[]) => void
}

/** What the question leaves in or out. A filter without a value yet lives here only; the URL holds complete ones. */
export function FilterList({ filters, dimensions, metric, days, onChange }: FilterListProps) {
  const t = useStrings(strings)
  const [draft, setDraft] = useState<Filter | null>(null)
  const shown = draft ? [...filters, draft] : filters
  const name = (id: string) => dimensions.find(({ value }) => value === id)?.label ?? id
  const change = (index: number, filter: Filter | null) => {
    if (index === filters.length) {
      if (filter && filter.values.length > 0) onChange([...filters, filter])
      setDraft(filter && filter.values.length === 0 ? filter : null)
      return
    }
    const keep = filter && filter.values.length > 0 ? [filter] : []
    onChange([...filters.slice(0, index), ...keep, ...filters.slice(index + 1)])
  }
  return (
    <div className={styles.filters}>
      {shown.map((filter, index) => (
        <FilterRow
          key={`${filter.dimension}:${String(index)}`}
          name={name(filter.dimension)}
          filter={filter}
          metric={metric}
          days={days}
          onChange={(next) => change(index, next)}
        />
      ))}
      <Dropdown
        trigger={['click']}
        menu={{
          items: dimensions.map(({ value, label }) => ({ key: value, label })),
          onClick: ({ key }) => setDraft({ dimension: key, op: 'in', values: [] }),
          style: { maxHeight: 320, overflowY: 'auto' },
        }}
      >
        <Button type="text" size="small" icon={<PlusOutlined aria-hidden />} className={styles.add ?? ''}>
          {t.addFilter}
        </Button>
      </Dropdown>
    </div>
  )
}

type FilterRowProps = {
  name: string
  filter: Filter
  metric: string
  days: DayRange
  onChange: (filter: Filter | null) => void
}

const MAX_VALUES_OFFERED = 200

function FilterRow({ name, filter, metric, days, onChange }: FilterRowProps) {
  const t = useStrings(strings)
  const { dimension, op, values } = filter
  const question: QueryRequest = {
    metrics: [metric],
    by: [dimension],
    ...days,
    order: { by: metric, direction: 'desc' },
    limit: MAX_VALUES_OFFERED,
  }
  const known = useMetricQuery(useStoreId(), question)
  const valueName = useDimensionValue(known.data?.labels)
  const offered = (known.data?.rows ?? []).map((row) => String(row[dimension] ?? ''))
  const options = [...new Set([...offered, ...values])].map((value) => ({ value, label: valueName(dimension, value) }))
  return (
    <div className={styles.filter}>
      <span>{name}</span>
      <Select
        aria-label={`${name} ${t.is} / ${t.isNot}`}
        value={op}
        onChange={(next) => onChange({ ...filter, op: next })}
        options={[
          { value: 'in' as const, label: t.is },
          { value: 'notIn' as const, label: t.isNot },
        ]}
      />
      <Select
        mode="tags"
        aria-label={`${name}: ${t.chooseValues}`}
        placeholder={t.chooseValues}
        value={values}
        onChange={(next: string[]) => onChange({ ...filter, values: next })}
        options={options}
        loading={known.isPending}
        showSearch={{ optionFilterProp: 'label' }}
        autoFocus={values.length === 0}
        defaultOpen={values.length === 0}
      />
      <Button
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label={`${t.removeFilter}: ${name}`}
        onClick={() => onChange(null)}
      />
    </div>
  )
}
