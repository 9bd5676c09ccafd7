import type { Member } from '@zhanggui/contract'
import { Button } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { AddMemberDialog } from './add-member-dialog.tsx'
import { MemberTable } from './member-table.tsx'
import { strings } from './strings.ts'
import { useMembers } from './use-people.ts'

const LIST_HEIGHT = 240

/** Who works on this shop. */
export function Members({ store }: { store: string }) {
  const t = useStrings(strings)
  const members = useMembers(store)
  const { get, set } = useSearchState()
  return (
    <>
      <Panel<Member[]>
        title={t.members}
        extra={
          <Button type="primary" onClick={() => set({ open: 'member' })}>
            {t.addMember}
          </Button>
        }
        query={members}
        height={LIST_HEIGHT}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={t.membersEmpty} text={t.membersEmptyHint} />}
      >
        {(list) => <MemberTable store={store} members={list} />}
      </Panel>
      <AddMemberDialog store={store} open={get('open') === 'member'} onClose={() => set({ open: null })} />
    </>
  )
}
