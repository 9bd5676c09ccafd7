import type { RankFollowUp } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { RankTable } from './rank-table.tsx'
import { strings } from './strings.ts'
import { SubjectView } from './subject-view.tsx'
import { useRanks } from './use-ranks.ts'

const HEIGHT = 180

/** Ranks against their goals; the one that is looked at stands in the address. */
export default function RanksPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const { get, set } = useSearchState()
  const ranks = useRanks(store)
  const records = `/stores/${store}/admin/resources`
  const add = (
    <Link to={`${records}/rank-goals`}>
      <Button tabIndex={-1} type="primary">
        {t.addGoal}
      </Button>
    </Link>
  )
  const chosen = ranks.data?.subjects.find(({ id }) => id === get('rank')) ?? ranks.data?.subjects[0]
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <Link to={`${records}/rank-readings`}>
              <Button tabIndex={-1}>{t.addReading}</Button>
            </Link>
            {add}
          </>
        }
      />
      <Panel<RankFollowUp>
        title={t.list}
        note={t.listNote}
        query={ranks}
        height={HEIGHT}
        isEmpty={({ subjects }) => subjects.length === 0}
        empty={<EmptyState title={t.none} text={t.noneText} action={add} />}
      >
        {({ subjects }) => <RankTable subjects={subjects} onChoose={(rank) => set({ rank })} />}
      </Panel>
      {chosen && <SubjectView key={chosen.id} store={store} subject={chosen} />}
    </div>
  )
}
