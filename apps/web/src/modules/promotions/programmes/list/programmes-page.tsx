import type { ProgrammeInfo } from '@zhanggui/contract'
import { useNavigate } from 'react-router'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { ListPage } from '../../list-page.tsx'
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
  const openOne = (id: string) => void navigate(`/stores/${store}/promotions/programmes/${id}`)
  return (
    <ListPage<ProgrammeInfo>
      words={t}
      query={useProgrammes(store)}
      height={HEIGHT}
      dialog={(close) => <NewProgrammeDialog onClose={close} onMade={openOne} />}
    >
      {(list) => <ProgrammeTable programmes={list} onOpen={({ id }) => openOne(id)} />}
    </ListPage>
  )
}
