import type { InitiativeInfo } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile } from '../../../parts/figure-strip.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { InitiativeList } from './initiative-list.tsx'
import { initiativeStrings } from './strings.ts'
import { useInitiatives } from './use-initiatives.ts'

const HEIGHT = 420

/** Every improvement of the shop, those at work first. */
export default function InitiativesPage() {
  const t = useStrings(initiativeStrings)
  const store = useStoreId()
  const query = useInitiatives(store)
  const add = (
    <Link to={`/stores/${store}/admin/resources/initiatives`}>
      <Button tabIndex={-1} type="primary">
        {t.add}
      </Button>
    </Link>
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={add} />
      {query.data && query.data.length > 0 && <Answer initiatives={query.data} />}
      <Panel<InitiativeInfo[]>
        title={t.list}
        note={t.listNote}
        query={query}
        height={HEIGHT}
        isEmpty={(initiatives) => initiatives.length === 0}
        empty={<EmptyState title={t.none} text={t.noneText} action={add} />}
      >
        {(initiatives) => <InitiativeList store={store} initiatives={initiatives} />}
      </Panel>
    </div>
  )
}

function Answer({ initiatives }: { initiatives: readonly InitiativeInfo[] }) {
  const t = useStrings(initiativeStrings)
  const format = useFormat()
  const proven = initiatives.filter(({ verdict }) => verdict === 'works' || verdict === 'reached').length
  const late = initiatives.flatMap(({ milestones }) => milestones).filter(({ state }) => state === 'late').length
  return (
    <FigureStrip label={t.title}>
      <FigureTile label={t.all} value={format.count(initiatives.length)} exact={initiatives.length} />
      <FigureTile label={t.proven} value={format.count(proven)} exact={proven} />
      <FigureTile label={t.open} value={format.count(late)} exact={late} tone={late > 0 ? 'bad' : undefined} />
    </FigureStrip>
  )
}
