import type { ProgrammeInfo } from '@zhanggui/contract'
import { useParams } from 'react-router'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { PageHeader } from '../../../../parts/page-header.tsx'
import { HeadedBody } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { strings as listStrings } from '../strings.ts'
import { useProgramme } from '../use-programmes.ts'
import { ProgrammeView } from './programme-view.tsx'

const HEIGHT = 600

/** One programme: what it published, its cases, what has to be done, its money. */
export default function ProgrammePage() {
  const store = useStoreId()
  const { programme = '' } = useParams()
  const t = useStrings(listStrings)
  const at = { store, programme }
  return (
    <div className={stack.stack}>
      <HeadedBody<ProgrammeInfo> header={<PageHeader title={t.title} />} query={useProgramme(at)} height={HEIGHT}>
        {(info) => <ProgrammeView at={at} programme={info} />}
      </HeadedBody>
    </div>
  )
}
