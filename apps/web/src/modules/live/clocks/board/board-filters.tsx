import type { ClockBoard } from '@zhanggui/contract'
import { Button, Segmented, Select } from 'antd'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { strings } from '../strings.ts'
import type { BoardFilter } from '../use-clocks.ts'
import styles from './board.module.css'

type Props = { board: ClockBoard; filter: BoardFilter; onStart?: () => void }

/** Which deadlines are shown; all of it lives in the URL. */
export function BoardFilters({ board, filter, onStart }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { set } = useSearchState()
  const ladders = board.ladders.map((ladder) => ({ value: ladder.id, label: nameOf(ladder, language) }))
  const owners = board.owners.map(({ actor, name }) => ({ value: actor, label: name ?? actor }))
  return (
    <div className={styles.filters}>
      <Segmented
        value={filter.state}
        onChange={(state) => set({ state: state === 'open' ? null : state })}
        options={[
          { value: 'open', label: t.open },
          { value: 'settled', label: t.settled },
        ]}
      />
      <Select
        aria-label={t.ladder}
        className={styles.select ?? ''}
        value={filter.ladder ?? ''}
        onChange={(ladder) => set({ ladder })}
        options={[{ value: '', label: t.allLadders }, ...ladders]}
      />
      <Select
        aria-label={t.owner}
        className={styles.select ?? ''}
        value={filter.owner ?? ''}
        onChange={(owner) => set({ owner })}
        options={[{ value: '', label: t.allOwners }, { value: 'none', label: t.nobody }, ...owners]}
      />
      {onStart && (
        <Button type="primary" className={styles.start ?? ''} onClick={onStart}>
          {t.start}
        </Button>
      )}
    </div>
  )
}
