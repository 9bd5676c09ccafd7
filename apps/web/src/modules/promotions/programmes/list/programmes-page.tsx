import type { ProgrammeInfo } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { PageHeader } from '../../../../parts/page-header.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { strings } from '../strings.ts'
import { useProgrammes } from '../use-programmes.ts'
import { NewProgrammeDialog } from './new-programme-dialog.tsx'
import { ProgrammeTable } from './programme-table.tsx'

const HEIGHT = 240

/** The programmes of the shop: how far they are, what waits to be done, what is owed. */
export default function ProgrammesPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const navigate = useNavigate()
  const mayWrite = usePermissions().includes('plan:write')
  const [isNew, setNew] = useState(false)
  const openOne = (id: string) => void navigate(`/stores/${store}/promotions/programmes/${id}`)
  const create = mayWrite && (
    <Button type="primary" onClick={() => setNew(true)}>
      {t.create}
    </Button>
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={create} />
      <Panel<ProgrammeInfo[]>
        title={t.list}
        query={useProgrammes(store)}
        height={HEIGHT}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} action={create} />}
      >
        {(list) => <ProgrammeTable programmes={list} onOpen={({ id }) => openOne(id)} />}
      </Panel>
      {isNew && <NewProgrammeDialog onClose={() => setNew(false)} onMade={openOne} />}
    </div>
  )
}
