import type { ResourceInfo } from '@zhanggui/contract'
import { Input, Select } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { choiceFields, FILTER_PREFIX, type ListQuestion } from './list-question.ts'
import styles from './resource-filters.module.css'
import { strings } from './strings.ts'

type Props = { resource: ResourceInfo; question: ListQuestion }

/** Search, state, choices and order; each is part of the link. */
export function ResourceFilters({ resource, question }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { set } = useSearchState()
  const change = (name: string, value: string) => set({ [name]: value, page: null }, { replace: true })
  return (
    <div className={styles.filters}>
      <Input.Search
        // Cleared or changed by a link or "back": the box shows what the list was asked.
        key={question.q}
        className={styles.search ?? ''}
        aria-label={t.search}
        placeholder={t.search}
        defaultValue={question.q}
        allowClear
        onSearch={(text) => change('q', text.trim())}
      />
      {resource.states.length > 0 && (
        <Select
          className={styles.choice ?? ''}
          aria-label={t.state}
          value={question.state}
          onChange={(state) => change('state', state)}
          options={[
            { value: '', label: t.allStates },
            ...resource.states.map((state) => ({ value: state.id, label: nameOf(state, language) })),
          ]}
        />
      )}
      {choiceFields(resource).map((field) => (
        <Select
          key={field.id}
          className={styles.choice ?? ''}
          aria-label={nameOf(field, language)}
          value={question.filters[field.id] ?? ''}
          onChange={(value) => change(FILTER_PREFIX + field.id, value)}
          options={[
            { value: '', label: t.allOf(nameOf(field, language)) },
            ...(field.choices ?? []).map((choice) => ({ value: choice.value, label: nameOf(choice, language) })),
          ]}
        />
      ))}
      <OrderSelect resource={resource} question={question} />
    </div>
  )
}

function OrderSelect({ resource, question }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { set } = useSearchState()
  const byField = resource.fields
    .filter((field) => field.kind !== 'json' && field.kind !== 'longText')
    .flatMap((field) => [
      { value: `${field.id}:asc`, label: t.sort_up(nameOf(field, language)) },
      { value: `${field.id}:desc`, label: t.sort_down(nameOf(field, language)) },
    ])
  return (
    <Select
      className={styles.order ?? ''}
      aria-label={t.sortBy}
      popupMatchSelectWidth={false}
      value={`${question.sort}:${question.direction}`}
      onChange={(order) => {
        const [sort = '', direction = 'asc'] = order.split(':')
        set({ sort, direction, page: null }, { replace: true })
      }}
      options={[
        { value: 'createdAt:asc', label: t.sort_created },
        { value: 'updatedAt:desc', label: t.sort_updated },
        ...byField,
      ]}
    />
  )
}
